import { describe, expect, test } from 'vitest';

import { sellerDefaults } from '../../../shared/defaults.ts';
import { draft as draftSchema } from '../../../shared/draft.ts';
import { suggestion as suggestionSchema, type Suggestion } from '../../../shared/suggestion.ts';
import { emptyDraft } from './empty-draft.ts';
import { garmentKindOf } from './garment-kind.ts';
import {
  draftFromDefaults,
  draftFromSuggestion,
  resolveOpenCategory,
  type SuggestionContext,
} from './suggestion-to-draft.ts';

const open = { value: null, confidence: 0, source: 'none' as const };
const blank: Suggestion = {
  title: open,
  description: open,
  audience: open,
  category: open,
  categoryAlternatives: [],
  brand: open,
  size: open,
  condition: open,
  colors: open,
  materials: open,
  composition: open,
  price: open,
  package: open,
};
const said = <T>(value: T, confidence = 0.9) => ({ value, confidence, source: 'model' as const });
const suggestion = (fields: Partial<Suggestion>): Suggestion => suggestionSchema.parse({ ...blank, ...fields });
const waiting = {
  ...emptyDraft({ id: 'd', market: 'www.vinted.fr', photoIds: ['p'], at: 1 }),
  state: 'analysing' as const,
};
const context = (more: Partial<SuggestionContext> = {}): SuggestionContext => ({
  defaults: sellerDefaults.parse({}),
  currency: 'EUR',
  language: 'fr',
  nodes: [],
  resolve: () => ({ best: null, alternatives: [] }),
  ...more,
});
const make = (fields: Partial<Suggestion>, more: Partial<SuggestionContext> = {}) => {
  const made = draftFromSuggestion(waiting, suggestion(fields), context(more));
  return draftSchema.parse(made).fields;
};
const defaults = sellerDefaults.parse({
  audience: 'women',
  condition: 'good',
  package: 'small',
  sizes: { clothing: 'M', shoes: '39', hats: 'One size' },
  color: 'VARIOUS',
  description: 'See the photos.',
  brand: 'none',
  prices: { dress: 1_500, '*': 800 },
});

describe('what was seen becomes fields', () => {
  test('codes become ids, in the order they were said', () => {
    const fields = make({ colors: said(['WHITE', 'BLACK']), condition: said('very-good'), package: said('large') });
    expect(fields.colors).toEqual({ value: [12, 1], confidence: 0.9, source: 'model' });
    expect(fields.condition.value).toBe(2);
    expect(fields.package.value).toBe(3);
  });
  test('materials get their ids where they are Vinted’s', () => {
    expect(make({ materials: said(['Cotton', 'faux leather', 'unobtainium']) }).materials.value).toEqual([
      { id: 44, label: 'Cotton' },
      { id: 447, label: 'faux leather' },
      { id: null, label: 'unobtainium' },
    ]);
  });
  test.each([
    [900, 1_500, 1_200],
    [150, 300, 250],
    [100, 100, 100],
    [1_000, 1_101, 1_100],
  ])('a price from %i to %i is offered at %i', (low, high, amount) => {
    expect(make({ price: said({ low, high, reason: 'because' }) }).price.value).toEqual({ amount, currency: 'EUR' });
  });
  test('nothing is invented', () => {
    for (const field of Object.values(make({}))) expect(field).toEqual(open);
    expect(make({ colors: said([]), title: said('') })).toMatchObject({ colors: open, title: open });
  });
});

test('a brand the model is not sure of stays as unsure as it was said', () => {
  const { brand } = make({ brand: said('Gucci', 0.3) }, { defaults });
  expect(brand).toEqual({ value: { id: null, label: 'Gucci' }, confidence: 0.3, source: 'model' });
});

describe('the seller’s own defaults', () => {
  test('fill what is open, marked as such', () => {
    const fields = make({ category: said('Clothing > Dresses') }, { defaults });
    expect(fields.brand).toEqual({ value: 'none', confidence: 1, source: 'default' });
    expect(fields.size).toEqual({ value: { id: null, label: 'M' }, confidence: 1, source: 'default' });
    expect(fields.condition).toEqual({ value: 3, confidence: 1, source: 'default' });
    expect(fields.price.value?.amount).toBe(1_500);
    expect(fields.package).toMatchObject({ value: 1, source: 'default' });
    expect(fields.colors).toEqual({ value: [15], confidence: 1, source: 'default' });
    expect(fields.description).toEqual({ value: 'See the photos.', confidence: 1, source: 'default' });
  });
  test('stand in for a brand that was hardly legible', () => {
    const misread = { value: 'Mancler', confidence: 0.38, source: 'ocr' as const };
    expect(make({ brand: misread }, { defaults }).brand.value).toBe('none');
    expect(make({ brand: misread }).brand).toEqual(open);
    expect(make({ brand: { ...misread, confidence: 0.9 } }, { defaults }).brand.source).toBe('ocr');
  });
  test('give way to what was seen', () => {
    const fields = make({ brand: said('Zara'), size: said('38'), condition: said('new-with-tags') }, { defaults });
    expect(fields.brand).toMatchObject({ value: { id: null, label: 'Zara' }, source: 'model' });
    expect(fields.size.value).toEqual({ id: null, label: '38' });
    expect(fields.condition.value).toBe(6);
  });
  test('a brand that is really called "none" is a brand', () => {
    expect(make({ brand: said('none') }, { defaults }).brand.value).toEqual({ id: null, label: 'none' });
  });
  test('shoes get the shoe size, hats theirs, unknown things none', () => {
    const sizeOf = (category: string) => make({ category: said(category) }, { defaults }).size.value?.label;
    const kinds = ['Shoes > Trainers', 'Accessories > Hats', 'Clothing > Long-sleeved tops', 'Home > Vases'];
    expect(kinds.map(sizeOf)).toEqual(['39', 'One size', 'M', undefined]);
  });
  test('stand alone when no suggestion came', () => {
    const { fields } = draftFromDefaults(waiting, defaults, 'EUR');
    expect(fields.price.value).toEqual({ amount: 800, currency: 'EUR' });
    expect(fields.title).toEqual(open);
  });
});

describe('the category', () => {
  const leaf = { id: 178, path: ['Femmes', 'Robes'], ids: [1904, 178], confidence: 0.8 };
  const words = { category: said('Dresses') };
  test('is the leaf the resolver is sure of', () => {
    const resolve = () => ({ best: leaf, alternatives: [] });
    expect(make(words, { resolve }).category).toEqual({
      value: { id: 178, path: leaf.path, ids: [1904, 178] },
      confidence: 0.8,
      source: 'model',
    });
  });
  test('stays open when it would be a guess, unless the seller wants guesses', () => {
    const resolve = () => ({ best: { ...leaf, confidence: 0.4 }, alternatives: [] });
    expect(make(words, { resolve }).category).toEqual(open);
    const eager = sellerDefaults.parse({ acceptUnsureCategory: true });
    expect(make(words, { resolve, defaults: eager }).category).toMatchObject({ value: { id: 178 }, confidence: 0.4 });
    const none = () => ({ best: null, alternatives: [{ ...leaf, confidence: 0.3 }] });
    expect(make(words, { resolve: none, defaults: eager }).category).toMatchObject({ confidence: 0.3 });
  });
  test('waits for the catalogue and is found once it is there', () => {
    const later = draftFromSuggestion(waiting, suggestion(words), context({ nodes: null, defaults }));
    expect(later.fields.category).toEqual(open);
    let asked: unknown;
    const found = resolveOpenCategory(
      later,
      context({
        resolve: (question) => {
          asked = question.audience;
          return { best: leaf, alternatives: [] };
        },
      }),
    );
    expect(asked).toBe('women');
    expect(found.fields.category.value?.id).toBe(178);
    expect(resolveOpenCategory(later, context({ nodes: null }))).toBe(later);
  });
});

test('what the seller typed while waiting stays', () => {
  const typed = {
    ...waiting,
    fields: { ...waiting.fields, title: { value: 'Mine', confidence: 1, source: 'seller' as const } },
  };
  expect(draftFromSuggestion(typed, suggestion({ title: said('Theirs') }), context()).fields.title.value).toBe('Mine');
});

test.each([
  ['Clothing > Outerwear > Denim jackets', 'outwear'],
  ['Clothing > Dresses > Shirt dresses', 'dress'],
  ['Clothing > T-shirts', 't-shirt'],
  ['Clothing > Shirts > Dress shirts', 'shirt'],
  ['Shoes > Dress shoes', 'shoes'],
  ['Clothing > Hoodies', 'longsleeve'],
  ['Clothing > Shorts', 'shorts'],
  ['Home > Vases', null],
  [null, null],
])('%s is a %s', (category, kind) => expect(garmentKindOf(category)).toBe(kind));
