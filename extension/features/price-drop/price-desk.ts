import type { Wardrobe } from '../../db/database.ts';
import { nothingSaid } from '../../../shared/listing-form.ts';
import type { SellDesk } from '../../selling/sell-site.ts';
import type { PriceState } from './price-state.ts';

/** What is put into the form: the price and nothing else. What it became is known before the next look at the wardrobe. */
export function priceDesk(
  wardrobe: Wardrobe,
  settleWindow: () => Promise<number>,
  now: () => number,
): SellDesk<PriceState> {
  return {
    form: async ({ input }) => ({ ok: true, form: { ...nothingSaid, price: input.to } }),
    async made({ input: { market, vintedId, lineageId, to } }) {
      const at = now();
      await wardrobe.transaction('rw', wardrobe.lineages, wardrobe.listings, wardrobe.events, async () => {
        await wardrobe.lineages.where('id').equals(lineageId).modify({ priceChangedAt: at });
        const listing = await wardrobe.listings.get(`${market}:${vintedId}`);
        if (!listing || listing.price?.amount === to.amount) return;
        const { account, key, price } = listing;
        await wardrobe.listings.update(key, { price: to, changedAt: at });
        const prices = { before: price?.amount ?? null, after: to.amount };
        await wardrobe.events.add({ account, key, lineageId, at, kind: 'price', ...prices, by: 'us' });
      });
    },
    settleWindow,
  };
}
