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
  const { perDay, gap } = ceilings[name];
  const sorted = times.filter((time) => time > now - DAY).sort((a, b) => a - b);
  const last = sorted.at(-1);
  const afterGap = last === undefined ? now : last + gap;
  const blocker = sorted.at(-perDay);
  const afterDay = blocker === undefined ? now : blocker + DAY;
  return Math.max(now, afterGap, afterDay);
}
