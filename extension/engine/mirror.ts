import type { Job } from '../../shared/job.ts';
import type { Note } from './store.ts';

/** Where small things are kept besides the database: `storage.local`, or a fake. */
export interface SmallStore {
  all(): Promise<Record<string, unknown>>;
  set(entries: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

export const JOB = 'mirror:job:';
export const COUNT = 'mirror:count:';
const over = ['done', 'failed', 'stopped'];

/**
 * Every job that was begun and is not over, and what counted today, once more outside IndexedDB, which gets lost or corrupt
 * for a few people (reliability.md §1.4). What was not begun needs none: nothing happened, and it can be wished again.
 */
export function mirrorOf(small: SmallStore) {
  return {
    /** Follows a transition before anything is done on its strength. */
    async keep(job: Job, notes: readonly Note[]): Promise<void> {
      const counts = notes.filter(({ event }) => event.startsWith('counts:'));
      const at = job.updatedAt;
      const entries = Object.fromEntries(
        counts.map(({ event }) => [`${COUNT}${at}:${job.id}:${event}`, { event, at }]),
      );
      if (job.status === 'queued' || over.includes(job.status)) await small.remove([JOB + job.id]);
      else entries[JOB + job.id] = job as never;
      if (Object.keys(entries).length > 0) await small.set(entries);
    },
  };
}
export type Mirror = ReturnType<typeof mirrorOf>;

/** For tests and tools that need none. */
export const noMirror: Mirror = { keep: async () => {} };
