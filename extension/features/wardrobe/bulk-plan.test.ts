import { expect, test } from 'vitest';

import { planBulk, type BulkWorld, type PriceChange } from './bulk-plan.ts';
import { listingWith, someDay } from './listings-in-tests.ts';

const world: BulkWorld = { now: someDay, busy: new Set(), relistedAt: new Map() };
const eur = (amount: number) => ({ amount, currency: 'EUR' as const });
const priced = (change: Partial<PriceChange>, more: Parameters<typeof listingWith>[1] = {}) =>
  planBulk(
    [listingWith(1, { price: eur(1_000), ...more })],
    { act: 'price', change: { how: 'to', value: 900, least: null, currency: 'EUR', ...change } },
    world,
  )[0];

test('a price is set, moved by an amount or by percents', () => {
  expect(priced({})?.price).toEqual(eur(900));
  expect(priced({ how: 'by', value: -250 })?.price).toEqual(eur(750));
  expect(priced({ how: 'percent', value: -10 })?.price).toEqual(eur(900));
  expect(priced({ how: 'percent', value: 10 })?.price).toEqual(eur(1_100));
});

test('nothing goes below its own lowest price, its cost or the floor of this change', () => {
  expect(priced({}, { minimum: eur(950) })).toMatchObject({ price: eur(950), atFloor: true });
  expect(priced({}, { cost: eur(960), minimum: eur(950) })).toMatchObject({ price: eur(960), atFloor: true });
  expect(priced({ value: 100, least: 800 })).toMatchObject({ price: eur(800), atFloor: true });
  expect(priced({}, { minimum: eur(1_200) })).toMatchObject({ price: null, refused: 'below-minimum' });
});

test('no job is made for a price that is the same, unknown or in other money', () => {
  expect(priced({ value: 1_000 })?.refused).toBe('price-same');
  expect(priced({}, { price: null })?.refused).toBe('price-unknown');
  expect(priced({ currency: 'PLN' })?.refused).toBe('price-not-taken');
  expect(priced({ value: 0 })).toMatchObject({ price: null, refused: 'price-not-taken' });
});

test('what is reserved, sold, under review, under way or relisted lately is refused, with the reason', () => {
  const listings = [
    listingWith(1, { status: 'reserved' }),
    listingWith(2, { status: 'sold' }),
    listingWith(3, { status: 'under-review' }),
    listingWith(4),
    listingWith(5),
    listingWith(6),
  ];
  const lately = new Map([[listings[4]!.lineageId, someDay - 86_400_000]]);
  const plan = planBulk(
    listings,
    { act: 'relist' },
    { now: someDay, busy: new Set([listings[3]!.key]), relistedAt: lately },
  );
  expect(plan.map(({ refused }) => refused)).toEqual([
    'listing-reserved',
    'listing-sold',
    'listing-under-review',
    'already-queued',
    'too-soon',
    null,
  ]);
});

test('a hidden listing can be shown and deleted, but not hidden', () => {
  const hidden = [listingWith(1, { status: 'hidden' })];
  const refused = (act: 'hide' | 'unhide' | 'delete') => planBulk(hidden, { act }, world)[0]?.refused;
  expect([refused('hide'), refused('unhide'), refused('delete')]).toEqual(['listing-hidden', null, null]);
});
