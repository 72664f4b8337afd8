/** Hard ceilings per account, the same on every plan (market.md). Counted from the journal, so nothing can reset them. */
export const ceilings = {
  publish: { perDay: 15, gap: 60_000 },
} as const;
export type CeilingName = keyof typeof ceilings;

export const isCeilingName = (name: string | null): name is CeilingName =>
  name !== null && Object.hasOwn(ceilings, name);

const DAY = 24 * 60 * 60 * 1000;
/** The journal event that counts: written before the click, so that a crash cannot hide one. */
export const countedEvent = (name: CeilingName, account: string): string => `counts:${name}:${account}`;

/** Earliest moment (Unix ms) another action is allowed, `now` when at once. `times` = when earlier ones were counted. */
export function allowedAt(name: CeilingName, times: readonly number[], now: number): number {
  const last = Math.max(...ofLastDay(times, now));
  return Math.max(now, last + ceilings[name].gap, dayLimit(name, times, now)?.until ?? now);
}

/** How many of how many were done in 24 hours, and when the next may be. */
export type DayLimit = { count: number; of: number; until: number };

/** The limit of a day where it is reached, else null. */
export function dayLimit(name: CeilingName, times: readonly number[], now: number): DayLimit | null {
  const { perDay } = ceilings[name];
  const counted = ofLastDay(times, now).toSorted((a, b) => a - b);
  const blocker = counted.at(-perDay);
  return counted.length < perDay || blocker === undefined
    ? null
    : { count: counted.length, of: perDay, until: blocker + DAY };
}

const ofLastDay = (times: readonly number[], now: number): number[] => times.filter((time) => time > now - DAY);
