import * as z from 'zod';

import { money } from './money.ts';

/** Which listings a rule is for; every condition must hold, null = no condition. Excluded listings never match. */
export const listingFilter = z.strictObject({
  /** Days since listed; unknown age never matches. */
  minAgeDays: z.nullable(z.int().min(0).max(3_650)),
  maxViews: z.nullable(z.int().min(0)),
  maxFavourites: z.nullable(z.int().min(0)),
  minPrice: z.nullable(z.int().min(0)),
  maxPrice: z.nullable(z.int().min(0)),
  /** Leaf or branch ids of the catalogue; empty = any. */
  catalogIds: z.array(z.int().positive()).max(50),
  /** Any of these; empty = any listing. */
  tags: z.array(z.string()).max(20),
});
export type ListingFilter = z.infer<typeof listingFilter>;

const common = {
  id: z.string(),
  /** `market:memberId`. */
  account: z.string(),
  name: z.string().min(1).max(60),
  /** Every rule is created disabled (design.md §2.3). */
  enabled: z.boolean(),
  which: listingFilter,
  createdAt: z.int(),
  updatedAt: z.int(),
};

/** Auto-bump: relist what is old enough. Never sooner than 7 days, never more than 10 a day (market.md). */
export const relistRule = z.strictObject({
  ...common,
  kind: z.literal('relist'),
  /** `safe` = publish the copy, prove it, take the old one down; `prepare` = fill the form, the last click is the seller's. */
  mode: z.enum(['safe', 'prepare']),
  restDays: z.int().min(7).max(365),
  perDay: z.int().min(1).max(10),
  /** Percent the price changes by with each relist; 0 = stays. Never below the listing's minimum. */
  pricePercent: z.int().min(-50).max(50),
});
export type RelistRule = z.infer<typeof relistRule>;

/** Price drop in steps, once a day at most, at most every 3 days for one listing (market.md). */
export const priceDropRule = z.strictObject({
  ...common,
  kind: z.literal('price-drop'),
  step: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('percent'), percent: z.int().min(1).max(50) }),
    z.strictObject({ by: z.literal('amount'), amount: money }),
  ]),
  everyDays: z.int().min(3).max(90),
  /** Stop after this many drops of one listing. */
  times: z.int().min(1).max(20),
  /** Floor in percent of the price before the first drop; cost and minimum of the listing are floors besides. */
  floorPercent: z.int().min(10).max(100),
  perDay: z.int().min(1).max(30),
});
export type PriceDropRule = z.infer<typeof priceDropRule>;

export const rule = z.discriminatedUnion('kind', [relistRule, priceDropRule]);
export type Rule = z.infer<typeof rule>;

/** When automation of one account may act, and how much less than the ceilings. All of it only ever lowers (market.md). */
export const accountPace = z.strictObject({
  account: z.string(),
  /** IANA zone the hours are read in. */
  zone: z.string(),
  /** Minutes since midnight; within 8:00–22:00. */
  from: z
    .int()
    .min(8 * 60)
    .max(22 * 60),
  to: z
    .int()
    .min(8 * 60)
    .max(22 * 60),
  /** 1 = Monday … 7 = Sunday. */
  days: z.array(z.int().min(1).max(7)).max(7),
  /** Own daily limit by ceiling name; above the ceiling has no effect. */
  perDay: z.record(z.string(), z.int().min(0)),
});
export type AccountPace = z.infer<typeof accountPace>;
