import * as z from 'zod';

import { money } from './money.ts';

const label = z.string().max(200);
/** An option of a drop-down: `id` when known, `label` as last resort (exact text in the site's language). */
const option = z.strictObject({ id: z.nullable(z.int().positive()), label });

/**
 * Everything the upload form should hold (site.md §3.2). `null` = leave that field alone.
 * What the site adapter fills and reads back.
 */
export const listingForm = z.strictObject({
  /** Extension photo ids in order; the bytes are asked for one by one. */
  photos: z.array(z.strictObject({ id: z.string(), name: z.string(), type: z.string(), bytes: z.int() })).max(20),
  title: z.nullable(z.string().max(100)),
  description: z.nullable(z.string().max(2_000)),
  /** `path`: titles from root to leaf; `ids`: the same path as ids, leaf included, where known (language-proof). */
  category: z.nullable(
    z.strictObject({ id: z.int().positive(), path: z.array(label), ids: z.optional(z.array(z.int().positive())) }),
  ),
  /** `'none'` = Vinted's "no brand"; a brand without id is searched by name, else used as a custom brand. */
  brand: z.nullable(z.union([z.literal('none'), option])),
  size: z.nullable(option),
  condition: z.nullable(z.int().positive()),
  colors: z.nullable(z.array(z.int().positive()).max(2)),
  materials: z.nullable(z.array(option).max(3)),
  unisex: z.nullable(z.boolean()),
  isbn: z.nullable(z.string().max(20)),
  model: z.nullable(option),
  measurements: z.nullable(z.strictObject({ width: z.nullable(z.number()), length: z.nullable(z.number()) })),
  /** Other category attributes by code (`internal_memory_capacity`, `sim_lock` …). */
  attributes: z.record(z.string(), option),
  price: z.nullable(money),
  /** Vinted's package size id: 1 small, 2 medium, 3 large, others by category (site.md §4.4). */
  package: z.nullable(z.int().positive()),
});
export type ListingForm = z.infer<typeof listingForm>;
export type FormField = keyof ListingForm;

/** A form in which nothing is said: a field of null is left as it is on the page. */
export const nothingSaid: ListingForm = {
  photos: [],
  title: null,
  description: null,
  category: null,
  brand: null,
  size: null,
  condition: null,
  colors: null,
  materials: null,
  unisex: null,
  isbn: null,
  model: null,
  measurements: null,
  attributes: {},
  price: null,
  package: null,
};
