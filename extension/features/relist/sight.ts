import type { ListingForm } from '../../../shared/listing-form.ts';
import type { WardrobeItem } from '../../../shared/wardrobe.ts';
import type { OwnListing, ReadListing, RelistSite } from '../../selling/relist-site.ts';
import { differences } from './same-listing.ts';
import type { Sight } from './saga.ts';

export type Seen = { sight: Sight; listing: OwnListing | null };

/** One listing as the whole list and its own data tell it, compared with what it should be. */
export async function lookAt(
  site: RelistSite,
  tabId: number,
  id: string,
  items: readonly WardrobeItem[],
  expected: { form: ListingForm; photos: number } | null,
): Promise<Seen> {
  const listed = items.find((item) => item.id === id);
  const read = await site.readListing(tabId, id);
  if (listed?.isSold) return { sight: 'sold', listing: null };
  if (read.is === 'absent') {
    if (listed && !listed.isClosed) throw new Error('Vinted lists it, but does not show what is in it.');
    return { sight: 'gone', listing: null };
  }
  return { sight: sightOf(read, listed, expected), listing: read };
}

function sightOf(
  read: OwnListing,
  listed: WardrobeItem | undefined,
  expected: { form: ListingForm; photos: number } | null,
): Sight {
  if (read.status === 'sold') return 'sold';
  if (read.status === 'closed' || read.status === 'gone') return 'gone';
  if (read.status === 'under-review' || listed?.isProcessing) return 'under-review';
  if (expected && !isAsExpected(read, expected)) return 'changed';
  if (read.isReserved || read.status === 'reserved' || listed?.isReserved) return 'reserved';
  if (read.inTalks) return 'in-talks';
  if (read.status === 'draft') return 'changed';
  return read.status === 'hidden' ? 'hidden' : 'live';
}

const isAsExpected = (read: OwnListing, { form, photos }: { form: ListingForm; photos: number }): boolean =>
  read.photos.length === photos && differences(form, read.form).length === 0;

/** The same without a list, where only one listing counts. */
export const sightAlone = (read: ReadListing, expected: { form: ListingForm; photos: number } | null): Sight =>
  read.is === 'absent' ? 'gone' : sightOf(read, undefined, expected);
