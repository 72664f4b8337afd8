import type { Failure } from '../../shared/failure.ts';

const firstDelay = 2_000;
const longestBackoff = 5 * 60_000;
/** A provider may ask for more patience than we have; beyond this the item fails and the seller may retry it. */
const longestAskedDelay = 15 * 60_000;
const tries = { usual: 4, rateLimited: 8 } as const;

/** An item that was started this often without an outcome keeps killing its process, and is given up. */
export const mostTries = tries.rateLimited;

/** Milliseconds until the next try, or null when it is over. `attempts` = tries made so far; `fraction` in [0, 1). */
export function nextTry(attempts: number, failure: Failure, fraction: number): number | null {
  const allowed = failure.code === 'analysis-rate-limited' ? tries.rateLimited : tries.usual;
  const asked = failure.retryAfter ?? 0;
  if (attempts >= allowed || asked > longestAskedDelay) return null;
  const backoff = Math.min(longestBackoff, firstDelay * 2 ** (attempts - 1));
  return Math.round(asked + backoff / 2 + (backoff / 2) * fraction);
}
