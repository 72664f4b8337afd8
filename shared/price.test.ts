import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import type { Currency } from './money.ts';
import { amountText, changeByPercent, parsePriceInput } from './price.ts';

vi.setConfig({ testTimeout: 30_000 });

const eur = (amount: number) => ({ ok: true, value: { amount, currency: 'EUR' } });
const wrong = (problem: string) => ({ ok: false, problem });

describe('parsePriceInput', () => {
  it.each([
    ['12,50', 1_250],
    ['12.50', 1_250],
    ['12.5', 1_250],
    ['12,5 €', 1_250],
    ['€ 12', 1_200],
    ['€12.00', 1_200],
    ['12 EUR', 1_200],
    ['1', 100],
    ['1,00', 100],
    ['1 234,5', 123_450],
    ['1\u00A0234,50\u00A0€', 123_450],
    ['1\u202F234,50', 123_450],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ["1'234.50", 123_450],
    ['  7  ', 700],
    ['１２', 1_200],
    ['12.', wrong('not-a-number')],
  ])('reads %j', (text, expected) => {
    expect(parsePriceInput(text, 'EUR')).toEqual(typeof expected === 'number' ? eur(expected) : expected);
  });

  it.each<[string, Currency, number]>([
    ['1 234,5 zł', 'PLN', 123_450],
    ['£5', 'GBP', 500],
    ['$9000', 'USD', 900_000],
    ['250 Kč', 'CZK', 25_000],
    ['12 000 Ft', 'HUF', 1_200_000],
    ['99 kr.', 'SEK', 9_900],
    ['99 lei', 'RON', 9_900],
  ])('reads %j in its own currency', (text, currency, amount) => {
    expect(parsePriceInput(text, currency)).toEqual({ ok: true, value: { amount, currency } });
  });

  it.each<[string, string, Currency?]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['NaN', 'not-a-number'],
    ['NaN €', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1e9', 'not-a-number'],
    ['twelve', 'not-a-number'],
    ['12 or 13', 'not-a-number'],
    ['12,50,00', 'not-a-number'],
    ['1,2,3', 'not-a-number'],
    ['12.345.6,7', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['<b>5</b>', 'not-a-number'],
    ['0', 'too-low'],
    ['0,99', 'too-low'],
    ['-0', 'negative'],
    ['-5', 'negative'],
    ['−5 €', 'negative'],
    ['1000000000', 'too-high'],
    ['9'.repeat(400), 'too-high'],
    ['9000,01', 'too-high', 'USD'],
    ['1,234', 'ambiguous'],
    ['12.500', 'ambiguous'],
    ['١٢', 'foreign-digits'],
    ['१२', 'foreign-digits'],
    ['£5', 'other-currency'],
    ['5 zł', 'other-currency'],
    ['5 €', 'other-currency', 'GBP'],
  ])('refuses %j as %s', (text, problem, currency = 'EUR') => {
    expect(parsePriceInput(text, currency)).toEqual(wrong(problem));
  });

  it('reads back every amount it writes, in every language', () => {
    const languages = fc.constantFrom('en', 'fr', 'de', 'pl', 'cs', 'hu', 'ro', 'sv', 'ar-EG', 'hi');
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 100_000_000 }), languages, (amount, language) => {
        expect(parsePriceInput(amountText(amount, language), 'EUR')).toEqual(eur(amount));
      }),
    );
  });

  it('answers any text with a whole amount inside the bounds, or a problem', () => {
    const always = fc.check(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const parsed = parsePriceInput(text, 'USD');
        const { amount } = parsed.ok ? parsed.value : { amount: 100 };
        return Number.isInteger(amount) && amount >= 100 && amount <= 900_000;
      }),
    );
    expect(always.counterexample).toBeNull();
  });
});

describe('changeByPercent', () => {
  const price = { amount: 1_000, currency: 'EUR' } as const;
  it.each([
    [10, null, 1_100],
    [-25, null, 750],
    [-95, null, 100],
    [-25, 900, 900],
    [33.333, null, 1_333],
  ])('%d %% with floor %s', (percent, floor, amount) => {
    expect(changeByPercent(price, percent, floor).amount).toBe(amount);
  });
});
