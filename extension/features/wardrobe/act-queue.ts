import type { Ledger } from '../../db/database.ts';
import { ask, type BackgroundOut } from '../../messaging/messenger.ts';
import type { BulkWish, PlannedRow } from './bulk-plan.ts';

export type BulkAnswer = BackgroundOut<'listing.act'>[number];

const atOnce = 200;

/** A job for each; the answer is per listing. */
export async function queueBulk(wish: BulkWish, rows: readonly PlannedRow[]): Promise<BulkAnswer[]> {
  const answers: BulkAnswer[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    answers.push(...(await queueSome(wish, rows.slice(from, from + atOnce))));
  }
  return answers;
}

function queueSome({ act }: BulkWish, rows: readonly PlannedRow[]): Promise<BulkAnswer[]> {
  const listingKeys = rows.map(({ listing }) => listing.key);
  if (act === 'relist') return ask('listing.relist', { listingKeys, mode: 'safe' });
  if (act !== 'price') return ask('listing.act', { listingKeys, act });
  const prices = rows.flatMap(({ listing, price }) =>
    price ? [{ listingKey: listing.key, amount: price.amount }] : [],
  );
  return ask('listing.price', { prices });
}

/** Takes back what nobody has begun with; what runs already is left to its end. */
export async function stopUnbegun(ledger: Ledger, jobIds: readonly string[]): Promise<void> {
  const jobs = await ledger.jobs.bulkGet([...jobIds]);
  for (const job of jobs) if (job?.status === 'queued') await ask('jobs.stop', { jobId: job.id });
}
