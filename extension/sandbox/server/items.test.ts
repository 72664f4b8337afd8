import { describe, expect, it } from 'vitest';

import { changeByHand, seedItem, sellToBuyer } from '../state.ts';
import { siteForTests } from './site-for-tests.ts';

const jpeg = new Uint8Array([0xff, 0xd8, 1, 2, 3]);
const shirt = (photoId: number) => ({
  currency: 'EUR',
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
  assigned_photos: [{ id: photoId, orientation: 90 }],
  item_attributes: [{ code: 'material', ids: [44] }],
});

async function withPhoto(...given: Parameters<typeof siteForTests>) {
  const test = siteForTests(...given);
  const photo = (await test.upload(jpeg)).json<{ id: number }>().id;
  return { ...test, photo };
}

describe('photos', () => {
  it('are kept byte by byte and served under both addresses', async () => {
    const { site, ask, upload } = siteForTests();
    const answer = (await upload(jpeg)).json<{ id: number; temp_uuid: string; url: string; full_size_url: string }>();
    expect(answer.temp_uuid).toBe('uuid-1');
    expect(site.state.photos[0]?.bytes).toEqual(jpeg);
    expect(site.state.photos[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const url of [answer.url, answer.full_size_url]) {
      expect(url).toMatch(/^https:\/\/images1\.vinted\.net\/tc?\//);
      expect((await ask('GET', new URL(url).pathname)).status).toBe(200);
    }
  });

  it('refuses 0 bytes, 9 MB and a byte, and other kinds of file', async () => {
    const { site, upload } = siteForTests();
    const answers = [
      await upload(new Uint8Array()),
      await upload(new Uint8Array(9 * 1024 * 1024 + 1)),
      await upload(jpeg, 'application/pdf'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(site.state.photos).toEqual([]);
  });
});

describe('publishing', () => {
  it('creates one live listing and says its id', async () => {
    const { site, ask, photo } = await withPhoto();
    const answer = await ask('POST', '/api/v2/item_upload/items', { item: shirt(photo), push_up: false });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ item: { id: site.state.items[0]!.id }, code: 0 });
    expect(site.state.items).toHaveLength(1);
    expect(site.state.writes.map(({ kind }) => kind)).toEqual(['photo', 'publish']);
    expect(site.state.paid).toEqual([]);
  });

  it('creates nothing when a field is refused', async () => {
    const { site, ask, photo } = await withPhoto();
    const answer = await ask('POST', '/api/v2/item_upload/items', { item: { ...shirt(photo), color_ids: [] } });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ code: 99, message_code: 'validation_error', errors: [{ field: 'color' }] });
    expect(site.state.items).toEqual([]);
  });

  it('names the verification modal and marks the listing under review', async () => {
    const { site, ask, photo } = await withPhoto({ afterPublish: 'verification-modal', underReview: true });
    const answer = await ask('POST', '/api/v2/item_upload/items', { item: shirt(photo) });
    expect(answer.json()).toMatchObject({ after_upload_actions: ['show_item_verification_modal'] });
    expect(site.state.items[0]?.isProcessing).toBe(true);
  });

  it('remembers a paid push', async () => {
    const { site, ask, photo } = await withPhoto();
    await ask('POST', '/api/v2/item_upload/items', { item: shirt(photo), push_up: true });
    expect(site.state.paid).toMatchObject([{ what: 'push_up' }]);
  });

  it.each([
    ['without the token', { 'x-csrf-token': 'other' }, 403],
    ['without a session', {}, 401],
  ])('is refused %s', async (name, headers, status) => {
    const { site, ask, photo } = await withPhoto();
    if (name === 'without a session') site.switches.signedInAs = null;
    const answer = await ask(
      'POST',
      '/api/v2/item_upload/items',
      { item: shirt(photo) },
      headers as Record<string, string>,
    );
    expect(answer.status).toBe(status);
    expect(site.state.items).toEqual([]);
  });
});

describe('drafts', () => {
  it('become the listing of the same id', async () => {
    const { site, ask, photo } = await withPhoto();
    const saved = await ask('POST', '/api/v2/item_upload/drafts', { draft: { title: 'Chemise' } });
    const id = saved.json<{ draft: { id: number } }>().draft.id;
    expect(site.state.items[0]).toMatchObject({ id, isDraft: true });
    const refused = await ask('POST', `/api/v2/item_upload/drafts/${id}/completion`, { draft: { title: 'Chemise' } });
    expect([refused.status, site.state.items[0]?.isDraft]).toEqual([400, true]);
    await ask('POST', `/api/v2/item_upload/drafts/${id}/completion`, { draft: shirt(photo) });
    expect(site.state.items).toHaveLength(1);
    expect(site.state.items[0]).toMatchObject({ id, isDraft: false });
  });

  it('are saved again in place and deleted at once', async () => {
    const { site, ask } = siteForTests();
    const { id } = seedItem(site.state, { isDraft: true, body: { title: 'Alt' } }, 0);
    await ask('PUT', `/api/v2/item_upload/drafts/${id}`, { draft: { title: 'Neu' } });
    expect(site.state.items.map(({ body }) => body.title)).toEqual(['Neu']);
    await ask('DELETE', `/api/v2/item_upload/drafts/${id}`);
    expect(site.state.items[0]?.deletedAt).not.toBeNull();
    expect((await ask('GET', `/api/v2/item_upload/items/${id}`)).status).toBe(404);
  });
});

describe('an own listing', () => {
  it('is read with its colours apart and, in one variant, its size among the attributes', async () => {
    const { site, ask, photo } = await withPhoto();
    const { id } = seedItem(site.state, { body: shirt(photo) }, 0);
    const read = async () =>
      (await ask('GET', `/api/v2/item_upload/items/${id}`)).json<{ item: { item_attributes: unknown[] } }>().item;
    const root = await read();
    expect(root).toMatchObject({
      color1_id: 9,
      color2_id: 1,
      size_id: 3,
      price: { amount: '12.5', currency_code: 'EUR' },
    });
    expect(root).not.toHaveProperty('color_ids');
    site.switches.sizeIn = 'attributes';
    const apart = await read();
    expect(apart).toMatchObject({ size_id: null });
    expect(apart.item_attributes).toContainEqual({ code: 'size', ids: [3] });
  });

  it('is edited, hidden and deleted by its owner only', async () => {
    const { site, ask, photo } = await withPhoto();
    const item = seedItem(site.state, { body: shirt(photo) }, 0);
    await ask('PUT', `/api/v2/item_upload/items/${item.id}`, { item: { ...shirt(photo), price: 9 } });
    await ask('PUT', `/api/v2/items/${item.id}/is_hidden`, { is_hidden: true });
    expect([item.body.price, item.isHidden]).toEqual([9, true]);
    site.switches.signedInAs = 102;
    expect((await ask('POST', `/api/v2/items/${item.id}/delete`)).status).toBe(404);
    site.switches.signedInAs = 101;
    expect((await ask('POST', `/api/v2/items/${item.id}/delete`, undefined, { 'x-anon-id': '' })).status).toBe(403);
    expect(item.deletedAt).toBeNull();
    expect((await ask('POST', `/api/v2/items/${item.id}/delete`)).status).toBe(200);
    expect((await ask('POST', `/api/v2/items/${item.id}/delete`)).status).toBe(404);
  });

  it('answers the retired address with HTML, alive or not', async () => {
    const { site, ask } = siteForTests();
    const { id } = seedItem(site.state, { body: {} }, 0);
    const answer = await ask('GET', `/api/v2/items/${id}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/json']);
    expect(answer.text).toContain('<html>');
  });

  it.each([{ isSold: true }, { isProcessing: true }])(
    'is neither hidden nor deleted nor saved while %o',
    async (state) => {
      const { site, ask, photo } = await withPhoto();
      const item = seedItem(site.state, { ...state, body: shirt(photo) }, 0);
      const answers = [
        await ask('PUT', `/api/v2/items/${item.id}/is_hidden`, { is_hidden: true }),
        await ask('POST', `/api/v2/items/${item.id}/delete`),
        await ask('PUT', `/api/v2/item_upload/items/${item.id}`, { item: { ...shirt(photo), price: 1 } }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
      expect([item.isHidden, item.deletedAt, item.body.price]).toEqual([false, null, 12.5]);
    },
  );

  it('is reserved, sold by its owner, bought by another and changed elsewhere', async () => {
    const { site, ask } = siteForTests();
    const [first, second] = [1, 2].map((at) => seedItem(site.state, { body: { title: `n${at}`, price: 9 } }, at));
    await ask('PUT', `/api/v2/items/${first!.id}/is_reserved`, { is_reserved: true });
    sellToBuyer(site.state, first!.id);
    changeByHand(site.state, second!.id, { body: { price: 7 }, favourites: 3 });
    expect([first!.isReserved, first!.isSold]).toEqual([false, true]);
    expect(second).toMatchObject({ body: { title: 'n2', price: 7 }, favourites: 3 });
    expect(site.state.writes.map(({ kind }) => kind)).toEqual(['reserve']);
    expect(() => sellToBuyer(site.state, 1)).toThrow('no listing');
  });
});
