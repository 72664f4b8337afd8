import * as z from 'zod';

const minutes = 60_000;
const silentFor = 10 * minutes;
const beat = z.union([z.number(), z.object({ at: z.number() }).transform(({ at }) => at)]);

/**
 * Since when the background has been silent although work is due; null = all is well. Browsers now and then fail to
 * wake an extension until it is reloaded (reliability.md §1).
 */
export function asleepSince(heartbeat: unknown, dueAt: number | null, now: number): number | null {
  const last = beat.safeParse(heartbeat);
  if (!last.success || dueAt === null || dueAt > now - silentFor) return null;
  return now - last.data > silentFor ? last.data : null;
}
