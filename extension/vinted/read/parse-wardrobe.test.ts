import { describe, expect, it } from 'vitest';

import { parseWardrobe } from './parse-wardrobe.ts';

const page = (item: object) => ({ items: [item], pagination: { current_page: 1, total_pages: 3, total_entries: 60 } });
const only = (item: object) => parseWardrobe(page(item)).items[0];

describe('parseWardrobe', () => {
  it('reads the shape of site.md §8.2', () => {
    const item = {
      id: 7,
      title: 'Robe',
      price: { amount: '12.5', currency_code: 'EUR' },
      is_draft: false,
      is_closed: true,
      item_closing_action: 'sold',
      created_at_ts: 1_790_000_000,
    };
    expect(only(item)).toMatchObject({
      id: '7',
      price: { amount: 1_250, currency: 'EUR' },
      isSold: true,
      createdAt: 1_790_000_000_000,
    });
    expect(parseWardrobe(page(item))).toMatchObject({ page: 1, pages: 3, total: 60 });
  });

  it('takes a plain price, a written date, and the oldest photo where there is no date', () => {
    expect(only({ id: '8', price: '3.00', currency: 'PLN' })?.price).toEqual({ amount: 300, currency: 'PLN' });
    expect(only({ id: 8, created_at_ts: '2026-09-01T10:00:00Z' })?.createdAt).toBe(Date.parse('2026-09-01T10:00:00Z'));
    const photos = [
      { high_resolution: { timestamp: 1_790_000_500 } },
      { high_resolution: { timestamp: 1_790_000_100 } },
    ];
    expect(only({ id: 8, photos })?.createdAt).toBe(1_790_000_100_000);
  });

  it('says unknown rather than now or nought', () => {
    expect(only({ id: 8, price: 'NaN €', created_at_ts: 'hier' })).toMatchObject({ price: null, createdAt: null });
    expect(only({ id: 8, is_closed: true, item_closing_action: 'expired' })?.isSold).toBe(false);
  });

  it.each([[-7], [0], [7.5], [Number.NaN], [1e20], ['-7'], ['7a'], ['7%2F8'], ['1'.repeat(30)], [''], [null]])(
    'refuses %j as the id of a listing',
    (id) => {
      expect(() => parseWardrobe(page({ id }))).toThrow();
    },
  );

  it('refuses an object that looks like a node of an interface where text belongs', () => {
    const node = { type: 'script', props: { children: 'alert(1)' }, key: null, constructor: undefined };
    expect(() => parseWardrobe(page({ id: 8, title: node }))).toThrow();
  });

  it('refuses what is no wardrobe', () => {
    for (const body of ['<html>', null, { items: [{ id: -1.5 }] }, { items: [{ id: '7/../8' }] }, {}]) {
      expect(() => parseWardrobe(body)).toThrow();
    }
  });
});
