import type { Ledger } from '../../db/database.ts';
import { ceilings, DAY, type CeilingName } from '../../engine/ceilings.ts';
import { paceBook } from '../../engine/paces.ts';
import { jobStore } from '../../engine/store.ts';
import { writtenBy } from '../../engine/written.ts';
import { adjusted, floorOf, notBelow } from '../../selling/planning/price.ts';
import type { Listing, ListingStatus } from '../../../shared/listing.ts';
import type { Money } from '../../../shared/money.ts';
import { checkAmount } from '../../../shared/price.ts';

/** `by` and `to`: smallest unit of `currency`; `percent`: whole percents, less than nothing = cheaper. */
export type PriceChange = { how: 'to' | 'by' | 'percent'; value: number; least: number | null; currency: string };
export type BulkWish =
  | { act: 'price'; change: PriceChange }
  | { act: 'relist' }
  | { act: 'hide' }
  | { act: 'unhide' }
  | { act: 'delete' };
export type BulkAct = BulkWish['act'];

/** What is known besides the listings themselves. */
export type BulkWorld = { now: number; busy: ReadonlySet<string>; relistedAt: ReadonlyMap<string, number | null> };

/** What will become of one listing; `refused` = the code of why not. */
export type PlannedRow = {
  listing: Listing;
  price: Money | null;
  /** Its floor, not the wish, decides the price. */
  atFloor: boolean;
  refused: string | null;
};

const fit: Record<BulkAct, readonly ListingStatus[]> = {
  price: ['active', 'hidden'],
  relist: ['active'],
  hide: ['active'],
  unhide: ['hidden'],
  delete: ['active', 'hidden'],
};
const REST = 7 * DAY;

/** What each listing would become, by the same bounds the worker refuses by. */
export const planBulk = (listings: readonly Listing[], wish: BulkWish, world: BulkWorld): PlannedRow[] =>
  listings.map((listing) => {
    const row: PlannedRow = { listing, price: null, atFloor: false, refused: refusalOf(listing, wish.act, world) };
    return row.refused === null && wish.act === 'price' ? { ...row, ...pricedAs(listing, wish.change) } : row;
  });

function refusalOf({ key, status, lineageId }: Listing, act: BulkAct, world: BulkWorld): string | null {
  if (!fit[act].includes(status)) return `listing-${status}`;
  if (world.busy.has(key)) return 'already-queued';
  const last = world.relistedAt.get(lineageId) ?? null;
  return act === 'relist' && last !== null && world.now - last < REST ? 'too-soon' : null;
}

function pricedAs(listing: Listing, change: PriceChange): Pick<PlannedRow, 'price' | 'atFloor' | 'refused'> {
  const { price } = listing;
  const unpriced = { price: null, atFloor: false };
  if (!price) return { ...unpriced, refused: 'price-unknown' };
  if (change.how !== 'percent' && change.currency !== price.currency)
    return { ...unpriced, refused: 'price-not-taken' };
  const wished = wishedAmount(price, change);
  const own = floorOf(listing, price)?.amount ?? 0;
  const floor = { ...price, amount: Math.max(own, change.least ?? 0) };
  const amount = notBelow(wished, price, floor);
  if (amount === price.amount) return { ...unpriced, refused: wished === amount ? 'price-same' : 'below-minimum' };
  if (checkAmount(amount, price.currency)) return { ...unpriced, refused: 'price-not-taken' };
  return { price: { ...price, amount }, atFloor: amount !== wished, refused: null };
}

function wishedAmount(price: Money, { how, value }: PriceChange): number {
  if (how === 'percent') return adjusted(price, value, null).amount;
  return how === 'by' ? price.amount + value : value;
}

const ceilingOf = (act: BulkAct): CeilingName => (act === 'price' || act === 'relist' ? act : 'listing-act');

/** How many of these the account may still do in these 24 hours; what is more goes on later. */
export async function leftToday(ledger: Ledger, account: string, act: BulkAct, now: number): Promise<number> {
  const name = ceilingOf(act);
  const written = await writtenBy(
    jobStore(ledger, () => now),
    account,
    now,
    [name],
  );
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const own = (await paceBook(ledger, zone).of(account)).perDay[name] ?? Number.POSITIVE_INFINITY;
  const used = (written[name]?.counted ?? []).filter((at) => at > now - DAY).length;
  return Math.max(0, Math.min(ceilings[name].perDay, own) - used);
}
