import type { Listing } from '../../../shared/listing.ts';
import { isSamePicture, normal } from './find-lineage.ts';

const onVinted: readonly Listing['status'][] = ['active', 'hidden', 'reserved', 'under-review'];

/** Listings that may be of one thing; `id` stays the same as long as they are the same ones. */
export type LookAlikes = { id: string; listings: Listing[] };

/**
 * Two or more on Vinted at once with the same title, brand, size and number of photos, whose main photos do not tell them apart:
 * what a relist leaves when all that was written of it is lost. Never decided here, only shown.
 */
export function findLookAlikes(listings: readonly Listing[]): LookAlikes[] {
  const groups = new Map<string, Listing[]>();
  for (const listing of listings) {
    if (!onVinted.includes(listing.status) || normal(listing.title) === '') continue;
    const thing = [normal(listing.title), listing.brand, listing.size, listing.photoCount].join('\n');
    groups.set(thing, [...(groups.get(thing) ?? []), listing]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1 && group.every((one) => mayBeOne(one, group[0])))
    .map((group) => group.toSorted((one, other) => Number(other.vintedId) - Number(one.vintedId)))
    .map((group) => ({ id: group.map(({ key }) => key).join(' '), listings: group }));
}

const mayBeOne = (one: Listing, other: Listing | undefined): boolean =>
  one.fingerprint === null || !other?.fingerprint || isSamePicture(one.fingerprint, other.fingerprint);
