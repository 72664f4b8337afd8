import { describe, expect, it } from 'vitest';

import type { CatalogNode } from '../../../shared/catalog.ts';
import type { CategoryAttribute } from '../../db/database.ts';
import type { Draft } from '../../../shared/draft.ts';
import { categoryAt, indexCatalog, pathTo, rulesFor } from './category-rules.ts';
import { completeDraft, draftWith } from './desk-in-tests.ts';
import { findMissing, findSize, isComplete } from './missing.ts';

const nodes: CatalogNode[] = [
  { id: 1904, parent: null, title: 'Women' },
  { id: 4, parent: 1904, title: 'Clothing' },
  { id: 10, parent: 4, title: 'Dresses' },
  { id: 1774, parent: 10, title: 'Summer dresses' },
  { id: 73, parent: 4, title: 'Sportswear' },
  { id: 9001, parent: 73, title: 'Sports glasses' },
  { id: 19, parent: 1904, title: 'Bags' },
  { id: 156, parent: 19, title: 'Handbags' },
  { id: 146, parent: 1904, title: 'Beauty' },
  { id: 9002, parent: 146, title: 'Perfume' },
  { id: 2309, parent: null, title: 'Entertainment' },
  { id: 2312, parent: 2309, title: 'Books' },
  { id: 9003, parent: 2312, title: 'Novels' },
  { id: 2994, parent: null, title: 'Electronics' },
  { id: 3565, parent: 2994, title: 'Phones' },
  { id: 3661, parent: 3565, title: 'Smartphones' },
  { id: 3667, parent: 3565, title: 'Phone cases' },
  { id: 9005, parent: 2994, title: 'Headphones' },
  { id: 4824, parent: null, title: 'Hobbies' },
  { id: 4888, parent: 4824, title: 'Stamps' },
];
const index = indexCatalog(nodes);
const sizes = [
  { id: 3, label: 'S', group: 'Women' },
  { id: 4, label: 'M\u00A0/ 38', group: 'Women' },
];
const dress = rulesFor(1774, index, { sizes, conditions: [6, 1, 2, 3, 4] });
const problems = (draft: ReturnType<typeof draftWith>, rules = dress) =>
  findMissing(draft, rules).map(({ field, code }) => `${field} ${code}`);

describe('findMissing', () => {
  it('finds nothing in a complete draft', () => {
    expect(findMissing(completeDraft('a'), dress)).toEqual([]);
  });

  it('names every open field in the order of the form', () => {
    const bare = draftWith('a', {}, { photoIds: [] });
    expect(problems(bare)).toEqual([
      'photos open',
      'title open',
      'description open',
      'category open',
      'brand open',
      'size open',
      'condition open',
      'colors open',
      'price open',
      'package open',
    ]);
    expect(findMissing(bare, null).map((one) => one.field)).toEqual([
      'photos',
      'title',
      'description',
      'category',
      'price',
      'package',
    ]);
  });

  it.each([
    ['101-character title', { title: 'a'.repeat(101) }, 'title title-too-long'],
    ['emoji title', { title: 'Dress 👗' }, 'title title-symbols'],
    ['blank description', { description: ' \n ' }, 'description open'],
    ['2,001-character description', { description: 'a'.repeat(2_001) }, 'description description-too-long'],
    ['size of another category', { size: { id: 99, label: '44' } }, 'size size-not-offered'],
    ['condition not offered', { condition: 7 }, 'condition condition-not-offered'],
    ['three colours', { colors: [1, 2, 3] }, 'colors too-many'],
    ['four materials', { materials: [1, 2, 3, 4].map((id) => ({ id, label: 'x' })) }, 'materials too-many'],
    ['price 0', { price: { amount: 0, currency: 'EUR' as const } }, 'price price-too-low'],
    ['price 0.99', { price: { amount: 99, currency: 'EUR' as const } }, 'price price-too-low'],
    ['price NaN', { price: { amount: Number.NaN, currency: 'EUR' as const } }, 'price price-too-low'],
    ['price 1e9', { price: { amount: 1e11, currency: 'EUR' as const } }, 'price price-too-high'],
    ['pounds in France', { price: { amount: 500, currency: 'GBP' as const } }, 'price price-other-currency'],
  ])('%s', (_, values, expected) => {
    expect(problems(completeDraft('a', values))).toEqual([expected]);
  });

  it('minds 21 photos, a price under the floor, dollars over 9,000', () => {
    expect(problems(completeDraft('a', {}, { photoIds: Array.from({ length: 21 }, (_, at) => `p${at}`) }))).toEqual([
      'photos too-many',
    ]);
    expect(problems(completeDraft('a', {}, { priceFloor: 1_251 }))).toEqual(['price price-under-floor']);
    const dollars = completeDraft('a', { price: { amount: 900_001, currency: 'USD' } }, { market: 'www.vinted.com' });
    expect(problems(dollars)).toEqual(['price price-too-high']);
  });

  it('knows an offered size as a label says it, unless two could be meant', () => {
    const asked = (label: string, ...offered: string[]) => {
      const rules = rulesFor(1774, index, {
        sizes: offered.map((one, id) => ({ id, label: one, group: '' })),
        conditions: [],
      });
      return findSize({ id: null, label }, rules)?.label;
    };
    expect(asked('m', 'M / 38 / 10', 'L / 40 / 12')).toBe('M / 38 / 10');
    expect(asked('W28', 'W28 | FR 38', 'W29 | FR 38')).toBe('W28 | FR 38');
    expect(asked('FR 38', 'W28 | FR 38', 'W29 | FR 38')).toBeUndefined();
    expect(asked('M', 'XM / 38', 'M/L')).toBe('M/L');
    expect(asked('3', 'M / 38 / 10')).toBeUndefined();
  });

  it('knows an offered size by its words, white space and case aside', () => {
    expect(problems(completeDraft('a', { size: { id: null, label: 'm /  38' } }))).toEqual([]);
  });

  it('says a category is gone when the site lists it no more, or as a branch', () => {
    const gone = completeDraft('a', { category: { id: 77, path: ['Old'] } });
    expect(problems(gone, rulesFor(77, index, null))).toContain('category category-gone');
    expect(problems(completeDraft('a'), rulesFor(10, index, null))).toContain('category category-gone');
    expect(rulesFor(77, null, null).isLeaf).toBeNull();
  });

  it.each([
    ['dress', 1774, { brand: 'must', color: 'must', size: 'must', model: 'absent', isbn: false }],
    ['handbag', 156, { brand: 'must', color: 'must', size: 'absent' }],
    ['sports glasses', 9001, { brand: 'must', color: 'must', size: 'may' }],
    ['perfume', 9002, { brand: 'may', color: 'may', size: 'may' }],
    ['novel', 9003, { brand: 'absent', color: 'absent', size: 'absent', isbn: true }],
    ['phone', 3661, { brand: 'must', color: 'must', model: 'must' }],
    ['phone case', 3667, { brand: 'may', color: 'may', model: 'absent', attributes: [] }],
    ['headphones', 9005, { brand: 'may', color: 'may', model: 'absent' }],
    ['stamps', 4888, { brand: 'absent', color: 'absent', size: 'absent', isbn: false }],
  ])('asks of a %s what Vinted asks', (_, id, needs) => {
    expect(rulesFor(id, index, null)).toMatchObject({ isLeaf: true, ...needs });
  });

  it('believes the form over the branch', () => {
    expect(rulesFor(1774, index, { sizes: [], conditions: [] }).size).toBe('absent');
    expect(rulesFor(156, index, { sizes, conditions: [] }).size).toBe('must');
  });

  it('asks a novel only for what a book has', () => {
    const novel = draftWith('a', {
      title: 'A novel',
      description: 'Read once.',
      category: { id: 9003, path: ['Books', 'Novels'] },
      condition: 2,
      price: { amount: 300, currency: 'EUR' },
      package: 1,
    });
    expect(isComplete(findMissing(novel, rulesFor(9003, index, null)))).toBe(true);
  });
});

describe("a category's own lists", () => {
  const options = [
    { id: 71, label: '128\u00A0Go' },
    { id: 72, label: '256\u00A0Go' },
  ];
  const storage = { code: 'internal_memory_capacity', title: 'Stockage', required: true, options };
  const length = { code: 'skirt_length', title: 'Longueur', required: false, options: [{ id: 81, label: 'Court' }] };
  const told = (attributes: CategoryAttribute[] | null) =>
    rulesFor(1774, index, { sizes, conditions: [6, 1, 2, 3, 4], attributes });
  const holding = (attributes: Draft['attributes']) =>
    findMissing(completeDraft('a', {}, { attributes }), told([storage, length])).map(
      ({ code, attribute, stops }) => `${attribute?.code} ${code} ${stops}`,
    );

  it('stop a draft where a required one is open, and only then', () => {
    expect(holding({})).toEqual(['internal_memory_capacity open true']);
    expect(holding({ internal_memory_capacity: { id: 71, label: '128 Go' } })).toEqual([]);
  });

  it('know a choice by its id, or by its words whatever the white space', () => {
    expect(holding({ internal_memory_capacity: { id: null, label: '256 go' } })).toEqual([]);
    expect(holding({ internal_memory_capacity: { id: 7, label: '64 Go' } })).toEqual([
      'internal_memory_capacity attribute-not-offered true',
    ]);
  });

  it('are those of the site where it tells them, else those known of the category, in the words of the site', () => {
    expect(told([storage]).attributes).toEqual([{ ...storage, told: true }]);
    expect(told([]).attributes).toEqual([]);
    const known = rulesFor(3661, index, { sizes: [], conditions: [], attributes: null }, 'fr').attributes;
    expect(known.map(({ code, required }) => [code, required])).toEqual([
      ['internal_memory_capacity', true],
      ['sim_lock', true],
    ]);
    expect(known.flatMap(({ options: words }) => words.map(({ label }) => label))).toEqual(
      expect.arrayContaining(['128 Go', 'Non']),
    );
    expect(known.flatMap(({ options: words }) => words.map(({ id }) => id)).every((id) => id === null)).toBe(true);
  });

  it('take any words where the site told no choices', () => {
    const phone = { category: { id: 3661, path: ['Phones'] }, model: { id: null, label: 'iPhone 13' } };
    const chosen = { internal_memory_capacity: { id: null, label: '96 Go' }, sim_lock: { id: null, label: 'Non' } };
    const rules = rulesFor(3661, index, null, 'fr');
    expect(problems(completeDraft('a', phone, { attributes: chosen }), rules)).toEqual([]);
    expect(problems(completeDraft('a', phone), rules)).toEqual(['attributes open', 'attributes open']);
  });
});

it('holds a category with its path as ids, root first', () => {
  expect(categoryAt(1774, index)).toEqual({
    id: 1774,
    path: ['Women', 'Clothing', 'Dresses', 'Summer dresses'],
    ids: [1904, 4, 10, 1774],
  });
  expect(categoryAt(5_555, index)).toBeNull();
});

it('walks a path through bad data without end', () => {
  const loop = indexCatalog([
    { id: 1, parent: 2, title: 'a' },
    { id: 2, parent: 1, title: 'b' },
  ]);
  expect(pathTo(1, loop).map((node) => node.id)).toEqual([2, 1]);
});
