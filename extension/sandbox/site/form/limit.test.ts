import { describe, expect, it } from 'vitest';

import { toggleWithLimit } from './limit.ts';
import { parseAmount } from './price-mask.ts';

describe('toggleWithLimit', () => {
  it('drops the oldest choice over the limit and takes a chosen one back', () => {
    expect(toggleWithLimit([27, 9], 1, 2)).toEqual([9, 1]);
    expect(toggleWithLimit([27, 9], 27, 2)).toEqual([9]);
  });
});

describe('parseAmount', () => {
  it.each([
    ['12.5', 'point', 12.5],
    ['12,5', 'point', Number.NaN],
    ['12,5', 'comma', 12.5],
    ['12.5', 'comma', Number.NaN],
    ['12,50\u00A0€', 'comma', 12.5],
    ['9', 'point', 9],
    ['', 'point', null],
    ['1,00 €2', 'point', Number.NaN],
  ] as const)('reads %j with a %s as %s', (text, sign, amount) => {
    expect(parseAmount(text, sign)).toEqual(amount);
  });
});
