import type { Lineage } from '../../../shared/listing.ts';
import type { RelistRule, Rule } from '../../../shared/rule.ts';
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
/** When what happened in the last 24 hours happened, oldest first. */
export type Times = Record<PlannedKind, readonly number[]>;
/** What a rule began, at the moment it was planned for. */
export type Begun = { ruleId: string; kind: PlannedKind; at: number };

export type PlanWorld = {
  rules: readonly Rule[];
  known: readonly Known[];
  /** Listings something unfinished is under way with. */
  busy: ReadonlySet<string>;
  /** Own limit a day by kind, already the lower of ceiling and pace. */
  perDay: Record<PlannedKind, number>;
  /** When what was counted before now was counted. */
  counted: Times;
  /** What rules began in the last 24 hours. */
  begun: readonly Begun[];
  /** Earliest moment from `at` on that hours, days, gaps and breaks allow after what is planned; null = never. */
  allowedFrom(kind: PlannedKind, at: number, planned: Times): number | null;
  /** How long after the last one of its kind the next begins: they are spread, not run off. */
  spread(kind: PlannedKind, last: number): number;
  /** Prices are looked at once a day: the moment of that at `at`, and the next. */
  priceDay(at: number): { begins: number; next: number };
  now: number;
};

/**
 * The next seven days as they would run: the same turns that make jobs, laid out under the same limits. Never a burst: what
 * was missed is simply due, one after another. `stop` ends the laying out early, with the same beginning.
 */
export function planWeek(world: PlanWorld, stop = Infinity): WeekPlan {
  const { now } = world;
  const until = now + DAYS * DAY;
  const laid = layOut(world, until, Math.min(stop, until));
  const planned = laid.planned;
  const used = usedByDay(world, planned);
  return { from: now, until, planned, skipped: laid.skipped, used };
}

type Candidate = { rule: Rule; known: Known; due: number };
const kindOf = (rule: Rule): PlannedKind => (rule.kind === 'relist' ? 'relist' : 'price');

/** Moment by moment: the earliest that may happen happens, and what it changes is seen by what comes after. */
function layOut(world: PlanWorld, until: number, stop: number): Pick<WeekPlan, 'planned' | 'skipped'> {
  const rules = world.rules.filter(({ enabled }) => enabled).toSorted((a, b) => gentleness(a) - gentleness(b));
  const planned: Planned[] = [];
  const skipped: Skipped[] = [];
  let waiting: Candidate[] = [];
  const look = (known: Known, from: number): void => {
    if (world.busy.has(known.listing.key)) return;
    for (const rule of rules.filter(({ account }) => account === known.listing.account)) {
      const due = dueAt(world, rule, known, from, until);
      if ('at' in due) waiting.push({ rule, known, due: due.at });
      else if (planned.length === 0) skipped.push(skipOf(rule, known, due));
    }
  };
  for (const known of world.known) look(known, world.now);
  for (let next = earliest(world, waiting, planned); next && next.at < stop; next = earliest(world, waiting, planned)) {
    const { at, candidate } = next;
    const { rule, known } = candidate;
    const { key, title } = known.listing;
    const turn = turnOf(world, rule, known, at);
    waiting = waiting.filter((one) => ('skip' in turn ? one !== candidate : one.known.listing.key !== key));
    if ('skip' in turn) {
      skipped.push(skipOf(rule, known, turn));
      continue;
    }
    planned.push({ at, kind: kindOf(rule), ruleId: rule.id, key, title, turn: told(rule, turn) });
    look(afterwards(known, turn, at), at);
  }
  const done = new Set(planned.map(({ key }) => key));
  const left = stop < until ? [] : waiting.filter(({ known }) => !done.has(known.listing.key));
  return { planned, skipped: [...skipped, ...left.map(({ rule, known }) => skipOf(rule, known, { skip: 'no-room' }))] };
}

const skipOf = (
  { id }: Rule,
  { listing: { key, title } }: Known,
  why: { skip: Skipped['why']; until?: number },
): Skipped => ({ ruleId: id, key, title, why: why.skip, until: why.until ?? null });

const gentleness = ({ kind }: Rule): number => (kind === 'price-drop' ? 0 : 1);

/** Which of those waiting is the first that may, and when. Of several at once, the one in most need. */
function earliest(world: PlanWorld, waiting: readonly Candidate[], planned: readonly Planned[]) {
  let best: { at: number; candidate: Candidate } | null = null;
  for (const rule of new Set(waiting.map((one) => one.rule))) {
    const own = waiting.filter((one) => one.rule === rule);
    const from = own.reduce((least, { due }) => Math.min(least, due), Infinity);
    const at = nextFree(world, rule, from, planned);
    if (at === null || (best !== null && at >= best.at)) continue;
    const ready = own.filter(({ due }) => due <= at);
    const candidate = ready.reduce((one, other) => (byNeed(one.known, other.known) <= 0 ? one : other));
    best = { at, candidate };
  }
  return best;
}

/** Now, or when the one thing in its way is over, if that is within reach. */
function dueAt(world: PlanWorld, rule: Rule, known: Known, from: number, until: number): { at: number } | Skip {
  let at = from;
  for (let round = 0; round < 6; round += 1) {
    const turn = turnOf(world, rule, known, at);
    if (!('skip' in turn)) return { at };
    if (turn.until === undefined || turn.until >= until) return turn;
    const opens = rule.kind === 'relist' ? turn.until : dayFrom(world, turn.until);
    if (opens <= at || opens >= until) return turn;
    at = opens;
  }
  return turnOf(world, rule, known, at) as Skip;
}

function dayFrom(world: PlanWorld, at: number): number {
  const { begins, next } = world.priceDay(at);
  return begins === at ? begins : next;
}

/** A lower price is the gentler way: a listing whose price a rule lowers within the week is not relisted. */
function turnOf(world: PlanWorld, rule: Rule, known: Known, at: number): RelistTurn | DropTurn | Skip {
  if (rule.kind === 'price-drop') return dropTurn(rule, known, world.priceDay(at).begins);
  const turn = relistTurn(rule, known, at);
  if ('skip' in turn) return turn;
  const drops = world.rules.filter((one) => one.enabled && one.kind === 'price-drop' && one.account === rule.account);
  const gentler = drops.some((drop) => 'at' in dueAt(world, drop, known, at, at + DAYS * DAY));
  return gentler ? { skip: 'refresh-first' } : turn;
}

const told = (rule: Rule, turn: RelistTurn | DropTurn): Planned['turn'] =>
  'from' in turn
    ? { is: 'price', ...turn }
    : {
        is: 'relist',
        mode: rule.kind === 'relist' ? rule.mode : 'safe',
        price: turn.price,
        propose: turn.propose,
      };

/** The listing as it will stand once that has happened. */
function afterwards(known: Known, turn: RelistTurn | DropTurn, at: number): Known {
  const { listing, lineage, drops } = known;
  const thing = lineage ?? { id: listing.lineageId, account: listing.account, vintedIds: [], createdAt: at };
  const times = { relistedAt: lineage?.relistedAt ?? null, priceChangedAt: lineage?.priceChangedAt ?? null };
  if ('relist' in turn) return { ...known, lineage: { ...thing, ...times, relistedAt: at } };
  return {
    ...known,
    listing: { ...listing, price: turn.to },
    lineage: { ...thing, ...times, priceChangedAt: at },
    drops: { count: drops.count + 1, first: drops.first ?? turn.from },
  };
}

/** The first moment that account, rule and hours all allow. */
function nextFree(world: PlanWorld, rule: Rule, from: number, planned: readonly Planned[]): number | null {
  const kind = kindOf(rule);
  const starts = [...world.begun, ...planned];
  const ofRule = starts.filter(({ ruleId }) => ruleId === rule.id).map(({ at }) => at);
  const ofKind = starts.filter((one) => one.kind === kind).map(({ at }) => at);
  const last = Math.max(-Infinity, ...ofKind);
  const spread = last === -Infinity ? from : Math.max(from, last + world.spread(kind, last));
  const laid = { relist: timesOf(planned, 'relist'), price: timesOf(planned, 'price') };
  const done = [...world.counted[kind], ...laid[kind]];
  let at: number | null = Math.max(spread, planned.at(-1)?.at ?? spread);
  for (let round = 0; at !== null && round < 100; round += 1) {
    const full = Math.max(afterFull(done, world.perDay[kind], at), afterFull(ofRule, rule.perDay, at));
    if (full === Infinity) return null;
    const allowed: number | null = world.allowedFrom(kind, Math.max(at, full), laid);
    if (allowed === at) return at;
    at = allowed;
  }
  return null;
}

const timesOf = (planned: readonly Planned[], kind: PlannedKind): number[] =>
  planned.filter((one) => one.kind === kind).map(({ at }) => at);

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

function usedByDay(world: PlanWorld, planned: readonly Planned[]): WeekPlan['used'] {
  const { now, perDay } = world;
  const kinds = ['relist', 'price'] as const;
  return Array.from({ length: DAYS }, (_, day) => now + day * DAY).flatMap((from) =>
    kinds.map((kind) => {
      const count = timesOf(planned, kind).filter((at) => at >= from && at < from + DAY).length;
      return { from, kind, count, of: perDay[kind] };
    }),
  );
}
