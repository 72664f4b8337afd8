import * as z from 'zod';

import { money } from '../../../shared/money.ts';
import { nothingSold, sellInput, sellState } from '../../selling/sell-state.ts';

export const priceInput = sellInput.extend({
  vintedId: z.string().regex(/^\d{1,15}$/),
  lineageId: z.string(),
  title: z.string(),
  /** What it must cost now: another price means that somebody changed it meanwhile. */
  from: money,
  to: money,
});
export type PriceInput = z.infer<typeof priceInput>;

export const priceState = sellState.extend({ input: priceInput });
export type PriceState = z.infer<typeof priceState>;

export const startOf = (input: PriceInput): PriceState => ({ ...nothingSold, input });
