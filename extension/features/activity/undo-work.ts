import type { Ledger } from '../../db/database.ts';
import { MessageError } from '../../messaging/failures.ts';
import { ask, type BackgroundOut } from '../../messaging/messenger.ts';
import type { Job } from '../../../shared/job.ts';
import { listingWorkOf } from './listing-work.ts';

/** Queues what takes a finished job back; refused with the reason of the one listing it is about. */
export async function undoWork(ledger: Pick<Ledger, 'backups'>, job: Job): Promise<void> {
  const [answer] = await wish(ledger, job);
  if (answer?.refused) throw new MessageError(answer.refused);
}

async function wish(ledger: Pick<Ledger, 'backups'>, job: Job): Promise<BackgroundOut<'listing.act'>> {
  const work = listingWorkOf(job);
  if (!work || job.listingKey === null) return [];
  const listingKey = job.listingKey;
  if (work.is === 'price') return ask('listing.price', { prices: [{ listingKey, amount: work.from.amount }] });
  if (work.is === 'hide') return ask('listing.act', { listingKeys: [listingKey], act: 'unhide' });
  if (work.is === 'unhide') return ask('listing.act', { listingKeys: [listingKey], act: 'hide' });
  if (work.is !== 'delete') return [];
  const kept = await ledger.backups.where({ listingKey }).sortBy('madeAt');
  const backup = kept.findLast(({ state }) => state === 'deleted');
  if (!backup) throw new MessageError({ code: 'backup-gone', message: 'There is no copy of this listing here.' });
  return ask('backup.restore', { backupIds: [backup.id], mode: 'safe' });
}
