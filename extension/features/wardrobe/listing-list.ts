import { foldText } from '../../../shared/fold-text.ts';
import type { Listing, ListingStatus } from '../../../shared/listing.ts';

/** The chips above the list. A closed listing is over for the seller as a gone one is. */
export const piles = ['all', 'active', 'hidden', 'reserved', 'under-review', 'sold', 'draft', 'gone'] as const;
export type Pile = (typeof piles)[number];
export const sortings = [
  'newest',
  'oldest',
  'views-down',
  'views-up',
  'favourites-down',
  'price-down',
  'price-up',
  'title',
] as const;
export type Sorting = (typeof sortings)[number];
export const ages = ['any', '7', '30', '90'] as const;
export type Age = (typeof ages)[number];
export type ListQuery = { pile: Pile; search: string; sort: Sorting; age: Age; tag: string | null };

const DAY = 24 * 60 * 60 * 1_000;

export const pileOf = (status: ListingStatus): Exclude<Pile, 'all'> => (status === 'closed' ? 'gone' : status);

/** Whole days since Vinted listed it; null where no answer told. */
export const ageInDays = ({ listedAt }: Pick<Listing, 'listedAt'>, now: number): number | null =>
  listedAt === null ? null : Math.max(0, Math.floor((now - listedAt) / DAY));

/** Every word of the search occurs somewhere in what is known of the listing. */
function matchesSearch(listing: Listing, search: string): boolean {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const parts = [listing.title, listing.brand, listing.size, listing.vintedId, ...listing.tags];
  const text = foldText(parts.filter(Boolean).join(' '));
  return words.every((word) => text.includes(word));
}

const compare: Record<Sorting, (one: Listing, other: Listing) => number> = {
  newest: (one, other) => bySome(other.listedAt, one.listedAt),
  oldest: (one, other) => bySome(one.listedAt, other.listedAt),
  'views-down': (one, other) => bySome(other.views, one.views),
  'views-up': (one, other) => bySome(one.views, other.views),
  'favourites-down': (one, other) => bySome(other.favourites, one.favourites),
  'price-down': (one, other) => bySome(other.price?.amount, one.price?.amount),
  'price-up': (one, other) => bySome(one.price?.amount, other.price?.amount),
  title: (one, other) => one.title.localeCompare(other.title),
};

const bySome = (one: number | null | undefined, other: number | null | undefined): number => (one ?? 0) - (other ?? 0);

const keyOf: Partial<Record<Sorting, (listing: Listing) => unknown>> = {
  newest: ({ listedAt }) => listedAt,
  oldest: ({ listedAt }) => listedAt,
  'views-down': ({ views }) => views,
  'views-up': ({ views }) => views,
  'favourites-down': ({ favourites }) => favourites,
  'price-down': ({ price }) => price,
  'price-up': ({ price }) => price,
};

/** Those whose figure nobody knows come last, whichever way it is sorted; ties go by id, so that the list does not jump. */
export function arrangeListings(listings: Listing[], query: ListQuery, now: number): Listing[] {
  const unknown = (listing: Listing): number => (keyOf[query.sort]?.(listing) === null ? 1 : 0);
  return listings
    .filter((listing) => fits(listing, query, now))
    .toSorted(
      (one, other) =>
        unknown(one) - unknown(other) || compare[query.sort](one, other) || (one.key < other.key ? -1 : 1),
    );
}

function fits(listing: Listing, { pile, search, age, tag }: ListQuery, now: number): boolean {
  if (pile !== 'all' && pileOf(listing.status) !== pile) return false;
  if (age !== 'any' && !((ageInDays(listing, now) ?? -1) >= Number(age))) return false;
  if (tag !== null && !listing.tags.includes(tag)) return false;
  return matchesSearch(listing, search);
}

export function countPiles(listings: Listing[]): Record<Pile, number> {
  const counts = Object.fromEntries(piles.map((pile) => [pile, 0])) as Record<Pile, number>;
  counts.all = listings.length;
  for (const { status } of listings) counts[pileOf(status)] += 1;
  return counts;
}

/** All tags in use, in the order of the alphabet. */
export const tagsOf = (listings: Listing[]): string[] =>
  [...new Set(listings.flatMap(({ tags }) => tags))].toSorted((one, other) => one.localeCompare(other));
