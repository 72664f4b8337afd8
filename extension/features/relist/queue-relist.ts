import type { Ledger, Wardrobe } from '../../db/database.ts';
import { newJob, type QueueDeps } from '../../engine/new-job.ts';
import { MessageError } from '../../messaging/failures.ts';
import { floorOf } from '../../selling/planning/price.ts';
import { liveKeyOf, type Backup, type Listing } from '../../../shared/listing.ts';
import type { RelistInput } from './relist-state.ts';

/** The flow is that of relists, or of listing acts where those are queued. */
export interface QueueRelistDeps extends QueueDeps {
  ledger: Ledger;
  wardrobe: Wardrobe;
}

export type RelistWish = {
  mode: 'safe' | 'prepare';
  pricePercent: number;
  restDays: number;
  notBefore: number;
  /** A rule wishes it, and until when; prepared by a rule, it waits for the seller's click. */
  byRule?: { ruleId: string; notAfter: number };
};
type Mode = RelistWish['mode'];

const DAY = 24 * 60 * 60 * 1000;
const howOf = (mode: Mode): RelistInput['how'] => (mode === 'safe' ? 'publish' : 'fill');
const refused = (code: string, message: string): MessageError => new MessageError({ code, message });

/** One job for a listing; refused while another about it is unfinished (C34): checked and written in one transaction. */
export async function queueRelist(deps: QueueRelistDeps, key: string, wish: RelistWish): Promise<string> {
  const listing = await found(deps, key, ['active']);
  const last = (await deps.wardrobe.lineages.get(listing.lineageId))?.relistedAt ?? null;
  const { mode, notBefore, pricePercent, restDays, byRule } = wish;
  if (last !== null && notBefore - last < restDays * DAY) {
    throw refused('too-soon', `It was relisted less than ${restDays} days ago.`);
  }
  const input = {
    ...common(listing),
    how: howOf(mode),
    oldId: listing.vintedId,
    pricePercent,
    restDays,
    floor: listing.price && floorOf(listing, listing.price),
  };
  return add(deps, listing, notBefore, input, byRule);
}

const may = { hide: ['active'], unhide: ['hidden'], delete: ['active', 'hidden'] } as const;

/** Hides, shows again or deletes one listing. */
export async function queueAct(deps: QueueRelistDeps, key: string, act: keyof typeof may, at: number): Promise<string> {
  const listing = await found(deps, key, may[act]);
  return add(deps, listing, at, { ...common(listing), how: 'publish', oldId: listing.vintedId, act });
}

async function found(deps: QueueRelistDeps, key: string, fit: readonly Listing['status'][]): Promise<Listing> {
  const listing = await deps.wardrobe.listings.get(key);
  if (!listing) throw refused('listing-gone', 'This listing is not in the wardrobe.');
  if (!fit.includes(listing.status))
    throw refused(`listing-${listing.status}`, `This listing is ${listing.status} now.`);
  return listing;
}

/** A listing that is not online any more, published again as it was kept. */
export async function queueRestore(deps: QueueRelistDeps, backup: Backup, mode: Mode, at: number): Promise<string> {
  const live = await deps.wardrobe.listings.get(liveKeyOf(backup));
  const isOnline = live !== undefined && !['gone', 'closed', 'sold'].includes(live.status);
  if (isOnline && backup.state !== 'deleted') throw refused('still-online', 'This listing is on Vinted.');
  const [market = '', memberId = ''] = backup.account.split(':');
  const about = { key: backup.listingKey, market, memberId, account: backup.account, lineageId: backup.lineageId };
  return add(deps, about, at, { ...common(about), how: howOf(mode), oldId: null, backupId: backup.id });
}

type About = Pick<Listing, 'key' | 'market' | 'memberId' | 'account' | 'lineageId'>;

/** As it is: the price it has, no rest. */
const common = ({ market, account, lineageId }: About) => ({
  market,
  account,
  lineageId,
  sellerTab: null,
  vintedId: null,
  backupId: null,
  pricePercent: 0,
  floor: null,
  restDays: 0,
});

const proposed = {
  status: 'needs-user',
  failure: { code: 'rule-proposes', message: 'A rule proposes to relist this.' },
} as const;

async function add(
  deps: QueueRelistDeps,
  about: About,
  notBefore: number,
  input: RelistInput,
  byRule?: RelistWish['byRule'],
): Promise<string> {
  const id = deps.newId();
  const wish = { id, market: about.market, memberId: about.memberId, draftId: null, listingKey: about.key, ...byRule };
  const job = newJob(deps.flow, { ...wish, input, notBefore }, deps.now());
  const [standing] = await deps.store.add([byRule && input.how === 'fill' ? { ...job, ...proposed } : job]);
  if (standing !== id) throw refused('already-queued', 'Something is under way with this listing already.');
  return id;
}
