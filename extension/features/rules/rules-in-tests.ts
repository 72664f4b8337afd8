import type { Listing } from '../../../shared/listing.ts';
import { listingInTests } from '../../../shared/listing-in-tests.ts';
import type { ListingFilter, PriceDropRule, RelistRule } from '../../../shared/rule.ts';

const DAY = 24 * 60 * 60 * 1000;
export const zone = 'Europe/Paris';
export const market = 'www.vinted.fr';
export const account = `${market}:7`;
/** Thursday 22 Oct 2026, 07:00 in Paris; the clocks change on the Sunday of that week. */
export const start = Date.UTC(2026, 9, 22, 5);

const tagged = (tag: string): ListingFilter => ({
  minAgeDays: null,
  maxViews: null,
  maxFavourites: null,
  minPrice: null,
  maxPrice: null,
  catalogIds: [],
  tags: [tag],
});
const about = { account, name: 'A rule', enabled: true, createdAt: 0, updatedAt: 0 };

export const bump: RelistRule = {
  ...about,
  id: 'bump',
  kind: 'relist',
  which: tagged('bump'),
  mode: 'safe',
  restDays: 7,
  perDay: 4,
  pricePercent: 0,
};
export const drop: PriceDropRule = {
  ...about,
  id: 'drop',
  kind: 'price-drop',
  which: tagged('drop'),
  step: { by: 'percent', percent: 10 },
  everyDays: 3,
  times: 2,
  floorPercent: 50,
  perDay: 5,
};

/** Some listings that a rule of that tag is for, the oldest first. */
export const listings = (from: number, to: number, tag: string): Listing[] =>
  Array.from({ length: to - from }, (_, n) => listing(from + n, tag));

const listing = (at: number, tag: string): Listing =>
  listingInTests(1_000 + at, {
    lineageId: `l${at}`,
    title: `Item ${at}`,
    price: { amount: 2_000, currency: 'EUR' },
    favourites: 1,
    views: 10,
    catalogId: null,
    listedAt: start - (60 - at) * DAY,
    tags: [tag],
  });
