import type { Wardrobe } from '../../db/database.ts';
import { newJob, type QueueDeps } from '../../engine/new-job.ts';
import { MessageError } from '../../messaging/failures.ts';
import { floorOf } from '../../selling/planning/price.ts';
import type { Listing } from '../../../shared/listing.ts';
import type { Money } from '../../../shared/money.ts';
import { checkAmount, formatMoney } from '../../../shared/price.ts';
import type { PriceInput } from './price-state.ts';

export interface QueuePriceDeps extends QueueDeps {
  wardrobe: Wardrobe;
}

const refused = (code: string, message: string): MessageError => new MessageError({ code, message });

/** One job for the new price of a listing; refused where it cannot or must not cost that (its own minimum, Vinted's bounds). */
export async function queuePrice(
  deps: QueuePriceDeps,
  key: string,
  amount: number,
  at: number,
  byRule?: { ruleId: string; notAfter: number },
): Promise<string> {
  const listing = await deps.wardrobe.listings.get(key);
  if (!listing) throw refused('listing-gone', 'This listing is not in the wardrobe.');
  const { market, memberId, lineageId, vintedId, title } = listing;
  const from = changeable(listing, amount);
  const to: Money = { ...from, amount };
  const input: PriceInput = { market, how: 'publish', sellerTab: null, vintedId, lineageId, title, from, to };
  const id = deps.newId();
  const about = { id, market, memberId, draftId: null, listingKey: key, ...byRule };
  const [standing] = await deps.store.add([newJob(deps.flow, { ...about, input, notBefore: at }, deps.now())]);
  if (standing !== id) throw refused('already-queued', 'Something is under way with this listing already.');
  return id;
}

function changeable(listing: Listing, amount: number): Money {
  const { price, status } = listing;
  if (status !== 'active' && status !== 'hidden') {
    throw refused(`listing-${status}`, `This listing is ${status} now.`);
  }
  if (!price) throw refused('price-unknown', 'It is not known what it costs now.');
  if (price.amount === amount) throw refused('price-same', 'It costs that already.');
  if (checkAmount(amount, price.currency)) throw refused('price-not-taken', 'Vinted does not take such a price.');
  const floor = floorOf(listing, price);
  if (floor && amount < Math.min(floor.amount, price.amount)) {
    throw refused('below-minimum', `It must not cost less than ${formatMoney(floor, 'en')}.`);
  }
  return price;
}
