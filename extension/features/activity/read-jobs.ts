import type { Account, Ledger, Wardrobe, Workshop } from '../../db/database.ts';
import type { Job } from '../../../shared/job.ts';

export type ReadJobs = {
  jobs: Job[];
  accounts: Account[];
  titles: Map<string, string>;
  counted: Counted;
  more: boolean;
};
/** When something was counted against a ceiling, by the journal's event (engine/ceilings.ts). */
export type Counted = ReadonlyMap<string, readonly number[]>;

const DAY = 24 * 60 * 60 * 1_000;

const over = ['done', 'failed', 'stopped'];

/** Every job that is not over, and the newest `limit` of those that are, with the titles of their drafts and listings. */
export async function readJobs(
  { ledger, workshop, wardrobe }: { ledger: Ledger; workshop: Workshop; wardrobe: Wardrobe },
  limit: number,
  now: number,
): Promise<ReadJobs> {
  const open = await ledger.jobs.where('status').noneOf(over).toArray();
  const newest = ledger.jobs.orderBy('createdAt').reverse();
  const finished = await newest
    .filter(({ status }) => over.includes(status))
    .limit(limit + 1)
    .toArray();
  const jobs = [...open, ...finished.slice(0, limit)];
  const ids = [...new Set(jobs.flatMap(({ draftId }) => draftId ?? []))];
  const drafts = await workshop.drafts.bulkGet(ids);
  const keys = [...new Set(jobs.flatMap(({ listingKey }) => listingKey ?? []))];
  const listings = await wardrobe.listings.bulkGet(keys);
  return {
    jobs,
    accounts: await ledger.accounts.toArray(),
    counted: await readCounted(ledger, now - DAY),
    titles: new Map([
      ...drafts.flatMap((draft) => (draft ? [[draft.id, draft.fields.title.value ?? ''] as const] : [])),
      ...listings.flatMap((listing) => (listing ? [[listing.key, listing.title] as const] : [])),
    ]),
    more: finished.length > limit,
  };
}

async function readCounted({ journal }: Ledger, since: number): Promise<Counted> {
  const lines = await journal.where('at').above(since).toArray();
  const counts = lines.filter(({ event }) => event.startsWith('counts:'));
  return new Map(
    Object.entries(Object.groupBy(counts, ({ event }) => event)).map(([event, found]) => [
      event,
      (found ?? []).map(({ at }) => at),
    ]),
  );
}
