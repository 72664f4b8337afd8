import { describe, expect, it } from 'vitest';

import type { WardrobeItem } from '../../shared/wardrobe.ts';
import { findOurs as findIn, type Expectation } from './find-ours.ts';

const item = (change: Partial<WardrobeItem>): WardrobeItem => ({
  id: '1',
  title: 'Blue dress',
  price: null,
  isDraft: false,
  isProcessing: false,
  isHidden: false,
  isReserved: false,
  isClosed: false,
  isSold: false,
  createdAt: null,
  ...change,
});
const expected: Expectation = {
  title: 'Blue dress',
  how: 'publish',
  baseline: { ids: ['1'], total: 1, at: 10_000_000 },
  knownId: null,
};

const findOurs = (items: WardrobeItem[], wanted: Expectation, total = items.length) => findIn({ items, total }, wanted);

describe('findOurs', () => {
  it('adopts the one new listing with our title', () => {
    expect(findOurs([item({}), item({ id: '2' })], expected)).toMatchObject({ is: 'found', item: { id: '2' } });
  });

  it('compares titles as a reader does', () => {
    expect(findOurs([item({ id: '2', title: ' blue\u00A0DRESS ' })], expected)).toMatchObject({ is: 'found' });
  });

  it('takes nothing for ours that was there before, or is older than the attempt', () => {
    expect(findOurs([item({})], expected)).toEqual({ is: 'none' });
    expect(findOurs([item({ id: '9', createdAt: 1 })], expected)).toEqual({ is: 'none' });
  });

  it('decides nothing between two, or for a new listing under another title', () => {
    expect(findOurs([item({ id: '2' }), item({ id: '3' })], expected)).toEqual({ is: 'unsure', ids: ['2', '3'] });
    expect(findOurs([item({ id: '2', title: 'Red hat' })], expected)).toEqual({ is: 'unsure', ids: ['2'] });
  });

  it('decides nothing when the site counts one more than it shows', () => {
    expect(findOurs([item({})], expected, 2)).toEqual({ is: 'unsure', ids: [] });
  });

  it('tells a completed Vinted draft from one that is still a draft', () => {
    const known = { ...expected, knownId: '1' };
    expect(findOurs([item({ isDraft: true })], known)).toEqual({ is: 'none' });
    expect(findOurs([item({})], known)).toMatchObject({ is: 'found' });
  });
});
