import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Wardrobe } from '../../db/database.ts';
import { listingWith } from './listings-in-tests.ts';
import { noteOn, undoNotes, withNote } from './notes.ts';
import { publicPage } from './public-page.ts';

let db: Wardrobe;
beforeEach(() => {
  db = new Wardrobe('notes');
});
afterEach(() => db.delete());

test('a note reaches only what it changes, and is taken back whole', async () => {
  const had = listingWith(1, { tags: ['sale'] });
  const [one, other] = [listingWith(2, { tags: ['old'] }), listingWith(3)];
  await db.listings.bulkPut([had, one, other]);
  const noted = await noteOn(db, [had.key, one.key, other.key, 'www.vinted.fr:9'], { what: 'tag', tag: ' sale ' });
  expect(noted.changed).toBe(2);
  expect((await db.listings.get(one.key))?.tags).toEqual(['old', 'sale']);
  await undoNotes(db, noted);
  expect(await db.listings.bulkGet([had.key, one.key, other.key])).toEqual([had, one, other]);
});

test('undo gives back the notes and leaves what a sync learned meanwhile', async () => {
  const one = listingWith(1);
  await db.listings.put(one);
  const noted = await noteOn(db, [one.key], { what: 'excluded', excluded: true });
  await db.listings.update(one.key, { views: 999 });
  await undoNotes(db, noted);
  expect(await db.listings.get(one.key)).toEqual({ ...one, views: 999 });
});

test('a lowest price is in the currency the listing is sold in, and can be taken away', () => {
  const one = listingWith(1, { price: { amount: 5_000, currency: 'PLN' } });
  const noted = withNote(one, { what: 'minimum', amount: 3_000 });
  expect(noted?.minimum).toEqual({ amount: 3_000, currency: 'PLN' });
  expect(withNote({ ...one, ...noted }, { what: 'minimum', amount: null })?.minimum).toBeNull();
  expect(withNote({ ...one, price: null }, { what: 'cost', amount: 100 })).toBeNull();
});

test('a listing holds no more than 20 tags, and none of nothing', () => {
  const full = listingWith(1, { tags: Array.from({ length: 20 }, (_, at) => `t${at}`) });
  expect(withNote(full, { what: 'tag', tag: 'one more' })).toBeNull();
  expect(withNote(listingWith(1), { what: 'tag', tag: '  ' })).toBeNull();
});

test('a link leads only to a site of Vinted’s', () => {
  expect(publicPage('www.vinted.fr', '12')).toBe('https://www.vinted.fr/items/12');
  expect(publicPage('www.vinted.example', '12')).toBeUndefined();
  expect(publicPage('www.vinted.fr', '12/../x')).toBeUndefined();
});
