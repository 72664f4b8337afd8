import sharp from 'sharp';
import { expect, it } from 'vitest';

import { drawPhoto, seedWardrobe } from './seed-wardrobe.ts';
import { siteForTests } from './site-for-tests.ts';

it('draws pictures a browser reads, no two alike, the same again for the same seed', async () => {
  const { data, info } = await sharp(drawPhoto(1)).greyscale().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([68, 64]);
  expect(new Set(data).size).toBeGreaterThan(50);
  expect(drawPhoto(1)).toEqual(drawPhoto(1));
  expect(drawPhoto(1)).not.toEqual(drawPhoto(2));
});

it('makes 2,000 listings of every state, with their photos at the photo host', async () => {
  const { site, clock, ask } = siteForTests();
  const items = seedWardrobe(site.state, 2000, clock.now);
  expect(new Set(items.map(({ body }) => body.title)).size).toBe(2000);
  for (const state of ['isDraft', 'isHidden', 'isReserved', 'isSold', 'isWithdrawn', 'isProcessing'] as const) {
    expect(items.filter((item) => item[state]).length).toBeGreaterThan(10);
  }
  type Page = { items: { photos: { url: string }[] }[]; pagination: { total_pages: number } };
  const page = (await ask('GET', '/api/v2/wardrobe/101/items?per_page=96&page=21')).json<Page>();
  expect([page.items.length, page.pagination.total_pages]).toEqual([80, 21]);
  const url = page.items[0]!.photos[0]!.url;
  expect(url).toMatch(/^https:\/\/images1\.vinted\.net\//);
  const photo = await ask('GET', new URL(url).pathname);
  expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/png']);
});
