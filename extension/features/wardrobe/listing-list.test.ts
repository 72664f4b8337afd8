import { expect, test } from 'vitest';

import { dayOf, movedSince } from './figures.ts';
import { ageInDays, arrangeListings, countPiles, tagsOf, type ListQuery } from './listing-list.ts';
import { listingWith, someDay } from './listings-in-tests.ts';

const asked = (more: Partial<ListQuery> = {}): ListQuery => ({
  pile: 'all',
  search: '',
  sort: 'newest',
  age: 'any',
  tag: null,
  ...more,
});
const arranged = (listings: Parameters<typeof arrangeListings>[0], more: Partial<ListQuery>): string[] =>
  arrangeListings(listings, asked(more), someDay).map(({ title }) => title);

test('a figure nobody knows comes last, whichever way it is sorted', () => {
  const listings = [listingWith(1, { views: null }), listingWith(2, { views: 5 }), listingWith(3, { views: 0 })];
  expect(arranged(listings, { sort: 'views-up' })).toEqual(['Item 3', 'Item 2', 'Item 1']);
  expect(arranged(listings, { sort: 'views-down' })).toEqual(['Item 2', 'Item 3', 'Item 1']);
});

test('an unknown age is never old enough', () => {
  const listings = [listingWith(6), listingWith(7), listingWith(8, { listedAt: null })];
  expect(arranged(listings, { age: '7' })).toEqual(['Item 7']);
  expect(ageInDays({ listedAt: null }, someDay)).toBeNull();
});

test('a search needs every word, in title, brand, size, number or tag, accents aside', () => {
  const listings = [
    listingWith(1, { title: 'Robe d’été', brand: 'Sézane', tags: ['Box 4'] }),
    listingWith(2, { title: 'Robe longue' }),
  ];
  expect(arranged(listings, { search: 'SEZANE ete' })).toEqual(['Robe d’été']);
  expect(arranged(listings, { search: 'box robe' })).toEqual(['Robe d’été']);
  expect(arranged(listings, { search: '1002' })).toEqual(['Robe longue']);
});

test('a closed listing lies with those that are gone', () => {
  const listings = [listingWith(1, { status: 'closed' }), listingWith(2, { status: 'gone' }), listingWith(3)];
  expect(countPiles(listings)).toMatchObject({ all: 3, gone: 2, active: 1, sold: 0 });
  expect(arranged(listings, { pile: 'gone' })).toEqual(['Item 1', 'Item 2']);
});

test('only listings of the tag', () => {
  const listings = [listingWith(1, { tags: ['b', 'a'] }), listingWith(2, { tags: ['b'] })];
  expect(arranged(listings, { tag: 'a' })).toEqual(['Item 1']);
  expect(tagsOf(listings)).toEqual(['a', 'b']);
});

test('a figure that did not move, or was not known, shows no change', () => {
  const day = { id: 'x', account: 'x', key: 'x', day: '2026-11-22', favourites: 3, views: null, price: null };
  expect(movedSince(listingWith(1, { favourites: 5, views: 9 }), day)).toEqual({ favourites: 2, views: null });
  expect(movedSince(listingWith(1, { favourites: 3 }), day).favourites).toBeNull();
  expect(movedSince(listingWith(1), undefined)).toEqual({ favourites: null, views: null });
});

test('yesterday is yesterday over the end of a month', () => {
  expect(dayOf(new Date(2026, 2, 1, 0, 30).getTime(), 1)).toBe('2026-02-28');
});
