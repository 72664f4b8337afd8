import type { Ledger, Wardrobe, Workshop } from '../../db/database.ts';
import { isHeld } from '../../engine/pause.ts';
import { planWeek, type Planned, type PlannedKind, type PlanWorld } from '../../selling/planning/plan-week.ts';
import type { LookBook } from './look-book.ts';
import { lastSeen, readActed, readKept, WINDOW, worldOf, type Acted } from './plan-world.ts';

const MINUTE = 60_000;
/** Until the next look: what begins before it is handed over now, for its own moment. */
const REACH = 5 * MINUTE;
/** Asleep for longer than this, what was planned meanwhile was missed. */
const ASLEEP = 30 * MINUTE;
const HELD_PROPOSAL = 3 * 24 * 60 * MINUTE;

/** What a rule wishes, and how long that holds. */
export type ByRule = { ruleId: string; notBefore: number; notAfter: number };

export interface RulesDeps {
  ledger: Ledger;
  wardrobe: Wardrobe;
  workshop: Workshop;
  book: LookBook;
  zone: string;
  now(): number;
  isStopped(): Promise<boolean>;
  /** Makes the job; a listing that cannot be taken just now is looked at again later. */
  queue(planned: Planned, by: ByRule): Promise<void>;
  /** Takes back what was proposed and never answered. */
  drop(jobId: string): Promise<void>;
}

/**
 * What the plan says is due becomes jobs: at most one of a kind waits, and nothing is made up for. Computed anew each time
 * from what is stored, so a worker that died or slept changes nothing but the moment.
 */
export async function runRules(deps: RulesDeps): Promise<void> {
  const stopped = await deps.isStopped();
  const accounts = await deps.ledger.accounts.orderBy('market').toArray();
  const paused = accounts.filter(({ pause }) => pause !== null);
  for (const account of lastSeen(accounts)) await runAccount(deps, account.key, stopped || isHeld(account, paused));
}

async function runAccount(deps: RulesDeps, account: string, held: boolean): Promise<void> {
  const now = deps.now();
  const looked = await deps.book.look(account, now);
  const kept = await readKept(deps.wardrobe, account);
  if (held || kept.rules.every(({ enabled }) => !enabled)) return;
  const acted = await readActed(deps.ledger, account, now, deps.zone);
  const market = account.split(':')[0] ?? '';
  const world = worldOf(kept, acted, (await deps.workshop.catalogs.get(market))?.nodes ?? [], now);
  await noteMissed(deps, account, world, looked);
  await dropOld(deps, acted, now);
  const waiting = new Set(acted.jobs.filter(waits).map(({ kind }) => kind));
  for (const planned of dueNow(world, waiting)) {
    await deps.queue(planned, { ruleId: planned.ruleId, notBefore: planned.at, notAfter: planned.at + WINDOW });
  }
}

const waits = ({ status, ruleId }: Acted['jobs'][number]): boolean => status === 'queued' && ruleId !== null;

/** The first of each kind that is due before the next look. */
function dueNow(world: PlanWorld, waiting: ReadonlySet<string>): Planned[] {
  const { planned } = planWeek(world, world.now + REACH);
  const first = (kind: PlannedKind): Planned[] => planned.filter((one) => one.kind === kind).slice(0, 1);
  return [...first('price'), ...first('relist')].filter(({ kind }) => !waiting.has(kind));
}

/** A closed laptop runs nothing: what the plan had for that time is written down, and is not made up for. */
async function noteMissed({ book }: RulesDeps, account: string, world: PlanWorld, looked: number | null) {
  if (looked === null || world.now - looked < ASLEEP) return;
  const { planned } = planWeek({ ...world, now: looked }, world.now - REACH);
  const count = (kind: PlannedKind): number => planned.filter((one) => one.kind === kind).length;
  if (planned.length === 0) return;
  await book.miss({ account, from: looked, until: world.now, relists: count('relist'), prices: count('price') });
}

/** What was proposed and not answered for days is taken back; the rule may propose it anew. */
async function dropOld(deps: RulesDeps, { jobs }: Acted, now: number): Promise<void> {
  const old = jobs.filter(
    ({ failure, doneAt, createdAt }) =>
      doneAt === null && failure?.code === 'rule-proposes' && createdAt < now - HELD_PROPOSAL,
  );
  for (const { id } of old) await deps.drop(id);
}
