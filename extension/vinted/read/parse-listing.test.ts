import { describe, expect, it } from 'vitest';

import { siteForTests } from '../../sandbox/server/site-for-tests.ts';
import { drawPhoto, seedPhoto, seedWardrobe } from '../../sandbox/server/seed-wardrobe.ts';
import { seedItem } from '../../sandbox/state.ts';
import { parseListing } from './parse-listing.ts';
import { parseWardrobe } from './parse-wardrobe.ts';

const of = (item: object) => parseListing({ item: { id: 7, ...item } });

it.each<[object, string | null]>([
  [{}, null],
  [{ is_draft: false, is_closed: false }, null],
  [{ is_hidden: false }, 'active'],
  [{ is_hidden: 1 }, 'hidden'],
  [{ is_closed: true, item_closing_action: 'sold' }, 'sold'],
  [{ is_reserved: true }, 'reserved'],
])('the state of %o is %s: what is not told is not made up', (flags, status) => expect(of(flags).status).toBe(status));

describe('parseListing', () => {
  it.each(['root', 'attributes'] as const)(
    'reads a whole listing of the pretend site, its size at the %s',
    async (sizeIn) => {
      const { site, ask } = siteForTests({ sizeIn });
      const photos = [1, 2].map((seed) => seedPhoto(site.state, drawPhoto(seed), 1_790_000_000_000));
      const body = {
        title: 'Chemise verte',
        description: 'Portée deux fois',
        catalog_id: 221,
        brand_id: 53,
        brand: 'Nike',
        size_id: 3,
        status_id: 3,
        color_ids: [9, 1],
        price: 12.5,
        package_size_id: 1,
        is_unisex: true,
        measurement_width: 40,
        measurement_length: 70,
        assigned_photos: photos.map(({ id }, index) => ({ id, orientation: index * 90 })),
        item_attributes: [
          { code: 'material', ids: [44, 46] },
          { code: 'sim_lock', ids: [5] },
        ],
      };
      const { id } = seedItem(site.state, { body }, 1);
      const copy = parseListing((await ask('GET', `/api/v2/item_upload/items/${id}`)).json());
      expect(copy).toMatchObject({ id: String(id), status: 'active', lost: [] });
      expect(copy.form).toEqual({
        photos: [],
        title: 'Chemise verte',
        description: 'Portée deux fois',
        category: { id: 221, path: [] },
        brand: { id: 53, label: 'Nike' },
        size: { id: 3, label: '' },
        condition: 3,
        colors: [9, 1],
        materials: [44, 46].map((one) => ({ id: one, label: '' })),
        unisex: true,
        isbn: null,
        model: null,
        measurements: { width: 40, length: 70 },
        attributes: { sim_lock: { id: 5, label: '' } },
        price: { amount: 1_250, currency: 'EUR' },
        package: 1,
      });
      expect(copy.photos.map(({ id: one, orientation }) => [Number(one), orientation])).toEqual(
        photos.map((photo, index) => [photo.id, index * 90]),
      );
      expect(copy.photos[0]?.url).toMatch(/^https:\/\/images1\.vinted\.net\/tc\//);
    },
  );

  it('takes colours as objects, as ids alone or among the attributes', () => {
    expect(of({ color1: { id: 9, title: 'Bleu' }, color2: { id: 1 } }).form.colors).toEqual([9, 1]);
    expect(of({ color_ids: [9, '1'] }).form.colors).toEqual([9, 1]);
    expect(of({ item_attributes: [{ code: 'color', ids: [4] }] }).form.colors).toEqual([4]);
    expect(of({ color1: 'Bleu', color1_id: 9, color2_id: null }).form.colors).toEqual([9]);
  });

  it('tells no brand from an unknown one, and keeps a brand of the seller’s own words', () => {
    expect(of({ brand_id: 1, brand_dto: { id: 1, title: 'Sans marque' } }).form.brand).toBe('none');
    expect(of({ brand_id: null, brand: 'Atelier Lune' }).form.brand).toEqual({ id: null, label: 'Atelier Lune' });
    expect(of({}).form.brand).toBeNull();
  });

  it('names what the copy cannot hold, and takes no photo from elsewhere', () => {
    const photo = { id: 1, url: 'https://evil.example/a.webp' };
    const several = { item_attributes: [{ code: 'season', ids: [1, 2] }] };
    expect(of({ assigned_photos: [photo], ...several, author: 'Hugo' })).toMatchObject({
      photos: [],
      lost: ['photos', 'season', 'author'],
    });
  });

  it('refuses what is no listing', () => {
    for (const body of [null, '<html>', {}, { item: null }, { item: { id: '7/8' } }])
      expect(() => parseListing(body)).toThrow();
  });
});

it('reads what the wardrobe tells of each listing, and the whole of 2,000 without a word of a description', async () => {
  const { site, clock, ask } = siteForTests();
  const [first] = seedWardrobe(site.state, 30, clock.now).toReversed();
  const page = parseWardrobe((await ask('GET', '/api/v2/wardrobe/101/items?per_page=96')).json());
  expect(page.items).toHaveLength(30);
  expect(page.items[0]).toMatchObject({
    id: String(first?.id),
    favourites: first?.favourites,
    views: first?.views,
    brand: 'Nike',
    condition: expect.any(String) as string,
    photos: [expect.stringMatching(/^https:\/\/images1\.vinted\.net\/t\//)],
  });
});
