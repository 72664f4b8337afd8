import type { Account, Ledger, Workshop } from '../../db/database.ts';
import type { Job } from '../../../shared/job.ts';

export type ReadJobs = { jobs: Job[]; accounts: Account[]; titles: Map<string, string>; more: boolean };

const over = ['done', 'failed', 'stopped'];

/** Every job that is not over, and the newest `limit` of those that are, with the titles of their drafts. */
export async function readJobs(ledger: Ledger, workshop: Workshop, limit: number): Promise<ReadJobs> {
  const open = await ledger.jobs.where('status').noneOf(over).toArray();
  const newest = ledger.jobs.orderBy('createdAt').reverse();
  const finished = await newest
    .filter(({ status }) => over.includes(status))
    .limit(limit + 1)
    .toArray();
  const jobs = [...open, ...finished.slice(0, limit)];
  const ids = [...new Set(jobs.flatMap(({ draftId }) => draftId ?? []))];
  const drafts = await workshop.drafts.bulkGet(ids);
  return {
    jobs,
    accounts: await ledger.accounts.toArray(),
    titles: new Map(drafts.flatMap((draft) => (draft ? [[draft.id, draft.fields.title.value ?? ''] as const] : []))),
    more: finished.length > limit,
  };
}
