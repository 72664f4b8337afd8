import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import type { CatalogNode } from '../catalog.ts';
import { garmentKinds } from '../garments.ts';
import type { Audience } from '../vocabulary.ts';

import { catalogTree, findEnglishTitle } from './catalog-tree.ts';
import { kinds } from './kinds.ts';
import { resolveCategory } from './resolve-category.ts';
import { sampleTree } from './sample-tree.ts';

const english = sampleTree('en');
const french = sampleTree('fr');
const idOf = (category: string | null, audience: Audience | null, nodes = english): number | null =>
  resolveCategory({ category, audience }, nodes, nodes === french ? 'fr' : 'en').best?.id ?? null;

describe('resolveCategory', () => {
  it.each<[string, Audience | null, number]>([
    ['Women > Clothing > Dresses > Midi-dresses', null, 1056],
    ['Clothing > Dresses > Midi dresses', 'women', 1056],
    ["Women's Clothing > Dresses > Midi Dress", null, 1056],
    ['Clothing > Tops > Graphic T-Shirts', 'women', 221],
    ['Sneakers', 'men', 1242],
    ["Men's Fashion > Hoodies", null, 267],
    ['jean jacket', 'women', 1079],
    ['longsleeve', 'women', 224],
    ['Kids > Girls > T-shirts', null, 1535],
  ])('finds %s for %s in English and in French', (category, audience, id) => {
    expect(idOf(category, audience)).toBe(id);
    expect(idOf(category, audience, french)).toBe(id);
  });

  it('answers with the path in the words of the member’s site', () => {
    const { best } = resolveCategory({ category: 'midi dress', audience: 'women' }, french, 'fr');
    expect(best?.path).toEqual(['Femmes', 'Vêtements', 'Robes', 'Robes midi']);
    expect(best?.ids).toEqual([1904, 4, 10, 1056]);
  });

  it('takes the catch-all leaf of a branch, less surely', () => {
    const branch = resolveCategory({ category: 'Clothing > Dresses', audience: 'women' }, english, 'en').best;
    const leaf = resolveCategory(
      { category: 'Clothing > Dresses > Summer dresses', audience: 'women' },
      english,
      'en',
    ).best;
    expect(branch?.id).toBe(176);
    expect(branch?.confidence).toBeLessThan(leaf?.confidence ?? 0);
  });

  it('does not take sports wear for an ordinary dress unless it is said', () => {
    expect(idOf('dress', 'women')).toBe(176);
    expect(idOf('Activewear > Dresses', 'women')).toBe(574);
  });

  it('does not choose whose garment it is, but offers both', () => {
    const answer = resolveCategory({ category: 'T-shirt', confidence: 0.9, audience: null }, english, 'en');
    expect(answer.best).toBeNull();
    expect(
      answer.alternatives
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([1868, 221].toSorted());
    expect(answer.alternatives.every(({ confidence }) => confidence < 0.5)).toBe(true);
  });

  it('takes a skirt for a woman’s: no other adult audience has one', () => {
    expect([2927, 199]).toContain(idOf('skirt', null));
  });

  it('offers the analyser’s other guesses when it left the category open', () => {
    const alternatives = [
      { path: 'Clothing > Skirts', confidence: 0.3 },
      { path: 'Clothing > Dresses', confidence: 0.4 },
    ];
    const answer = resolveCategory({ category: null, alternatives, audience: 'women' }, english, 'en');
    expect(answer.best).toBeNull();
    expect(answer.alternatives[0]?.id).toBe(176);
    expect(answer.alternatives.map(({ id }) => id)).toContain(2927);
  });

  it('is never surer than the analyser was', () => {
    const { best } = resolveCategory(
      { category: 'Women > Shoes > Trainers', confidence: 0.4, audience: null },
      english,
      'en',
    );
    expect(best?.confidence).toBeLessThanOrEqual(0.4);
  });

  it.each(['', ' > ', 'xyzzy', '😀', 'Clothing', 'a'.repeat(500)])('leaves %j open', (category) => {
    expect(resolveCategory({ category, audience: 'women' }, english, 'en').best).toBeNull();
  });

  it('survives an empty tree, a loop and an unknown parent', () => {
    const odd: CatalogNode[] = [
      { id: 1, parent: 2, title: 'A' },
      { id: 2, parent: 1, title: 'B' },
      { id: 3, parent: 99, title: 'Dresses' },
    ];
    expect(resolveCategory({ category: 'dress', audience: null }, [], 'en')).toEqual({ best: null, alternatives: [] });
    expect(resolveCategory({ category: 'Dresses', audience: null }, odd, 'en').best?.id).toBe(3);
  });
});

const whole = '../shared/vinted/catalog.json';
const places = [whole, '../../shared/vinted/catalog.json'].filter(existsSync);

describe.runIf(places.length > 0)('the whole catalogue', () => {
  type Row = { id: number; parent: number | null; es: string; en?: string; fr?: string };
  // The body runs even where the tests are skipped.
  const rows = (places[0] === undefined ? [] : JSON.parse(readFileSync(places[0], 'utf8'))) as Row[];
  const nodes = (language: 'en' | 'fr' | 'es'): CatalogNode[] =>
    rows.map((row) => ({ id: row.id, parent: row.parent, title: row[language] ?? row.en ?? row.es }));
  const spanish = nodes('es');
  const tree = catalogTree(spanish);

  it('holds every leaf the kinds name, under the audience they name it for', () => {
    const wrong = kinds.flatMap((kind) =>
      Object.entries(kind.leaves)
        .filter(([audience, { id }]) => tree.leaves.get(id)?.audience !== audience)
        .map(([audience, { id }]) => `${kind.name} ${audience} ${id}`),
    );
    expect(wrong).toEqual([]);
  });

  it('leads every kind of the classifier to a leaf of each audience that wears it', () => {
    const notFor: Record<string, Audience[]> = { dress: ['men', 'boys'], skirt: ['men', 'boys'] };
    for (const kind of garmentKinds) {
      for (const audience of ['women', 'men', 'girls', 'boys'] as const) {
        const { best } = resolveCategory({ category: kind, audience }, spanish, 'es');
        if (!notFor[kind]?.includes(audience))
          expect([kind, tree.leaves.get(best?.id ?? 0)?.audience]).toEqual([kind, audience]);
      }
    }
  });

  it('leads at least 97 of 100 English paths to their own leaf of a Spanish tree', () => {
    const paths = [...tree.leaves.values()].flatMap((leaf) => {
      const titles = leaf.ids.map(findEnglishTitle);
      return titles.every((title) => title !== undefined) ? [{ leaf, path: titles.join(' > ') }] : [];
    });
    const right = paths.filter(
      ({ leaf, path }) =>
        resolveCategory({ category: path, audience: leaf.audience }, spanish, 'es').best?.id === leaf.id,
    );
    expect(paths.length).toBeGreaterThan(500);
    expect(right.length / paths.length).toBeGreaterThan(0.97);
  });
});
