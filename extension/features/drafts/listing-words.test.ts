import { expect, it } from 'vitest';

import { materials } from '../../../shared/materials.ts';
import { colors, conditions } from '../../../shared/vocabulary.ts';
import { completeDraft } from './desk-in-tests.ts';
import { listingLanguage, listingWords } from './listing-words.ts';
import { templateValues } from './template-values.ts';

const draft = completeDraft('a', { materials: [{ id: 44, label: 'Cotton' }] });
const written = (language: string) => {
  const { condition, colours, materials: cloth, brand, price } = templateValues(draft, listingWords(language));
  return [condition, colours, cloth, brand, (price ?? '').replaceAll(/\s/g, ' ')];
};

it.each([
  ['fr', ['Très bon état', 'Noir', 'Coton', 'Sans marque', '12,50 €']],
  ['de', ['Sehr gut', 'Schwarz', 'Baumwolle', 'Ohne Marke', '12,50 €']],
  ['pl', ['Bardzo dobry', 'Czarny', 'Bawełna', 'Bez marki', '12,50 €']],
  ['en-GB', ['Very good', 'Black', 'Cotton', 'No brand', '€12.50']],
  ['cs', ['Very good', 'Black', 'Cotton', 'No brand', '12,50 €']],
])('writes a listing in %s in its own words', (language, words) => {
  expect(written(language)).toEqual(words);
});

it('is the language of the market, unless the seller writes in another', () => {
  expect(listingLanguage('www.vinted.de', null)).toBe('de');
  expect(listingLanguage('www.vinted.de', 'en')).toBe('en');
  expect(listingLanguage('www.example.org', null)).toBe('en');
});

it.each(['en', 'fr', 'de', 'es', 'it', 'nl', 'pl', 'pt'])(
  'has a word for everything Vinted offers in %s',
  (language) => {
    const words = listingWords(language);
    const all = [
      ...conditions.map(({ id }) => words.condition(id)),
      ...colors.map(({ id }) => words.color(id)),
      ...materials.map(({ id }) => words.material({ id, label: '' })),
    ];
    expect(all.filter((word) => word === '')).toEqual([]);
  },
);

it('keeps the words of a material that has no id', () => {
  expect(listingWords('fr').material({ id: null, label: 'unobtainium' })).toBe('unobtainium');
});
