import * as z from 'zod';

import { listingForm } from '../../../shared/listing-form.ts';

/** What one publish job was asked for. `place` null = the work tab; otherwise the seller's own tab (from the panel). */
export const publishInput = z.strictObject({
  draftId: z.string(),
  market: z.string(),
  how: z.enum(['publish', 'draft', 'fill']),
  sellerTab: z.nullable(z.int()),
  /** Vinted draft to open and complete; null = a new listing. */
  vintedId: z.nullable(z.string().regex(/^\d{1,15}$/)),
});
export type PublishInput = z.infer<typeof publishInput>;

export const publishState = z.strictObject({
  input: publishInput,
  memberId: z.nullable(z.string()),
  /** Frozen when the form is opened, so that what is verified is what was filled. */
  form: z.nullable(listingForm),
  /** What the seller's own form held before the panel filled it, for undo. */
  before: z.nullable(listingForm),
  baseline: z.nullable(z.strictObject({ ids: z.array(z.string()), total: z.int(), at: z.int() })),
  /** How often the form was opened. */
  rounds: z.int(),
  /** Wished fields the page did not offer, with what it said. */
  leftOut: z.array(z.strictObject({ field: z.string(), why: z.string() })),
  itemId: z.nullable(z.string()),
  underReview: z.boolean(),
  /** The seller said it is on Vinted where the site did not show it. */
  sellerSaysThere: z.boolean(),
});
export type PublishState = z.infer<typeof publishState>;

export const startOf = (input: PublishInput): PublishState => ({
  input,
  memberId: null,
  form: null,
  before: null,
  baseline: null,
  rounds: 0,
  leftOut: [],
  itemId: null,
  underReview: false,
  sellerSaysThere: false,
});
