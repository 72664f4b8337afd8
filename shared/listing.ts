import * as z from 'zod';

import { listingForm } from './listing-form.ts';
import { money } from './money.ts';

const vintedId = z.string().regex(/^\d{1,15}$/);
/** `market:memberId`. */
const account = z.string();
/** Calendar day in the member's zone, `2026-11-23`. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Where a listing stands (site.md §5.1, §8.2). `gone` = it was there and no list of the site shows it any more. */
export const listingStatus = z.enum([
  'active',
  'hidden',
  'reserved',
  'under-review',
  'draft',
  'sold',
  'closed',
  'gone',
]);
export type ListingStatus = z.infer<typeof listingStatus>;

/** An item that is or was live (design.md §3), as the last sync left it, with what the seller noted on it. Times: Unix ms. */
export const listing = z.strictObject({
  /** `market:vintedId`. */
  key: z.string(),
  account,
  market: z.string(),
  memberId: z.string(),
  vintedId,
  lineageId: z.string(),
  title: z.string(),
  price: z.nullable(money),
  status: listingStatus,
  favourites: z.nullable(z.int().min(0)),
  views: z.nullable(z.int().min(0)),
  brand: z.nullable(z.string()),
  size: z.nullable(z.string()),
  /** Leaf category; null until the listing's own form was read once (the wardrobe does not tell it). */
  catalogId: z.nullable(z.int().positive()),
  photoCount: z.int().min(0),
  /** `https://images*.vinted.net/…`; null when the answer named none there. */
  thumbnail: z.nullable(z.string()),
  /** 256-bit dHash of its main photo once its bytes were seen; joins relists made by hand. */
  fingerprint: z.nullable(z.string()),
  /** When Vinted says it was listed; null where no answer tells. */
  listedAt: z.nullable(z.int()),
  firstSeenAt: z.int(),
  changedAt: z.int(),
  tags: z.array(z.string().max(40)).max(20),
  /** Never touched by any rule. */
  excluded: z.boolean(),
  cost: z.nullable(money),
  /** No rule and no bulk action goes below. */
  minimum: z.nullable(money),
});
export type Listing = z.infer<typeof listing>;

/** One physical thing across its relists: statistics, cost and tags hang on it. */
export const lineage = z.strictObject({
  id: z.string(),
  account,
  /** Oldest first. */
  vintedIds: z.array(vintedId),
  /** When one of ours was last relisted; the 7-day rest counts from here. */
  relistedAt: z.nullable(z.int()),
  priceChangedAt: z.nullable(z.int()),
  createdAt: z.int(),
});
export type Lineage = z.infer<typeof lineage>;

/** One change seen by a sync, or made by a job of ours. */
export const listingEvent = z.strictObject({
  id: z.optional(z.int()),
  account,
  key: z.string(),
  lineageId: z.string(),
  at: z.int(),
  kind: z.enum(['appeared', 'title', 'price', 'favourites', 'views', 'status', 'gone', 'back']),
  before: z.nullable(z.union([z.string(), z.number()])),
  after: z.nullable(z.union([z.string(), z.number()])),
  /** `us` when a job of ours caused it, else the seller by hand or the site. */
  by: z.enum(['us', 'site']),
});
export type ListingEvent = z.infer<typeof listingEvent>;

/** One row a listing and day: figures as first seen that day. `id` = `key:day`. */
export const listingDay = z.strictObject({
  id: z.string(),
  account,
  key: z.string(),
  day,
  favourites: z.nullable(z.int()),
  views: z.nullable(z.int()),
  price: z.nullable(money),
});
export type ListingDay = z.infer<typeof listingDay>;

/**
 * A listing copied whole before anything of it is touched (reliability.md §2.4): its form, and each photo by the SHA-256
 * of its bytes, in order, as turned by the seller. The bytes lie apart, once each.
 */
export const backup = z.strictObject({
  id: z.string(),
  account,
  listingKey: z.string(),
  vintedId,
  lineageId: z.string(),
  form: listingForm,
  photos: z
    .array(
      z.strictObject({
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        type: z.string(),
        bytes: z.int().positive(),
        /** Degrees clockwise as Vinted keeps it: 0, 90, 180, 270. */
        orientation: z.int(),
      }),
    )
    .max(20),
  why: z.enum(['relist', 'delete', 'edit']),
  /** `kept` = the listing is (or should be) online; `deleted` = taken down on purpose; `replaced` = a copy is live. */
  state: z.enum(['kept', 'deleted', 'replaced', 'forgotten']),
  replacedBy: z.nullable(vintedId),
  jobId: z.nullable(z.string()),
  madeAt: z.int(),
});
export type Backup = z.infer<typeof backup>;

/** Key of the listing that should be online for it. */
export const liveKeyOf = ({ listingKey, replacedBy }: Pick<Backup, 'listingKey' | 'replacedBy'>): string =>
  replacedBy === null ? listingKey : `${listingKey.split(':')[0] ?? ''}:${replacedBy}`;

/** What stands for its listing is kept once more by a younger backup, so that this one is history. */
export const isReplacedAgain = (backup: Backup, all: readonly Backup[]): boolean =>
  all.some((other) => other.listingKey === liveKeyOf(backup) && other.madeAt > backup.madeAt);
