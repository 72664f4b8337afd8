import type { Clock } from '../deps.ts';
import { Refused } from './refused.ts';

/** Token bucket per caller, in memory: `burst` at once, refilled over `refillMs`. */
export type RateLimit = { take(caller: string): void };

type Bucket = { left: number; at: number };
const mostCallers = 20_000;

export function createRateLimit(clock: Clock, burst: number, refillMs: number): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(caller) {
      const now = clock.now();
      const known = buckets.get(caller) ?? { left: burst, at: now };
      const left = Math.min(burst, known.left + (Math.max(0, now - known.at) * burst) / refillMs);
      buckets.delete(caller);
      buckets.set(caller, { left: Math.max(0, left - 1), at: now });
      forgetOldest(buckets);
      if (left >= 1) return;
      const retryAfter = Math.ceil(((1 - left) * refillMs) / burst);
      throw new Refused('rate-limited', 'Too many requests. Wait a little and try again.', { retryAfter });
    },
  };
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  if (buckets.size <= mostCallers) return;
  const oldest = buckets.keys().next().value;
  if (oldest !== undefined) buckets.delete(oldest);
}
