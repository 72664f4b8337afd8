import { afterEach, expect, it, vi } from 'vitest';

import { pageFetch } from './page-fetch.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['the page’s own where the browser has it apart', { fetch: async () => 'page' }, 'page'],
  ['its own where an element of the page is called content', {}, 'own'],
  ['its own elsewhere', undefined, 'own'],
])('asks by %s', async (_, content, by) => {
  vi.stubGlobal('fetch', async () => 'own');
  vi.stubGlobal('content', content);
  expect(await pageFetch('/api')).toBe(by);
});
