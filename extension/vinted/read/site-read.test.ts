import { describe, expect, it } from 'vitest';

import { pathOf } from './site-read.ts';

describe('the address of a read', () => {
  it('holds the ids it was asked for', () => {
    expect(pathOf({ what: 'listing', itemId: '12' })).toBe('/api/v2/item_upload/items/12');
    expect(pathOf({ what: 'wardrobe', memberId: '7', page: 2, condition: 'draft' })).toMatch(
      /^\/api\/v2\/wardrobe\/7\/items\?page=2&/,
    );
  });

  it.each([['..'], ['-7'], ['7/../8'], ['7%2F8'], ['1'.repeat(30)], ['7?x=1'], ['٧'], [' 7'], [''], [undefined]])(
    'is none for the id %j',
    (id) => {
      expect(pathOf({ what: 'listing', itemId: id })).toBeUndefined();
      expect(pathOf({ what: 'wardrobe', memberId: id })).toBeUndefined();
    },
  );

  it('takes a keyword as a value, never as a part of the address', () => {
    const path = pathOf({ what: 'brands', catalogId: 5, keyword: '../x?y=1&category_id=9#z' }) ?? '';
    const url = new URL(path, 'https://www.vinted.fr');
    expect(url.pathname).toBe('/api/v2/item_upload/brands');
    expect(url.searchParams.getAll('category_id')).toEqual(['5']);
    expect(url.searchParams.get('keyword')).toBe('../x?y=1&category_id=9#z');
  });
});
