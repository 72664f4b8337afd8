import type { Job } from './job.ts';
import { isReplacedAgain, liveKeyOf, type Backup, type Listing } from './listing.ts';

/**
 * Backups whose listing no list shows any more, that nobody took down on purpose, and that nothing is under way with: to be
 * shown in red with retry, open form filled, download and forget.
 */
export function orphansOf(
  backups: readonly Backup[],
  listings: readonly Pick<Listing, 'key' | 'status'>[],
  jobs: readonly Pick<Job, 'listingKey' | 'doneAt'>[],
): Backup[] {
  const status = new Map(listings.map((listing) => [listing.key, listing.status]));
  const busy = new Set(jobs.filter(({ doneAt }) => doneAt === null).map(({ listingKey }) => listingKey));
  const newest = new Map(backups.toSorted((a, b) => a.madeAt - b.madeAt).map((backup) => [liveKeyOf(backup), backup]));
  return [...newest].flatMap(([key, backup]) => {
    const asked = backup.state === 'kept' || backup.state === 'replaced';
    const isGone = status.get(key) === 'gone';
    const isHistory = isReplacedAgain(backup, backups);
    return asked && isGone && !isHistory && !busy.has(key) && !busy.has(backup.listingKey) ? [backup] : [];
  });
}
