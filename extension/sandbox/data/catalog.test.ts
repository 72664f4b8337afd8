import { describe, expect, it } from 'vitest';

import { catalogNodes, catalogPath, catalogTree, findCatalog, isLeaf, isUnder, searchCatalog } from './catalog.ts';
import { brands, conditions, materials, sizeGroups } from './choices.ts';
import { colors } from './colors.ts';

describe('the catalogue', () => {
  it('has more than 300 fashion nodes, each under a known parent and titled in three languages', () => {
    expect(catalogNodes.filter(({ id }) => isUnder(id, 1904, 5, 1193)).length).toBeGreaterThan(300);
    for (const { parentId, titles } of catalogNodes) {
      expect(parentId === null || findCatalog(parentId) !== undefined).toBe(true);
      expect(titles.fr && titles.en && titles.de).toBeTruthy();
    }
  });

  it('keeps the real ids and paths', () => {
    expect(catalogPath(1223).map(({ id }) => id)).toEqual([5, 2050, 1206, 2052, 1223]);
    expect(isLeaf(77)).toBe(false);
    expect(isLeaf(1806)).toBe(true);
  });

  it('finds leaves without regard to accents or case', () => {
    expect(searchCatalog('FÉMMES t-shirts', 'fr').map(({ id }) => id)).toContain(221);
    expect(searchCatalog('   ', 'fr')).toEqual([]);
  });

  it('answers as a tree in the language of the market', () => {
    expect(catalogTree('de')[0]).toMatchObject({ id: 1904, title: 'Damen' });
  });
});

describe('the choices', () => {
  it('are as many as the site has, with ids used once', () => {
    expect([colors.length, materials.length, conditions.length]).toEqual([29, 55, 6]);
    expect(new Set(brands.map(({ id }) => id)).size).toBe(brands.length);
    const sizes = sizeGroups.flatMap((group) => group.sizes.map(({ id }) => id));
    expect(new Set(sizes).size).toBe(sizes.length);
  });

  it('know "no brand" as 1 without a name', () => {
    expect(brands.find(({ id }) => id === 1)?.title).toBe('');
  });
});
