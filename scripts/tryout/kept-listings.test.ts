import { describe, expect, it } from 'vitest';

import { type Ask, keptBy } from './kept-listings.ts';

const answering =
  (answers: Record<string, unknown>): Ask =>
  async (path) =>
    answers[path] ?? null;
const wardrobe = (page: number): string => `/api/v2/wardrobe/7/items?page=${page}&per_page=96&order=newest_first`;
const me = { '/api/v2/users/current': { user: { id: 7 } } };

it('the sandbox tells all it holds', async () => {
  const kept = await keptBy(answering({ '/__sandbox/state': { listings: [{ id: 1 }], drafts: [{ id: 2 }] } }));
  expect(kept).toEqual({ listings: [{ id: 1 }, { id: 2 }], isWhole: true });
});

describe('of another site', () => {
  const card = {
    id: 5,
    title: 'Robe',
    price: { amount: '12.5', currency_code: 'EUR' },
    is_draft: true,
    photos: [{}, {}],
  };

  it('the listing’s own endpoint tells what the form sent', async () => {
    const item = {
      id: 5,
      title: 'Robe',
      description: 'Longue.',
      catalog_id: 178,
      brand_dto: { id: 53, title: 'Nike' },
      size_id: null,
      item_attributes: [{ code: 'size', ids: [4] }],
      status_id: 2,
      color1_id: 7,
      color2_id: null,
      package_size_id: 1,
    };
    const ask = answering({
      ...me,
      [wardrobe(1)]: { items: [card], pagination: { total_pages: 1 } },
      '/api/v2/item_upload/items/5': { item },
    });
    const [listing] = (await keptBy(ask)).listings;
    expect(listing?.body).toMatchObject({ brand_id: 53, size_id: null, color_ids: [7], price: 12.5, status_id: 2 });
    expect([listing?.isDraft, listing?.photos]).toEqual([true, [{ sha256: null }, { sha256: null }]]);
  });

  it('a card alone leaves open what it does not say', async () => {
    const ask = answering({ ...me, [wardrobe(1)]: { items: [card] } });
    const { listings, isWhole } = await keptBy(ask);
    expect(isWhole).toBe(false);
    expect(listings[0]?.body).toMatchObject({
      title: 'Robe',
      price: 12.5,
      catalog_id: undefined,
      color_ids: undefined,
    });
  });

  it('every page of the wardrobe is read', async () => {
    const page = (at: number): [string, unknown] => [
      wardrobe(at),
      { items: [{ ...card, id: at }], pagination: { total_pages: 3 } },
    ];
    const { listings } = await keptBy(answering({ ...me, ...Object.fromEntries([1, 2, 3].map(page)) }));
    expect(listings.map(({ id }) => id)).toEqual([1, 2, 3]);
  });
});
