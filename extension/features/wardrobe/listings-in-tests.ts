import type { Listing } from '../../../shared/listing.ts';

const DAY = 86_400_000;
export const someDay = Date.UTC(2026, 10, 23, 12);
export const someAccount = 'www.vinted.fr:77';

/** An active listing; `at` tells it apart. */
export const listingWith = (at: number, more: Partial<Listing> = {}): Listing => ({
  key: `www.vinted.fr:${1_000 + at}`,
  account: someAccount,
  market: 'www.vinted.fr',
  memberId: '77',
  vintedId: String(1_000 + at),
  lineageId: `line-${at}`,
  title: `Item ${at}`,
  price: { amount: 1_000 + at, currency: 'EUR' },
  status: 'active',
  favourites: at % 7,
  views: at % 90,
  brand: null,
  size: null,
  catalogId: null,
  photoCount: 3,
  thumbnail: null,
  fingerprint: null,
  listedAt: someDay - at * DAY,
  firstSeenAt: someDay,
  changedAt: someDay,
  tags: [],
  excluded: false,
  cost: null,
  minimum: null,
  ...more,
});
