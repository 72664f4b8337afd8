import { describe, expect, it } from 'vitest';

import { parseCatalogs } from './parse-catalogs.ts';
import { parseBrands, parseConditions, parseSizes } from './parse-form-data.ts';

describe('form data', () => {
  it('flattens the catalogue, parents first', () => {
    const body = {
      catalogs: [
        { id: 1904, title: 'Femmes', catalogs: [{ id: 4, title: 'Vêtements' }] },
        { id: 5, title: 'Hommes', catalogs: [] },
      ],
    };
    expect(parseCatalogs(body)).toEqual([
      { id: 1904, parent: null, title: 'Femmes' },
      { id: 4, parent: 1904, title: 'Vêtements' },
      { id: 5, parent: null, title: 'Hommes' },
    ]);
  });

  it('refuses an empty or foreign answer instead of forgetting the catalogue', () => {
    for (const body of [{ catalogs: [] }, '<html>', { catalogs: [{ id: 'x' }] }])
      expect(() => parseCatalogs(body)).toThrow();
  });

  it('reads brands, sizes and conditions', () => {
    expect(parseBrands({ brands: [{ id: 53, title: 'Nike', is_luxury: false }] })).toEqual([{ id: 53, title: 'Nike' }]);
    const sizes = { size_groups: [{ id: 4, caption: 'Femmes', sizes: [{ id: 3, title: 'S' }] }] };
    expect(parseSizes(sizes)).toEqual([{ id: 3, label: 'S', group: 'Femmes' }]);
    expect(parseSizes({ size_groups: [] })).toEqual([]);
    expect(parseConditions({ conditions: [{ id: 6, title: 'Neuf' }, { id: 1 }] })).toEqual([6, 1]);
  });
});
