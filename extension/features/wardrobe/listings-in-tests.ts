import type { Listing } from '../../../shared/listing.ts';
import { listingInTests } from '../../../shared/listing-in-tests.ts';

const DAY = 86_400_000;
export const someDay = Date.UTC(2026, 10, 23, 12);
export const someAccount = 'www.vinted.fr:77';

/** An active listing; `at` tells it apart. */
export const listingWith = (at: number, more: Partial<Listing> = {}): Listing =>
  listingInTests(1_000 + at, {
    memberId: '77',
    lineageId: `line-${at}`,
    title: `Item ${at}`,
    price: { amount: 1_000 + at, currency: 'EUR' },
    favourites: at % 7,
    views: at % 90,
    catalogId: null,
    photoCount: 3,
    listedAt: someDay - at * DAY,
    firstSeenAt: someDay,
    changedAt: someDay,
    ...more,
  });
