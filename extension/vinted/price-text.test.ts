import fc from 'fast-check';
import { expect, it } from 'vitest';

import { readAmount, spellingsOf } from './price-text.ts';

it.each([
  ['12,50 €', 1250],
  ['£12.50', 1250],
  ['$1,234.50', 123_450],
  ['1.234,50 €', 123_450],
  ['1\u202f234,50\u00a0€', 123_450],
  ['12', 1200],
  ['12,5', 1250],
  ['0,00 €', 0],
  ['1 000 Ft', 100_000],
  ['12,50 zł', 1250],
])('reads %s', (shown, amount) => expect(readAmount(shown)).toBe(amount));

it.each(['NaN €', '', '€', 'Infinity', '-5,00 €', 'price'])('finds no amount in “%s”', (shown) =>
  expect(readAmount(shown)).toBeUndefined(),
);

it('reads back every way it writes an amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (amount) => {
      for (const text of spellingsOf(amount)) expect(readAmount(text)).toBe(amount);
    }),
  );
});

it('tries the point, then the comma, and a whole amount without either first', () => {
  expect(spellingsOf(1250)).toEqual(['12.50', '12,50']);
  expect(spellingsOf(1200)[0]).toBe('12');
});
