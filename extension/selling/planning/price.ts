import type { Listing } from '../../../shared/listing.ts';
import type { Money } from '../../../shared/money.ts';

/** A price changed by whole percents, never below the floor unless it stood there already. */
export function adjusted(price: Money, percent: number, floor: Money | null): Money {
  return { ...price, amount: notBelow(Math.round((price.amount * (100 + percent)) / 100), price, floor) };
}

/** What a lower amount may become: the floor where that is higher, but never more than the price was. */
export function notBelow(amount: number, price: Money, floor: Money | null): number {
  const least = floor?.currency === price.currency ? Math.min(floor.amount, price.amount) : 0;
  return Math.max(1, amount, least);
}

/** The higher of what it cost and what its seller wants at least, in the currency of the price; null = no floor. */
export function floorOf({ cost, minimum }: Pick<Listing, 'cost' | 'minimum'>, { currency }: Money): Money | null {
  const amounts = [cost, minimum].flatMap((money) => (money?.currency === currency ? [money.amount] : []));
  return amounts.length > 0 ? { amount: Math.max(...amounts), currency } : null;
}
