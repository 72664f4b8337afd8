import * as z from 'zod';

import { money } from './money.ts';

/** One own listing as the wardrobe endpoint tells it (site.md §8.2), reduced to what is known for certain. */
export const wardrobeItem = z.strictObject({
  id: z.string().regex(/^\d{1,15}$/),
  title: z.string(),
  price: z.nullable(money),
  isDraft: z.boolean(),
  isProcessing: z.boolean(),
  isHidden: z.boolean(),
  isReserved: z.boolean(),
  isClosed: z.boolean(),
  isSold: z.boolean(),
  /** Unix ms, from the listing or its oldest photo; null when the answer carries neither. */
  createdAt: z.nullable(z.int()),
});
export type WardrobeItem = z.infer<typeof wardrobeItem>;

/** The same with what only the seller's own list of listings needs. */
export const wardrobeEntry = z.strictObject({
  ...wardrobeItem.shape,
  favourites: z.nullable(z.int().min(0)),
  views: z.nullable(z.int().min(0)),
  brand: z.nullable(z.string()),
  size: z.nullable(z.string()),
  /** The condition in the site's own words. */
  condition: z.nullable(z.string()),
  /** Addresses at Vinted's photo host, the main one first. */
  photos: z.array(z.string()),
});
export type WardrobeEntry = z.infer<typeof wardrobeEntry>;

export const wardrobePage = z.strictObject({
  items: z.array(wardrobeItem),
  page: z.int(),
  pages: z.int(),
  total: z.int(),
});
export type WardrobePage = z.infer<typeof wardrobePage>;
export type WardrobeEntries = Omit<WardrobePage, 'items'> & { items: WardrobeEntry[] };
