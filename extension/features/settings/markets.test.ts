import { expect, test } from 'vitest';

import { countryOf, languageName, marketChoices } from './markets.ts';

test('every site has a country and a language a person can read', () => {
  const countries = marketChoices.map(({ host }) => countryOf(host, 'en'));
  expect(new Set(countries).size).toBe(23);
  expect(countries).toContain('United Kingdom');
  expect(countries).toContain('United States');
  expect(countries.every((name) => name.length > 3)).toBe(true);
  expect(languageName('fr', 'de')).toBe('Französisch');
});
