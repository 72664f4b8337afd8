import { ledger, wardrobe, workshop } from '../../db/stores.ts';
import type { Account } from '../../db/database.ts';
import { useLive, type Live } from '../../ui/use-live.ts';
import { useWatched } from '../../ui/use-watched.ts';
import { type Entry, entryOf } from './job-entry.ts';
import { readCeilingsHold, watchCeilings } from './ceilings-flag.ts';
import { readJobs } from './read-jobs.ts';
import { readStopped, watchStopped } from './stopped-flag.ts';
import { useClock } from './use-clock.tsx';

export type Shown = { entries: Entry[]; accounts: Account[]; stopped: boolean; more: boolean; now: number };

/** All that is under way and the newest `limit` of what is over, kept fresh. `asIfResumed` looks past the red button. */
export function useEntries(limit: number, asIfResumed = false): Live<Shown> {
  const now = useClock();
  const stopped = useWatched(readStopped, watchStopped);
  const limited = useWatched(readCeilingsHold, watchCeilings);
  const read = useLive(() => readJobs({ ledger, wardrobe, workshop }, limit, now), [limit]);
  if (read.is !== 'ready') return read;
  if (stopped === undefined || limited === undefined) return { is: 'loading' };
  const { jobs, accounts, titles, more } = read.value;
  const counted = limited ? read.value.counted : new Map<string, number[]>();
  const around = { accounts, titles, now, counted, stopped: stopped && !asIfResumed };
  return { is: 'ready', value: { entries: jobs.map((job) => entryOf(job, around)), accounts, stopped, more, now } };
}
