import { expect, test } from 'vitest';

import { hashOf, pages, parseRoute } from './route.ts';

test('every route survives the address bar', () => {
  for (const page of pages) expect(parseRoute(hashOf({ page, id: null }))).toEqual({ page, id: null });
  expect(parseRoute(hashOf({ page: 'drafts', id: 'a1-b2' }))).toEqual({ page: 'drafts', id: 'a1-b2' });
  const listing = { page: 'wardrobe', id: 'www.vinted.co.uk:123' } as const;
  expect(parseRoute(hashOf(listing))).toEqual(listing);
});

test.each(['#wardrobe/evil.example:1', '#wardrobe/www.vinted.fr:a', '#wardrobe/123'])('%s opens no listing', (hash) => {
  expect(parseRoute(hash)).toEqual({ page: 'wardrobe', id: null });
});

test.each(['', '#', '#nowhere', '#/item/<script>', '#constructor', '#photos/1'])('%s opens the photos', (hash) => {
  expect(parseRoute(hash)).toEqual({ page: 'photos', id: null });
});

test.each(['#drafts/<script>', '#drafts/../settings', '#drafts/a/b', `#drafts/${'a'.repeat(65)}`])(
  '%s opens no draft',
  (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'drafts', id: null });
  },
);
