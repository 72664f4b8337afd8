const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** At most `times` in any `per`, spread by GCRA: a burst of `times`, then one each `per / times` (reliability.md §4.2). */
export type Rate = { times: number; per: number };
export type Ceiling = { perDay: number; gap: number; rate: Rate | null };

/**
 * Hard ceilings per account, the same on every plan (market.md); a seller may lower them. `listing-act` (hide, unhide,
 * delete) has no number there: 60 a day as for edits (reliability.md §4.2), spread as 20 an hour.
 */
export const ceilings = {
  publish: { perDay: 15, gap: MINUTE, rate: null },
  relist: { perDay: 10, gap: 2 * MINUTE, rate: null },
  price: { perDay: 30, gap: 20_000, rate: null },
  'listing-act': { perDay: 60, gap: 20_000, rate: { times: 20, per: HOUR } },
} as const satisfies Record<string, Ceiling>;
export type CeilingName = keyof typeof ceilings;
export const ceilingNames = Object.keys(ceilings) as CeilingName[];

/** Whatever it is: one write each 20 s and account. */
export const writeRate: Rate = { times: 1, per: 20_000 };

export const isCeilingName = (name: string | null): name is CeilingName =>
  name !== null && Object.hasOwn(ceilings, name);

/** The journal event that counts: written before the click, so that a crash cannot hide one. */
export const countedEvent = (name: CeilingName | 'write', account: string): string => `counts:${name}:${account}`;
/** Takes back the latest count before it: that attempt turned out not to have written anything. */
export const refutedEvent = (name: CeilingName | 'write', account: string): string => `counts-not:${name}:${account}`;

/** How many of how many were done in 24 hours, and when the next may be. */
export type DayLimit = { count: number; of: number; until: number };

/** The limit of a day where it is reached at `at`, else null. `counted`: ascending. */
export function dayLimit(of: number, counted: readonly number[], at: number): DayLimit | null {
  const today = counted.filter((time) => time > at - DAY);
  const blocker = today.at(-of);
  return blocker === undefined ? null : { count: today.length, of, until: blocker + DAY };
}
