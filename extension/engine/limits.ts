import type { AccountPace } from '../../shared/rule.ts';
import { breakOver } from './breaks.ts';
import { ceilings, dayLimit, writeRate, type CeilingName, type Rate } from './ceilings.ts';
import { openFrom } from './working-hours.ts';

const MINUTE = 60_000;
/** A job of a rule begins while there is time to finish it, and crosses the point of no return before the hours end. */
const ROOM_TO_BEGIN = 20 * MINUTE;
const ROOM_TO_LEAD_UP = 15 * MINUTE;
const ROOM_TO_COMMIT = 10 * MINUTE;
/** What crossed that point is brought to its end, hours or not, for this long. */
const FINISHING = 30 * MINUTE;

/** When an account wrote in the last 24 h: every attempt, and those of them not known to have come to nothing. */
export type Written = { attempts: readonly number[]; counted: readonly number[] };
/** A name that is not there wrote nothing. */
export type WrittenBy = Partial<Record<CeilingName | 'write', Written>>;

/** Why something waits, for the seller to read. */
export type Hold =
  | { is: 'day'; name: CeilingName; done: number; of: number }
  | { is: 'off'; name: CeilingName }
  | { is: 'gap'; name: CeilingName | 'write' }
  | { is: 'hours' }
  | { is: 'break' };

export type Asked = {
  ceiling: CeilingName | null;
  /** A rule wished it, not a person. */
  byRule: boolean;
  /** What is about to happen: a job begins, goes on, writes what can be taken back, or crosses its point of no return. */
  moment: 'begin' | 'go-on' | 'lead-up' | 'write';
  /** When the job last crossed its point of no return; null = never. */
  committedAt: number | null;
};

/** `at` null = never, as things are. */
export type Allowed = { at: number | null; hold: Hold | null };
type Gate = (at: number) => { at: number | null; hold: Hold };

/**
 * When this may happen, from `now` on, and what it waits for. Ceilings, gaps and rates bind everything; hours, days and
 * breaks bind what rules wish. Pure: the plan shown and the engine ask the same function.
 */
export function whenAllowed(asked: Asked, written: WrittenBy, pace: AccountPace, now: number): Allowed {
  const gates = [...ceilingGates(asked, written, pace, now), ...ruleGates(asked, written, pace, now)];
  let at = now;
  let hold: Hold | null = null;
  for (let moved = true; moved;) {
    moved = false;
    for (const gate of gates) {
      const opens = gate(at);
      if (opens.at === null) return opens;
      if (opens.at > at) [at, hold, moved] = [opens.at, opens.hold, true];
    }
  }
  return { at, hold };
}

function ceilingGates({ ceiling, moment }: Asked, written: WrittenBy, pace: AccountPace, now: number): Gate[] {
  if (moment === 'go-on') return [];
  const past = (times: readonly number[] = []): number[] =>
    times.map((time) => Math.min(time, now)).toSorted((a, b) => a - b);
  const writes = past(written.write?.attempts);
  const gates: Gate[] = [(at) => ({ at: afterRate(writeRate, writes, at), hold: { is: 'gap', name: 'write' } })];
  if (ceiling === null) return gates;
  const { perDay, gap, rate } = ceilings[ceiling];
  const attempts = past(written[ceiling]?.attempts);
  const most = Math.min(perDay, Math.max(0, pace.perDay[ceiling] ?? perDay));
  gates.push(dayGate(ceiling, most, past(written[ceiling]?.counted)));
  gates.push((at) => ({ at: Math.max(at, (attempts.at(-1) ?? -gap) + gap), hold: { is: 'gap', name: ceiling } }));
  if (rate) gates.push((at) => ({ at: afterRate(rate, attempts, at), hold: { is: 'gap', name: ceiling } }));
  return gates;
}

/** At most so many in any 24 hours. */
function dayGate(name: CeilingName, most: number, counted: readonly number[]): Gate {
  if (most === 0) return () => ({ at: null, hold: { is: 'off', name } });
  return (at) => {
    const reached = dayLimit(most, counted, at);
    return { at: reached?.until ?? at, hold: { is: 'day', name, done: reached?.count ?? 0, of: most } };
  };
}

function ruleGates(asked: Asked, written: WrittenBy, pace: AccountPace, now: number): Gate[] {
  const finishing = asked.committedAt !== null && now - asked.committedAt < FINISHING;
  if (!asked.byRule || finishing) return [];
  const room = { begin: ROOM_TO_BEGIN, 'lead-up': ROOM_TO_LEAD_UP, write: ROOM_TO_COMMIT, 'go-on': 0 }[asked.moment];
  const hours: Gate = (at) => ({ at: openFrom(pace, at, room), hold: { is: 'hours' } });
  if (asked.moment !== 'begin') return [hours];
  const wrote = (written.write?.attempts ?? []).map((time) => Math.min(time, now));
  return [hours, (at) => ({ at: breakOver(pace.account, wrote, at), hold: { is: 'break' } })];
}

/** GCRA: the theoretical arrival time is folded from what was written, so there is no number that could be lost. */
export function afterRate({ times, per }: Rate, wrote: readonly number[], at: number): number {
  const each = per / times;
  const arrival = wrote.reduce((tat, time) => Math.max(tat, time) + each, Number.NEGATIVE_INFINITY);
  return Math.max(at, arrival - (per - each));
}
