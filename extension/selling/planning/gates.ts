import { ceilings } from '../../engine/ceilings.ts';
import { whenAllowed, type Written, type WrittenBy } from '../../engine/limits.ts';
import { seededBetween } from '../../engine/seeded.ts';
import type { AccountPace } from '../../../shared/rule.ts';
import type { PlannedKind, PlanWorld } from './plan-week.ts';
import { priceDays } from './price-day.ts';

const MINUTE = 60_000;
/** Shortest and longest from one to the next of its kind; the ceilings' own gaps are shorter. */
const spreads = {
  relist: [15 * MINUTE, 35 * MINUTE],
  price: [6 * MINUTE, 14 * MINUTE],
} as const satisfies Record<PlannedKind, readonly [number, number]>;

type Gates = Pick<PlanWorld, 'perDay' | 'counted' | 'allowedFrom' | 'spread' | 'priceDay'>;

/** What the engine would say, asked beforehand: the plan goes through the same function as each step of a job. */
export function gatesOf(written: WrittenBy, pace: AccountPace): Gates {
  const asked = { byRule: true, moment: 'begin', committedAt: null } as const;
  return {
    perDay: { relist: mostOf('relist', pace), price: mostOf('price', pace) },
    counted: { relist: written.relist?.counted ?? [], price: written.price?.counted ?? [] },
    allowedFrom: (kind, at, planned) => {
      const wrote: WrittenBy = {
        ...written,
        relist: joined(written.relist, planned.relist),
        price: joined(written.price, planned.price),
        write: joined(written.write, [...planned.relist, ...planned.price]),
      };
      return whenAllowed({ ...asked, ceiling: kind }, wrote, pace, at).at;
    },
    spread: (kind, last) => seededBetween(`${pace.account}|${kind}|${last}|spread`, ...spreads[kind]),
    priceDay: priceDays(pace),
  };
}

const mostOf = (kind: PlannedKind, pace: AccountPace): number =>
  Math.min(ceilings[kind].perDay, Math.max(0, pace.perDay[kind] ?? ceilings[kind].perDay));

const joined = (written: Written | undefined, planned: readonly number[]): Written => ({
  attempts: [...(written?.attempts ?? []), ...planned],
  counted: [...(written?.counted ?? []), ...planned],
});
