import type { Lineage } from '../../../shared/listing.ts';
import type { PriceDropRule, RelistRule, Rule } from '../../../shared/rule.ts';
import { dropTurn, relistTurn, type DropTurn, type Known, type RelistTurn, type Skip, type SkipWhy } from './rules.ts';

const DAY = 24 * 60 * 60 * 1000;
const DAYS = 7;

export type PlannedKind = 'relist' | 'price';
export type Planned = {
  at: number;
  kind: PlannedKind;
  ruleId: string;
  key: string;
  title: string;
  /** `prepare` = the last click is the seller's. */
  turn: ({ is: 'relist'; mode: RelistRule['mode'] } & Omit<RelistTurn, 'relist'>) | ({ is: 'price' } & DropTurn);
};
export type Skipped = { ruleId: string; key: string; title: string; why: SkipWhy | 'no-room'; until: number | null };
export type WeekPlan = {
  from: number;
  until: number;
  planned: Planned[];
  /** What is not in the plan, and why; `until` = from when it could be. */
  skipped: Skipped[];
  /** Day by day from now: how many of how many. */
  used: { from: number; kind: PlannedKind; count: number; of: number }[];
};

export type PlanWorld = {
  rules: readonly Rule[];
  known: readonly Known[];
  /** Listings something unfinished is under way with. */
  busy: ReadonlySet<string>;
  /** Own limit a day by kind, already the lower of ceiling and pace. */
  perDay: Record<PlannedKind, number>;
  /** When what was counted before now was counted. */
  counted: Record<PlannedKind, readonly number[]>;
  /** Earliest moment from `at` on that hours, days, gaps and breaks allow; null = never within reach. */
  allowedFrom(kind: PlannedKind, at: number, done: readonly number[]): number | null;
  now: number;
};

/**
 * The next seven days as they would run: the same turns that make jobs, laid out under the same limits. Never a burst: what
 * was missed is simply due, one after another.
 */
export function planWeek(world: PlanWorld): WeekPlan {
  const { now, rules, counted } = world;
  const plan: WeekPlan = { from: now, until: now + DAYS * DAY, planned: [], skipped: [], used: [] };
  const taken = new Set(world.busy);
  const done: Record<PlannedKind, number[]> = { relist: [...counted.relist], price: [...counted.price] };
  // A lower price is the gentler way: it is tried first, and a listing gets one thing a week at most.
  const enabled = rules.filter(({ enabled: on }) => on);
  const drops = enabled.filter((rule) => rule.kind === 'price-drop');
  const relists = enabled.filter((rule) => rule.kind === 'relist');
  for (const rule of [...drops, ...relists]) lay(world, plan, rule, taken, done);
  plan.planned.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  plan.used = usedByDay(world, done);
  return plan;
}

function lay(
  world: PlanWorld,
  plan: WeekPlan,
  rule: Rule,
  taken: Set<string>,
  done: Record<PlannedKind, number[]>,
): void {
  const kind: PlannedKind = rule.kind === 'relist' ? 'relist' : 'price';
  const ofRule: number[] = [];
  for (const known of world.known.toSorted(byNeed)) {
    const { key, title, account } = known.listing;
    if (account !== rule.account || taken.has(key)) continue;
    const due = dueAt(rule, known, plan);
    if ('skip' in due) {
      plan.skipped.push({ ruleId: rule.id, key, title, why: due.skip, until: due.until ?? null });
      continue;
    }
    const at = nextFree(world, kind, due.at, { all: done[kind], ofRule, perRule: rule.perDay });
    if (at === null || at >= plan.until) {
      plan.skipped.push({ ruleId: rule.id, key, title, why: 'no-room', until: at });
      continue;
    }
    done[kind].push(at);
    ofRule.push(at);
    taken.add(key);
    plan.planned.push({ at, kind, ruleId: rule.id, key, title, turn: turnAt(rule, known, at) });
  }
}

/** Now, or when the one thing in its way is over, if that is within the week. */
function dueAt(rule: Rule, known: Known, { from, until }: WeekPlan): { at: number } | Skip {
  let at = from;
  for (let round = 0; round < 4; round += 1) {
    const turn = turnOf(rule, known, at);
    if (!('skip' in turn)) return { at };
    if (turn.until === undefined || turn.until <= at || turn.until >= until) return turn;
    at = turn.until;
  }
  return turnOf(rule, known, at) as Skip;
}

const turnOf = (rule: RelistRule | PriceDropRule, known: Known, at: number): RelistTurn | DropTurn | Skip =>
  rule.kind === 'relist' ? relistTurn(rule, known, at) : dropTurn(rule, known, at);

function turnAt(rule: Rule, known: Known, at: number): Planned['turn'] {
  const turn = turnOf(rule, known, at);
  if ('skip' in turn) throw new Error(`Planned, though ${turn.skip}.`);
  if ('from' in turn) return { is: 'price', ...turn };
  const mode = rule.kind === 'relist' ? rule.mode : 'safe';
  return { is: 'relist', mode, price: turn.price, propose: turn.propose };
}

type Counts = { all: readonly number[]; ofRule: readonly number[]; perRule: number };

/** The first moment that account, rule and hours all allow. */
function nextFree(world: PlanWorld, kind: PlannedKind, from: number, { all, ofRule, perRule }: Counts): number | null {
  let at: number | null = from;
  for (let round = 0; at !== null && round < 100; round += 1) {
    const wanted: number = Math.max(at, afterFull(all, world.perDay[kind], at), afterFull(ofRule, perRule, at));
    const allowed = world.allowedFrom(kind, wanted, all);
    if (allowed === at) return at;
    at = allowed;
  }
  return null;
}

/** When fewer than `of` lie within the 24 hours before. */
function afterFull(times: readonly number[], of: number, at: number): number {
  if (of <= 0) return Infinity;
  const blocker = times
    .filter((time) => time > at - DAY)
    .toSorted((a, b) => a - b)
    .at(-of);
  return blocker === undefined ? at : blocker + DAY;
}

/** Longest without a relist first, then oldest. */
const byNeed = (a: Known, b: Known): number =>
  since(a.lineage) - since(b.lineage) || listed(a) - listed(b) || (a.listing.key < b.listing.key ? -1 : 1);
const since = (lineage: Lineage | undefined): number => lineage?.relistedAt ?? 0;
const listed = ({ listing }: Known): number => listing.listedAt ?? Infinity;

function usedByDay({ now, perDay }: PlanWorld, done: Record<PlannedKind, number[]>): WeekPlan['used'] {
  const kinds = ['relist', 'price'] as const;
  return Array.from({ length: DAYS }, (_, day) => now + day * DAY).flatMap((from) =>
    kinds.map((kind) => {
      const count = done[kind].filter((time) => time >= from && time < from + DAY).length;
      return { from, kind, count, of: perDay[kind] };
    }),
  );
}
