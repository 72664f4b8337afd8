import type { Lineage, Listing } from '../../../shared/listing.ts';
import type { Money } from '../../../shared/money.ts';
import type { ListingFilter, PriceDropRule, RelistRule } from '../../../shared/rule.ts';
import { adjusted, floorOf, notBelow } from './price.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Why a rule leaves a listing alone; the words are the screen's. `until` = when that ends by itself. */
export type Skip = { skip: SkipWhy; until?: number };
export type SkipWhy =
  | 'excluded'
  | 'not-online'
  | 'age-unknown'
  | 'too-young'
  | 'too-many-views'
  | 'too-many-favourites'
  | 'price-outside'
  | 'other-category'
  | 'other-tag'
  | 'resting'
  | 'price-resting'
  | 'at-floor'
  | 'dropped-enough'
  | 'no-price'
  | 'refresh-first'
  | 'category-unknown'
  | 'tried-lately';

/** What is known of a listing when a rule looks at it. */
export type Known = {
  listing: Listing;
  lineage: Lineage | undefined;
  /** How often a rule lowered its price, and what it cost before the first time. */
  drops: { count: number; first: Money | null };
  /** Ids of its category and of those above it. */
  catalogPath: readonly number[];
  /** A rule tried and it did not work, or the seller stopped it: not again before then. */
  heldUntil: number | null;
};

/** The first condition a listing does not meet, or null. Unknown figures never match a condition on them. */
export function mismatch(which: ListingFilter, { listing, catalogPath, heldUntil }: Known, now: number): Skip | null {
  const { listedAt, views, favourites, price, tags } = listing;
  if (listing.excluded) return { skip: 'excluded' };
  if (listing.status !== 'active') return { skip: 'not-online' };
  if (heldUntil !== null && now < heldUntil) return { skip: 'tried-lately', until: heldUntil };
  if (which.minAgeDays !== null) {
    if (listedAt === null) return { skip: 'age-unknown' };
    const oldEnough = listedAt + which.minAgeDays * DAY;
    if (now < oldEnough) return { skip: 'too-young', until: oldEnough };
  }
  if (which.maxViews !== null && (views === null || views > which.maxViews)) return { skip: 'too-many-views' };
  if (which.maxFavourites !== null && (favourites === null || favourites > which.maxFavourites)) {
    return { skip: 'too-many-favourites' };
  }
  if (isOutside(price, which)) return { skip: 'price-outside' };
  if (which.catalogIds.length > 0 && !catalogPath.some((id) => which.catalogIds.includes(id))) {
    return { skip: catalogPath.length === 0 ? 'category-unknown' : 'other-category' };
  }
  return which.tags.length > 0 && !tags.some((tag) => which.tags.includes(tag)) ? { skip: 'other-tag' } : null;
}

function isOutside(price: Money | null, { minPrice, maxPrice }: ListingFilter): boolean {
  if (minPrice === null && maxPrice === null) return false;
  return price === null || price.amount < (minPrice ?? 0) || price.amount > (maxPrice ?? Infinity);
}

/** What would freshen a listing without a relist: Vinted tells followers of a lower price; more photos or words are found. */
export type Refresh = 'more-photos' | 'lower-price';
const FEW_PHOTOS = 3;

/** *Refresh first*: what to propose before a relist; null = nothing simpler is left. */
export function refreshFirst({ listing, lineage }: Known, now: number): Refresh | null {
  if (listing.photoCount < FEW_PHOTOS) return 'more-photos';
  const { price } = listing;
  const room = price !== null && lowered(price, 5, floorOf(listing, price)) !== null;
  const lately = lineage?.priceChangedAt ?? null;
  return room && (lately === null || now - lately > 30 * DAY) ? 'lower-price' : null;
}

const lowered = (price: Money, percent: number, floor: Money | null): Money | null => {
  const next = adjusted(price, -percent, floor);
  return next.amount < price.amount ? next : null;
};

export type RelistTurn = { relist: true; price: Money | null; propose: Refresh | null };

/** Whether a rule relists this listing now. */
export function relistTurn(rule: RelistRule, known: Known, now: number): RelistTurn | Skip {
  const missed = mismatch(rule.which, known, now);
  if (missed) return missed;
  const { listing, lineage } = known;
  const last = Math.max(lineage?.relistedAt ?? 0, listing.listedAt ?? 0);
  const rested = last + Math.max(7, rule.restDays) * DAY;
  if (last > 0 && now < rested) return { skip: 'resting', until: rested };
  // Whoever follows it was just told of the lower price; a relist would take the listing away from them.
  const settled = (lineage?.priceChangedAt ?? -Infinity) + 3 * DAY;
  if (now < settled) return { skip: 'price-resting', until: settled };
  const price = listing.price && adjusted(listing.price, rule.pricePercent, floorOf(listing, listing.price));
  return { relist: true, price, propose: refreshFirst(known, now) };
}

export type DropTurn = { from: Money; to: Money };

/** Whether a rule lowers this listing's price now, and to what: never below cost, minimum or the rule's own floor. */
export function dropTurn(rule: PriceDropRule, known: Known, now: number): DropTurn | Skip {
  const missed = mismatch(rule.which, known, now);
  if (missed) return missed;
  const { listing, lineage, drops } = known;
  const { price } = listing;
  if (price === null) return { skip: 'no-price' };
  if (drops.count >= rule.times) return { skip: 'dropped-enough' };
  const last = lineage?.priceChangedAt ?? null;
  const rested = (last ?? 0) + Math.max(3, rule.everyDays) * DAY;
  if (last !== null && now < rested) return { skip: 'price-resting', until: rested };
  const to = steppedDown(rule, price, floorFor(rule, known, price));
  return to === null ? { skip: 'at-floor' } : { from: price, to };
}

/** The highest of cost, minimum and the rule's share of what it cost before the first drop. */
function floorFor(rule: PriceDropRule, { listing, drops }: Known, price: Money): Money {
  const first = drops.first?.currency === price.currency ? drops.first : price;
  const own = Math.ceil((first.amount * rule.floorPercent) / 100);
  return { ...price, amount: Math.max(own, floorOf(listing, price)?.amount ?? 0) };
}

function steppedDown({ step }: PriceDropRule, price: Money, floor: Money): Money | null {
  if (step.by === 'percent') return lowered(price, step.percent, floor);
  if (step.amount.currency !== price.currency) return null;
  const amount = notBelow(price.amount - step.amount.amount, price, floor);
  return amount < price.amount ? { ...price, amount } : null;
}
