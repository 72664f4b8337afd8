import { describe, expect, it } from 'vitest';

import { isSellPage } from './sell-page.ts';

describe('isSellPage', () => {
  it.each(['/items/new', '/items/new/', '/items/123456789/edit', '/items/1/edit/'])('shows the panel on %s', (path) => {
    expect(isSellPage(path)).toBe(true);
  });

  it.each([
    '/',
    '/items/123',
    '/items/123-red-dress',
    '/items/new/photos',
    '/items/abc/edit',
    '/member/1',
    '/catalog/items/new',
    '/items/1234567890123456/edit',
  ])('stays away from %s', (path) => {
    expect(isSellPage(path)).toBe(false);
  });
});
