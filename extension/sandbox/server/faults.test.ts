import { describe, expect, it } from 'vitest';

import { seedItem } from '../state.ts';
import type { Fault, FaultKind } from '../switches.ts';
import { endpointOf } from './faults.ts';
import { siteForTests } from './site-for-tests.ts';

const wardrobe = '/api/v2/wardrobe/101/items';
const statuses = async (faults: Fault[], count: number): Promise<number[]> => {
  const { ask } = siteForTests({ faults });
  const seen: number[] = [];
  for (let index = 0; index < count; index++) seen.push((await ask('GET', wardrobe)).status);
  return seen;
};

describe('how often a failure happens', () => {
  it('is once unless told otherwise', async () => {
    expect(await statuses([{ at: 'wardrobe', is: 'forbidden' }], 3)).toEqual([403, 200, 200]);
    expect(await statuses([{ at: 'wardrobe', is: 'forbidden', times: 2 }], 3)).toEqual([403, 403, 200]);
    expect(await statuses([{ at: 'wardrobe', is: 'forbidden', times: 'always' }], 3)).toEqual([403, 403, 403]);
    expect(await statuses([{ at: 'wardrobe', is: 'forbidden', skip: 2 }], 4)).toEqual([200, 200, 403, 200]);
  });

  it('counts only requests of its own endpoint', async () => {
    const { ask } = siteForTests({ faults: [{ at: 'publish', is: 'forbidden' }] });
    expect((await ask('GET', wardrobe)).status).toBe(200);
    expect((await ask('POST', '/api/v2/item_upload/items', {})).status).toBe(403);
  });
});

describe('refused calls', () => {
  it.each<[FaultKind, number, unknown]>([
    ['forbidden', 403, { code: 106, message_code: 'access_denied' }],
    ['rate-limit', 429, { code: 106, message_code: 'rate_limit_exceeded' }],
    ['datadome', 403, { url: expect.stringContaining('captcha-delivery.com') as string }],
    ['session-lost', 401, { code: 100, message_code: 'invalid_authentication_token' }],
    ['verification', 403, { code: 115 }],
    ['restricted', 403, { message_code: 'listing_restricted' }],
    ['two-factor', 400, { code: 146, message_code: 'entity_2fa_required' }],
    ['validation', 400, { code: 99, errors: [{ field: 'base' }] }],
    ['server-error', 500, { message_code: 'server_error' }],
  ])('%s answers %s', async (is, status, body) => {
    const { ask } = siteForTests({ faults: [{ at: 'any', is }] });
    const answer = await ask('GET', wardrobe);
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject(body as object);
  });

  it.each([
    [{ seconds: 30 }, '30'],
    ['none', null],
    [undefined, '60'],
  ] as const)('tells when to try again: %j', async (retryAfter, header) => {
    const fault: Fault = { at: 'any', is: 'rate-limit', ...(retryAfter ? { retryAfter } : {}) };
    const { ask } = siteForTests({ faults: [fault] });
    expect((await ask('GET', wardrobe)).headers.get('retry-after')).toBe(header);
  });

  it('tells it as a date, too', async () => {
    const { ask, clock } = siteForTests({ faults: [{ at: 'any', is: 'rate-limit', retryAfter: { dateIn: 90 } }] });
    const at = Date.parse((await ask('GET', wardrobe)).headers.get('retry-after')!);
    expect(at).toBe(clock.now + 90_000);
  });

  it('a lost session stays lost', async () => {
    const { ask } = siteForTests({ faults: [{ at: 'wardrobe', is: 'session-lost' }] });
    await ask('GET', wardrobe);
    expect((await ask('GET', '/api/v2/users/current')).status).toBe(401);
    expect((await ask('GET', '/items/new')).headers.get('location')).toContain('/member/signup/select_type');
  });
});

describe('refused pages', () => {
  it.each<[FaultKind, number, string]>([
    ['datadome', 403, 'captcha-delivery'],
    ['cloudflare', 403, 'cf-error-details'],
    ['maintenance', 200, 'maintenance'],
    ['something-went-wrong', 200, 'une erreur'],
    ['forbidden', 403, 'Access denied'],
  ])('%s stands at the same address', async (is, status, text) => {
    const { ask } = siteForTests({ faults: [{ at: 'page', is }] });
    const answer = await ask('GET', '/items/new');
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
    expect(answer.text).not.toContain('CSRF_TOKEN');
  });
});

describe('a cut connection', () => {
  const path = '/api/v2/item_upload/drafts';
  it.each([
    ['cut-before', 0],
    ['cut-after', 1],
  ] as const)('%s leaves %i drafts, also when the browser sends the request again', async (is, count) => {
    const { site, clock, cuts, ask } = siteForTests({ faults: [{ at: 'draft', is }] });
    await ask('POST', path, { draft: { title: 'a' } });
    await ask('POST', path, { draft: { title: 'a' } });
    expect(cuts).toEqual([`POST ${path}`, `POST ${path}`]);
    expect(site.state.items).toHaveLength(count);
    clock.now += 1001;
    expect((await ask('POST', path, { draft: { title: 'a' } })).status).toBe(200);
    expect(site.state.items).toHaveLength(count + 1);
  });
});

describe('endpointOf', () => {
  it.each([
    ['POST', '/api/v2/item_upload/items', 'publish'],
    ['PUT', '/api/v2/item_upload/items/7', 'edit'],
    ['GET', '/api/v2/item_upload/items/7', 'listing'],
    ['POST', '/api/v2/item_upload/drafts', 'draft'],
    ['POST', '/api/v2/item_upload/drafts/7/completion', 'completion'],
    ['POST', '/api/v2/photos', 'photo'],
    ['GET', '/api/v2/item_upload/brands', 'form-data'],
    ['GET', '/items/new', 'page'],
    ['GET', '/assets/site.js', null],
    ['GET', '/__sandbox/state', null],
  ])('%s %s is %s', (method, path, endpoint) => {
    expect(endpointOf(method, path)).toBe(endpoint);
  });
});

it('switches off whole accounts', async () => {
  const { site, ask } = siteForTests({ restricted: true });
  expect((await ask('POST', '/api/v2/item_upload/drafts', { draft: {} })).status).toBe(403);
  site.switches.restricted = false;
  site.switches.banned = true;
  seedItem(site.state, { body: { title: 'a' } }, 0);
  expect((await ask('GET', '/items/new')).text).toContain('Ton compte a été bloqué');
  expect((await ask('GET', '/api/v2/users/current')).json()).toMatchObject({ user: { is_account_banned: true } });
});

describe('a write whose answer is lost', () => {
  const acts = {
    hide: ['PUT', (id: number) => `/api/v2/items/${id}/is_hidden`, { is_hidden: true }, 'hide'],
    delete: ['POST', (id: number) => `/api/v2/items/${id}/delete`, {}, 'delete'],
  } as const;

  it.each(['hide', 'delete'] as const)('%s was done all the same, and is written down', async (at) => {
    const { site, cuts, ask } = siteForTests({ faults: [{ at, is: 'cut-after' }] });
    const { id } = seedItem(site.state, { body: { title: 'a' } }, 0);
    const [method, path, body, kind] = acts[at];
    await ask(method, path(id), body);
    expect(cuts).toHaveLength(1);
    expect(site.state.writes).toMatchObject([{ kind, id, memberId: 101, at: site.now() }]);
  });

  it.each(['hide', 'delete'] as const)('%s was not done when it never arrived', async (at) => {
    const { site, ask } = siteForTests({ faults: [{ at, is: 'cut-before' }] });
    const { id } = seedItem(site.state, { body: { title: 'a' } }, 0);
    await ask(acts[at][0], acts[at][1](id), acts[at][2]);
    expect([site.state.writes, site.state.items[0]?.isHidden, site.state.items[0]?.deletedAt]).toEqual([
      [],
      false,
      null,
    ]);
  });
});
