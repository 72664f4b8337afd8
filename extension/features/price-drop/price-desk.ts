import type { Wardrobe } from '../../db/database.ts';
import type { ListingForm } from '../../../shared/listing-form.ts';
import type { SellDesk } from '../../selling/sell-site.ts';
import type { PriceState } from './price-state.ts';

/** What is put into the form: the price and nothing else. Its change is remembered for the three days' rest. */
export function priceDesk(
  wardrobe: Wardrobe,
  settleWindow: () => Promise<number>,
  now: () => number,
): SellDesk<PriceState> {
  return {
    form: async ({ input }) => ({ ok: true, form: { ...nothingElse, price: input.to } }),
    async made({ input }) {
      await wardrobe.lineages.where('id').equals(input.lineageId).modify({ priceChangedAt: now() });
    },
    settleWindow,
  };
}

const nothingElse: ListingForm = {
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
