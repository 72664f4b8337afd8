import type { Listing } from './listing.ts';

/** A listing that is online and of which nothing special is known; `change` says what a test is about. */
export function listingInTests(id: number, change: Partial<Listing> = {}): Listing {
  const { market = 'www.vinted.fr', memberId = '7' } = change;
  return {
    key: `${market}:${id}`,
    account: `${market}:${memberId}`,
    market,
    memberId,
    vintedId: String(id),
    lineageId: `thing-${id}`,
    title: 'Blue dress',
    price: { amount: 1_200, currency: 'EUR' },
    status: 'active',
    favourites: 0,
    views: 0,
    brand: null,
    size: null,
    catalogId: 1,
    photoCount: 4,
    thumbnail: null,
    fingerprint: null,
    listedAt: 0,
    firstSeenAt: 0,
    changedAt: 0,
    tags: [],
    excluded: false,
    cost: null,
    minimum: null,
    ...change,
  };
}
