import { seededBetween } from './seeded.ts';

const MINUTE = 60_000;

/**
 * The end of the break the account has to take at `at`, or `at` when it has none: 20–40 min after each 60–90 min of writes.
 * Derived from when it wrote; how long exactly hangs on when that stretch began, so a restart changes nothing.
 */
export function breakOver(account: string, wrote: readonly number[], at: number): number {
  const stretch = lastStretch(account, wrote);
  if (!stretch) return at;
  const over = stretch.last + restOf(account, stretch.begun);
  const tired = at - stretch.begun >= seededBetween(`${account}|${stretch.begun}|work`, 60 * MINUTE, 90 * MINUTE);
  return tired ? Math.max(at, over) : at;
}

const restOf = (account: string, begun: number): number =>
  seededBetween(`${account}|${begun}|rest`, 20 * MINUTE, 40 * MINUTE);

type Stretch = { begun: number; last: number };

/** A pause as long as a break ends a stretch by itself. */
function lastStretch(account: string, wrote: readonly number[]): Stretch | null {
  let stretch: Stretch | null = null;
  for (const time of wrote.toSorted((a, b) => a - b)) stretch = withWrite(account, stretch, time);
  return stretch;
}

function withWrite(account: string, stretch: Stretch | null, time: number): Stretch {
  if (stretch === null || time - stretch.last >= restOf(account, stretch.begun)) return { begun: time, last: time };
  return { ...stretch, last: time };
}
