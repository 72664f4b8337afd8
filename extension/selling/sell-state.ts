import * as z from 'zod';

import { listingForm } from '../../shared/listing-form.ts';

const vintedId = z.string().regex(/^\d{1,15}$/);

/** What every job that makes a listing was asked for. `sellerTab` null = the work tab. */
export const sellInput = z.strictObject({
  market: z.string(),
  how: z.enum(['publish', 'draft', 'fill']),
  sellerTab: z.nullable(z.int()),
  /** Vinted draft to open and complete; null = a new listing. */
  vintedId: z.nullable(vintedId),
});

/** How far the making of one listing is. A flow adds its own to it. */
export const sellState = z.strictObject({
  input: sellInput,
  memberId: z.nullable(z.string()),
  /** Frozen when the form is opened, so that what is verified is what was filled. */
  form: z.nullable(listingForm),
  baseline: z.nullable(z.strictObject({ ids: z.array(z.string()), total: z.int(), at: z.int() })),
  /** How often the form was opened. */
  rounds: z.int(),
  /** Wished fields the page did not offer, with what it said. */
  leftOut: z.array(z.strictObject({ field: z.string(), why: z.string() })),
  itemId: z.nullable(vintedId),
  underReview: z.boolean(),
  /** The seller said it is on Vinted where the site did not show it. */
  sellerSaysThere: z.boolean(),
});
export type SellState = z.infer<typeof sellState>;

/** What it becomes on Vinted. */
export const howOf = ({ input }: SellState): 'publish' | 'draft' => (input.how === 'draft' ? 'draft' : 'publish');

export const nothingSold = {
  memberId: null,
  form: null,
  baseline: null,
  rounds: 0,
  leftOut: [],
  itemId: null,
  underReview: false,
  sellerSaysThere: false,
} satisfies Omit<SellState, 'input'>;
