import * as z from 'zod';

import { audience, colorCode, conditionCode, limits, packageCode } from './vocabulary.ts';

/**
 * The seller's own choices, used where an analyser leaves a field open; filled values are marked `default`.
 * The same shape is the file given to `npm start -- --defaults FILE`.
 */
export const sellerDefaults = z.strictObject({
  audience: z.nullable(audience).default(null).describe('Whose clothes this seller mostly sells'),
  condition: z.nullable(conditionCode).default(null),
  package: z.nullable(packageCode).default(null),
  /** "My size" by size family; matched against the labels the form offers. */
  sizes: z
    .strictObject({
      clothing: z.nullable(z.string().max(40)).default(null),
      shoes: z.nullable(z.string().max(40)).default(null),
      hats: z.nullable(z.string().max(40)).default(null),
    })
    .default({ clothing: null, shoes: null, hats: null }),
  brand: z.nullable(z.string().max(80)).default(null).describe('"none" = Vinted\'s "no brand"'),
  /** Where no colour could be told. */
  color: z.nullable(colorCode).default(null),
  /** Where nothing could be said of the item. */
  description: z.nullable(z.string().max(limits.description)).default(null),
  /** Minor units by garment kind (shared/garments.ts), `*` for all others. */
  prices: z.record(z.string().max(40), z.int().min(100).max(10_000_000)).default({}),
  /** Take the best category guess even below the confidence threshold (it stays marked as unsure). */
  acceptUnsureCategory: z.boolean().default(false),
});
export type SellerDefaults = z.infer<typeof sellerDefaults>;
