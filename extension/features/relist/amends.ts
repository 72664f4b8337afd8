import type { Ledger } from '../../db/database.ts';
import type { JobStore } from '../../engine/store.ts';
import type { Job } from '../../../shared/job.ts';
import { relistState } from './relist-state.ts';

/**
 * A relist that was stopped half-way leaves its listing hidden, or two of them. Its end becomes a job of its own: shown
 * again by itself while nothing was published; asked for where a copy may be online. Null = nothing to mend.
 */
export function amendsFor(job: Job, now: number): Job | null {
  // Whoever stops the mending as well wants it left as it is.
  if (job.kind !== 'relist' || job.status !== 'stopped' || job.id.endsWith(AMENDS)) return null;
  const parsed = relistState.safeParse(job.state);
  if (!parsed.success || parsed.data.input.oldId === null || parsed.data.end !== null) return null;
  const state = parsed.data;
  const submitted = state.itemId !== null || afterSubmit.includes(job.step) || job.committedAt !== null;
  if (!submitted && state.hidden !== 'yes' && job.step !== 'hide') return null;
  const fresh = { leaseToken: null, leaseUntil: null, attempts: 0, doneAt: null, notBefore: now, updatedAt: now };
  const failure = { code: 'relist-stopped', message: 'It was stopped half-way.' };
  if (submitted) {
    return {
      ...job,
      ...fresh,
      id: `${job.id}${AMENDS}`,
      createdAt: now,
      status: 'needs-user',
      step: 'confirm',
      failure,
    };
  }
  const ending = { kind: 'failed' as const, failure, asked: false };
  return {
    ...job,
    ...fresh,
    id: `${job.id}${AMENDS}`,
    createdAt: now,
    status: 'queued',
    step: 'give-back',
    state: { ...state, ending },
    failure: null,
  };
}

const AMENDS = ':amends';
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Stopped relists whose mending was never written down: the worker died right after they ended. Repeatable. */
export async function amendStopped(ledger: Ledger, store: JobStore, now: number): Promise<void> {
  const ended = await ledger.jobs
    .where('doneAt')
    .above(now - WEEK)
    .toArray();
  const wanted = ended.flatMap((job) => amendsFor(job, now) ?? []);
  const known = await ledger.jobs.bulkGet(wanted.map(({ id }) => id));
  await store.add(wanted.filter((_, index) => known[index] === undefined));
}

const afterSubmit = ['submit', 'confirm', 'delete-old', 'drop-new', 'finish'];
