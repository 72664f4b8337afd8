import { request } from 'node:http';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { eachItsOwn, failureIn, jobIn, newClient } from '../testing/client.ts';
import type { Client } from '../testing/client.ts';
import { pictures } from '../testing/pictures.ts';
import type { Picture } from '../testing/pictures.ts';
import { startTestBackend } from '../testing/test-backend.ts';
import type { TestBackend } from '../testing/test-backend.ts';

let backend: TestBackend;
let client: Client;
let photos: Picture[];
beforeAll(async () => {
  backend = await startTestBackend();
  client = await newClient(backend.url);
  photos = await pictures(2);
});
afterAll(() => backend.close());

const get = (path: string, init: RequestInit = {}) => fetch(backend.url + path, init);
const nowhere = '00000000-0000-4000-8000-000000000000';

type Operation = { security?: unknown[]; description?: string; summary?: string };
async function routes(): Promise<{ method: string; path: string; operation: Operation }[]> {
  const { paths } = (await (await get('/openapi.json')).json()) as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}
const filled = (path: string, id: string): string => path.replace('{id}', id).replace('{key}', 'item-1');

describe('every route of the contract', () => {
  it('is documented with who may call it', async () => {
    const all = await routes();
    expect(all.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      'GET /api/v1/bulk/drafts',
      'GET /api/v1/bulk/drafts/{id}',
      'GET /api/v1/bulk/jobs/{id}',
      'GET /api/v1/bulk/jobs/{id}/events',
      'GET /api/v1/capabilities',
      'PATCH /api/v1/bulk/drafts/{id}',
      'POST /api/v1/bulk/jobs/{id}/cancel',
      'POST /api/v1/bulk/jobs/{id}/items/{key}/retry',
      'POST /api/v1/bulk/photos/analyze',
      'POST /api/v1/devices',
    ]);
    for (const { operation } of all) expect(operation.description).toMatch(/may call this/);
  });

  it('that belongs to a device refuses everybody without a valid token, in the same words', async () => {
    const tokens = [
      '',
      'Bearer',
      'Bearer x',
      `Bearer vbd_${'A'.repeat(43)}`,
      `Basic ${client.token}`,
      `Bearer ${client.token}x`,
    ];
    for (const { method, path, operation } of await routes()) {
      if (!operation.security) continue;
      for (const authorization of tokens) {
        const answer = await get(filled(path, nowhere), {
          method,
          headers: authorization === '' ? {} : { authorization },
        });
        expect([path, authorization, answer.status]).toEqual([path, authorization, 401]);
        const { failure } = (await answer.json()) as { failure: { message: string } };
        expect(failure.message).toBe('A valid device token is needed.');
      }
    }
  });

  it('answers for another device’s things as for things that do not exist', async () => {
    const job = jobIn(await client.send('upload-own1', photos, eachItsOwn(photos)));
    const done = await client.until(job.id, ({ state }) => state === 'done');
    const stranger = await newClient(backend.url);
    for (const { method, path } of await routes()) {
      if (!path.includes('{id}')) continue;
      const id = path.includes('drafts') ? (done.items[0]?.draftId ?? '') : job.id;
      const init = method === 'PATCH' ? { body: '{}', headers: { 'content-type': 'application/json' } } : {};
      const [foreign, unknown] = [
        await stranger.call(method, own(filled(path, id)), init),
        await stranger.call(method, own(filled(path, nowhere)), init),
      ];
      expect([path, foreign.status, failureIn(foreign)]).toEqual([path, 404, failureIn(unknown)]);
    }
    expect((await stranger.drafts('')).drafts).toEqual([]);
    expect((await stranger.drafts(`?job=${job.id}`)).drafts).toEqual([]);
  });
  const own = (path: string): string => path.replace('/api/v1', '');

  it.each([
    '/nope',
    '/api/v1/',
    '/api/v1/bulk/jobs/%00',
    '/api//v1/capabilities',
    '/api/v1/capabilities/',
    '/API/v1/capabilities',
    '/docs/../x',
    '/api/v1/%2e%2e/%2e%2e/etc/passwd',
  ])('is met exactly: %s is none', async (path) => {
    const answer = await get(path, { headers: { authorization: `Bearer ${client.token}` } });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ failure: { code: 'not-found' } });
  });

  it.each(['PUT', 'DELETE', 'PROPFIND'])('knows its methods: %s is none', async (method) => {
    const answer = await get('/api/v1/capabilities', { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await answer.json()).toMatchObject({ failure: { code: 'method-not-allowed' } });
  });
});

describe('pages of other sites', () => {
  const extension = `chrome-extension://${'a'.repeat(32)}`;
  it.each([extension, 'moz-extension://01234567-89ab-4def-8123-456789abcdef'])(
    'may not, our extension may: %s',
    async (origin) => {
      const answer = await get('/api/v1/capabilities', { headers: { origin } });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    },
  );

  it.each(['https://www.vinted.fr', 'https://evil.test', 'null', 'chrome-extension://short', `${extension}.evil.test`])(
    '%s gets nothing',
    async (origin) => {
      const answer = await get('/api/v1/devices', { method: 'POST', headers: { origin } });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([401, null]);
      const preflight = await get('/api/v1/bulk/drafts', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET' },
      });
      expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('this server’s own page may', async () => {
    const answer = await get('/api/v1/capabilities', { headers: { origin: backend.url } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(backend.url);
  });
});

describe('every answer', () => {
  it('is guarded and names its request', async () => {
    const { headers } = await get('/api/v1/capabilities');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age=63072000');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('to the documentation comes from here alone', async () => {
    const page = await (await get('/docs')).text();
    expect(page).toContain('/api/v1/bulk/photos/analyze');
    expect(page).not.toMatch(/<script|https?:\/\//);
    expect((await get('/docs/style.css')).headers.get('content-type')).toContain('text/css');
  });

  it('to the question of health is quick and plain', async () => {
    expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 200]);
  });
});

describe('broken HTTP', () => {
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port, hostname } = new URL(backend.url);
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.end(text));
      socket.on('data', (data: Buffer) => (answer += data.toString('latin1')));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });

  it.each([
    ['a header of 20 KB', `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
    [
      'two lengths',
      'POST /api/v1/devices HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      '400',
    ],
    [
      'a length and chunks',
      'POST /api/v1/devices HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
  ])('is answered and closed: %s', async (_name, text, status) => {
    expect(await raw(text)).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
  });

  it('cut in the middle of an upload loses nothing that came before', async () => {
    const manifest = eachItsOwn(photos);
    await client.send('upload-cut1', photos.slice(0, 1), manifest);
    const { port, hostname } = new URL(backend.url);
    const headers = {
      authorization: `Bearer ${client.token}`,
      'idempotency-key': 'upload-cut1',
      'content-type': 'multipart/form-data; boundary=b',
    };
    await new Promise<void>((resolve) => {
      const half = request({ port, hostname, method: 'POST', path: '/api/v1/bulk/photos/analyze', headers });
      half.on('error', () => resolve());
      half.write('--b\r\nContent-Disposition: form-data; name="manifest"\r\n\r\n{"pho', () => half.destroy());
      half.on('close', resolve);
    });
    expect(jobIn(await client.send('upload-cut1', [], manifest)).photos).toEqual({ total: 2, received: 1 });
  });
});
