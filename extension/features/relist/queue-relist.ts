import type { Ledger, Wardrobe } from '../../db/database.ts';
import type { SealedFlow } from '../../engine/flow.ts';
import { newJob } from '../../engine/new-job.ts';
import type { JobStore } from '../../engine/store.ts';
import { MessageError } from '../../messaging/failures.ts';
import { floorOf } from '../../selling/planning/price.ts';
import type { Backup, Listing } from '../../../shared/listing.ts';
import type { RelistInput } from './relist-state.ts';

export interface QueueRelistDeps {
  ledger: Ledger;
  wardrobe: Wardrobe;
  store: JobStore;
  flow: SealedFlow;
  now(): number;
  newId(): string;
}

export type RelistWish = { mode: 'safe' | 'prepare'; pricePercent: number; restDays: number; notBefore: number };

/** One job for a listing; refused while another about it is unfinished (C34): checked and written in one transaction. */
export async function queueRelist(deps: QueueRelistDeps, key: string, wish: RelistWish): Promise<string> {
  const listing = await deps.wardrobe.listings.get(key);
  if (!listing) throw new MessageError({ code: 'listing-gone', message: 'This listing is not in the wardrobe.' });
  const { mode, notBefore, ...rest } = wish;
  return add(deps, listing, notBefore, {
    ...common(listing),
    ...rest,
    how: mode === 'safe' ? 'publish' : 'fill',
    oldId: listing.vintedId,
    backupId: null,
    floor: listing.price && floorOf(listing, listing.price),
  });
}

/** A listing that is not online any more, published again as it was kept. */
export async function queueRestore(deps: QueueRelistDeps, backup: Backup, mode: 'safe' | 'prepare'): Promise<string> {
  const [market = '', memberId = ''] = backup.account.split(':');
  const about = { key: backup.listingKey, market, memberId, account: backup.account, lineageId: backup.lineageId };
  return add(deps, about, deps.now(), {
    ...common(about),
    how: mode === 'safe' ? 'publish' : 'fill',
    oldId: null,
    backupId: backup.id,
    pricePercent: 0,
    floor: null,
    restDays: 0,
  });
}

type About = Pick<Listing, 'key' | 'market' | 'memberId' | 'account' | 'lineageId'>;

const common = ({ market, account, lineageId }: About) => ({
  market,
  account,
  lineageId,
  sellerTab: null,
  vintedId: null,
});

async function add(deps: QueueRelistDeps, about: About, notBefore: number, input: RelistInput): Promise<string> {
  const { ledger, store, flow } = deps;
  const id = deps.newId();
  const wish = { id, market: about.market, memberId: about.memberId, draftId: null, listingKey: about.key };
  const job = newJob(flow, { ...wish, input, notBefore }, deps.now());
  await ledger.transaction('rw', ledger.jobs, ledger.journal, async () => {
    const others = await ledger.jobs.where('listingKey').equals(about.key).toArray();
    if (others.some(({ doneAt }) => doneAt === null)) {
      throw new MessageError({ code: 'already-queued', message: 'Something is under way with this listing already.' });
    }
    await store.add([job]);
  });
  return id;
}
