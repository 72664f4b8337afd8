import type { Wardrobe } from '../../db/database.ts';
import type { Listing, ListingStatus } from '../../../shared/listing.ts';

/** What a job did is in the wardrobe at once, not only after the next sync; repeatable. */
export async function noteStatus(wardrobe: Wardrobe, key: string, status: ListingStatus, at: number): Promise<void> {
  await wardrobe.transaction('rw', wardrobe.listings, wardrobe.events, async () => {
    const listing = await wardrobe.listings.get(key);
    if (!listing || listing.status === status) return;
    await wardrobe.listings.put({ ...listing, status, changedAt: at });
    const { account, lineageId } = listing;
    const kind = status === 'gone' ? 'gone' : 'status';
    await wardrobe.events.add({ account, key, lineageId, at, kind, before: listing.status, after: status, by: 'us' });
  });
}

/** The copy takes the place of what it was made from, with all that its seller noted on that. */
export async function noteCopy(
  wardrobe: Wardrobe,
  from: string,
  copy: Pick<Listing, 'vintedId' | 'price' | 'status'>,
  at: number,
): Promise<void> {
  await wardrobe.transaction('rw', wardrobe.listings, wardrobe.events, async () => {
    const old = await wardrobe.listings.get(from);
    const key = `${from.split(':')[0] ?? ''}:${copy.vintedId}`;
    if (!old || (await wardrobe.listings.get(key))) return;
    const fresh = { favourites: 0, views: 0, listedAt: at, firstSeenAt: at, changedAt: at };
    await wardrobe.listings.add({ ...old, ...fresh, ...copy, key });
    const { account, lineageId } = old;
    const event = { kind: 'appeared', before: null, after: copy.status, by: 'us' } as const;
    await wardrobe.events.add({ account, key, lineageId, at, ...event });
  });
}
