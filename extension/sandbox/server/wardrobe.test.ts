import { describe, expect, it } from 'vitest';

import { seedItem } from '../state.ts';
import { siteForTests } from './site-for-tests.ts';

type List = { items: { id: number; title: string; is_draft: boolean }[]; pagination: Record<string, number> };

const read = async (ask: ReturnType<typeof siteForTests>['ask'], query: string): Promise<List> =>
  (await ask('GET', `/api/v2/wardrobe/101/items?${query}`)).json<List>();

describe('the wardrobe', () => {
  it('gives at most 96 a page, newest first', async () => {
    const { site, ask } = siteForTests();
    for (let count = 0; count < 120; count++) seedItem(site.state, { body: { title: `n${count}` } }, count);
    const first = await read(ask, 'page=1&per_page=200');
    expect([first.items.length, first.items[0]?.title]).toEqual([96, 'n119']);
    expect(first.pagination).toMatchObject({ total_pages: 2, total_entries: 120, current_page: 1 });
    expect((await read(ask, 'page=2&per_page=200')).items).toHaveLength(24);
  });

  it('filters, and shows drafts, hidden and unreviewed ones to the owner only', async () => {
    const { site, ask } = siteForTests();
    seedItem(site.state, { body: { title: 'live' } }, 4);
    seedItem(site.state, { isDraft: true, body: { title: 'draft' } }, 3);
    seedItem(site.state, { isHidden: true, body: { title: 'hidden' } }, 2);
    seedItem(site.state, { isSold: true, body: { title: 'sold' } }, 1);
    const titles = async (query: string): Promise<string[]> => (await read(ask, query)).items.map(({ title }) => title);
    expect(await titles('')).toEqual(['live', 'draft', 'hidden', 'sold']);
    expect(await titles('cond=draft')).toEqual(['draft']);
    expect(await titles('cond=active')).toEqual(['live', 'hidden']);
    site.switches.signedInAs = 102;
    expect(await titles('')).toEqual(['live', 'sold']);
  });

  it('sees a new listing and a deletion only after the lag', async () => {
    const { site, clock, ask } = siteForTests({ visibilityLagMs: 5000 });
    await ask('POST', '/api/v2/item_upload/drafts', { draft: { title: 'neu' } });
    expect((await read(ask, '')).items).toHaveLength(0);
    clock.now += 5000;
    expect((await read(ask, '')).items).toHaveLength(1);
    await ask('DELETE', `/api/v2/item_upload/drafts/${site.state.items[0]!.id}`);
    expect((await read(ask, '')).items).toHaveLength(1);
    clock.now += 5001;
    expect((await read(ask, '')).items).toHaveLength(0);
  });

  it('carries no description', async () => {
    const { site, ask } = siteForTests();
    seedItem(site.state, { body: { title: 'a', description: 'secret' } }, 1);
    expect(JSON.stringify(await read(ask, ''))).not.toContain('secret');
  });

  it('moves while it is read, so that one pass can miss a listing though the count stays', async () => {
    const { site, ask } = siteForTests({ orderMoves: 1 });
    for (let count = 0; count < 200; count++) seedItem(site.state, { body: { title: `n${count}` } }, count);
    const pages = [
      await read(ask, 'page=1&per_page=96'),
      await read(ask, 'page=2&per_page=96'),
      await read(ask, 'page=3&per_page=96'),
    ];
    const ids = new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)));
    expect(pages.map(({ pagination }) => pagination.total_entries)).toEqual([200, 200, 200]);
    expect(ids.size).toBe(199);
  });

  it('counts what it does not show', async () => {
    const { site, ask } = siteForTests({ leftOut: ['draft', 'hidden', 'old-sold'] });
    for (let count = 0; count < 40; count++) seedItem(site.state, { isSold: true, body: {} }, count);
    seedItem(site.state, { isDraft: true, body: { title: 'draft' } }, 50);
    seedItem(site.state, { isHidden: true, body: {} }, 51);
    const all = await read(ask, 'per_page=96');
    expect([all.items.length, all.pagination.total_entries]).toEqual([32, 42]);
    expect((await read(ask, 'cond=draft')).items).toMatchObject([{ title: 'draft' }]);
  });

  it('tells reserved and withdrawn ones, and may ignore the filter', async () => {
    const { site, ask } = siteForTests();
    seedItem(site.state, { isReserved: true, body: { title: 'reserved' } }, 2);
    seedItem(site.state, { isWithdrawn: true, body: { title: 'withdrawn' } }, 1);
    const titles = async (query: string): Promise<string[]> => (await read(ask, query)).items.map(({ title }) => title);
    expect(await titles('cond=reserved')).toEqual(['reserved']);
    expect(await titles('cond=active')).toEqual(['reserved']);
    expect((await read(ask, '')).items[1]).toMatchObject({ is_closed: true, item_closing_action: null });
    site.switches.filtersIgnored = true;
    expect(await titles('cond=reserved')).toEqual(['reserved', 'withdrawn']);
  });
});
