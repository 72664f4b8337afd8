import { expect, test } from 'vitest';

import { readPrice, showPrice } from './price-text.ts';

test.each<[string, number | null | 'wrong']>([
  ['12', 1_200],
  [' 12,5 ', 1_250],
  ['12.05', 1_205],
  ['', null],
  ['0.99', 'wrong'],
  ['0', 'wrong'],
  ['-3', 'wrong'],
  ['1e9', 'wrong'],
  ['NaN', 'wrong'],
  ['1000000', 'wrong'],
  ['1.234,5', 'wrong'],
])('%j reads as %s', (text, expected) => expect(readPrice(text)).toBe(expected));

test('shows what it read', () => {
  expect([undefined, 1_200, 1_250].map((minor) => showPrice(minor))).toEqual(['', '12', '12.50']);
});
