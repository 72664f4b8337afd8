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

export const wardrobePage = z.strictObject({
  items: z.array(wardrobeItem),
  page: z.int(),
  pages: z.int(),
  total: z.int(),
});
export type WardrobePage = z.infer<typeof wardrobePage>;
