import * as z from 'zod';

import { listingForm } from '../../../shared/listing-form.ts';
import { nothingSold, sellInput, sellState } from '../../selling/sell-state.ts';

export const publishInput = sellInput.extend({ draftId: z.string() });
export type PublishInput = z.infer<typeof publishInput>;

export const publishState = sellState.extend({
  input: publishInput,
  /** What the seller's own form held before the panel filled it, for undo. */
  before: z.nullable(listingForm),
});
export type PublishState = z.infer<typeof publishState>;

export const startOf = (input: PublishInput): PublishState => ({ ...nothingSold, input, before: null });
