import { describe, expect, it } from 'vitest';

import { listingWith } from './listings-in-tests.ts';
import { findLookAlikes } from './look-alikes.ts';

const same = { title: 'Blue  dress', brand: 'Zara', size: 'M' };
const one = '0'.repeat(64);
const other = 'f'.repeat(64);
const found = (...listings: ReturnType<typeof listingWith>[]): string[][] =>
  findLookAlikes(listings).map((group) => group.listings.map(({ vintedId }) => vintedId));

describe('look-alikes', () => {
  it('are shown when all that was written of a relist is lost: the old one hidden, the copy online', () => {
    const old = listingWith(1, { ...same, status: 'hidden' });
    const copy = listingWith(2, { ...same, title: 'blue dress' });
    expect(found(old, copy, listingWith(3))).toEqual([['1002', '1001']]);
  });

  it('are not two whose photos differ, nor one that is sold or gone', () => {
    expect(
      found(listingWith(1, { ...same, fingerprint: one }), listingWith(2, { ...same, fingerprint: other })),
    ).toEqual([]);
    expect(found(listingWith(1, { ...same, status: 'sold' }), listingWith(2, same))).toEqual([]);
    expect(found(listingWith(1, { ...same, size: 'L' }), listingWith(2, same))).toEqual([]);
  });

  it('keep their name while they are the same ones, whatever the order', () => {
    const [a, b] = [listingWith(1, same), listingWith(2, same)];
    expect(findLookAlikes([a, b])[0]?.id).toBe(findLookAlikes([b, a])[0]?.id);
  });
});
