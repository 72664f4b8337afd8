import { describe, expect, it } from 'vitest';

import { sampleTree } from './sample-tree.ts';
import { searchCatalog } from './search-catalog.ts';
import { editDistance, wordsOf } from './words.ts';

const english = sampleTree('en');
const french = sampleTree('fr');
const ids = (query: string, nodes = english, language = 'en'): number[] =>
  searchCatalog(query, nodes, language).map(({ id }) => id);

describe('searchCatalog', () => {
  it('finds while one types', () => {
    for (const query of ['dr', 'dres', 'dress', 'DRESSES']) expect([query, ids(query)[0]]).toEqual([query, 176]);
    expect(ids('midi sk')[0]).toBe(199);
  });

  it('forgives slips of the keyboard', () => {
    expect(ids('tshrit')).toEqual(expect.arrayContaining([221, 1868, 1535]));
    expect(ids('swetshirt')[0]).toBe(196);
    expect(ids('traners').slice(0, 2).toSorted()).toEqual([1242, 2632]);
  });

  it('knows sellers’ words the catalogue does not use', () => {
    expect(ids('sneakers').slice(0, 2).toSorted()).toEqual([1242, 2632]);
    expect(ids('sneakers', french, 'fr').slice(0, 2).toSorted()).toEqual([1242, 2632]);
    expect(ids('hoodie').slice(0, 2).toSorted()).toEqual([196, 267]);
    expect(ids('Kleid', french, 'de')).toContain(176);
  });

  it('lets the seller’s own language go first: robe is a dress in French, a dressing gown in English', () => {
    expect(ids('robe', french, 'fr')[0]).toBe(176);
    expect(ids('robe')[0]).toBe(1030);
  });

  it('answers leaves only, each with its whole path, no more than asked', () => {
    const hits = searchCatalog('t-shirt', english, 'en', 2);
    expect(hits).toHaveLength(2);
    expect(hits[0]).toEqual({ id: 221, path: ['Women', 'Clothing', 'Tops & t-shirts', 'T-shirts'] });
  });

  it.each(['', '   ', '!!!', 'xyzzyplugh', '('])('finds nothing for %j', (query) => {
    expect(ids(query)).toEqual([]);
  });

  it('shrugs at a pasted page', () => {
    expect(() => ids('dress '.repeat(10_000))).not.toThrow();
  });
});

describe('wordsOf', () => {
  it.each([
    ['T-Shirts & Tops', ['tshirt', 'top']],
    ["Women's tee shirt", ['women', 'tshirt']],
    ["Robes d'été", ['robe', 'ete']],
    ['Żakiet, łódź', ['zakiet', 'lodz']],
    ['¾-sleeve tops', ['¾', 'sleeve', 'top']],
    ['watches', ['watch']],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('editDistance', () => {
  it.each([
    ['dress', 'dress', 0],
    ['dress', 'drses', 1],
    ['dress', 'dres', 1],
    ['dress', 'tress', 1],
    ['dress', 'shoes', 3],
  ])('%s to %s', (one, other, expected) => {
    expect(editDistance(one, other, 2)).toBe(expected);
    expect(editDistance(other, one, 2)).toBe(expected);
  });
});
