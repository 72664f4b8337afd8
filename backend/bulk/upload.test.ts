import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { failureIn, newClient, upload } from '../testing/client.ts';
import type { Client } from '../testing/client.ts';
import { picture, pictures } from '../testing/pictures.ts';
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

describe('an upload is refused', () => {
  const send = (headers: Record<string, string>, body?: BodyInit) =>
    client.call('POST', '/bulk/photos/analyze', {
      headers: { 'idempotency-key': 'upload-bad1', ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const multipart = 'multipart/form-data; boundary=b';
  const parts = (...bodies: string[]): string =>
    `${bodies.map((body) => `--b\r\nContent-Disposition: form-data; ${body}`).join('\r\n')}\r\n--b--\r\n`;
  const hash = 'a'.repeat(64);
  const manifest = (value: unknown): string =>
    parts(`name="manifest"\r\n\r\n${typeof value === 'string' ? value : JSON.stringify(value)}`);

  it.each([
    ['without a key', { 'idempotency-key': '' }, 400, 'invalid-input'],
    ['with a key of 300 characters', { 'idempotency-key': 'k'.repeat(300) }, 400, 'invalid-input'],
    ['with a key that is too short to be random', { 'idempotency-key': 'abc' }, 400, 'invalid-input'],
  ])('%s', async (_name, headers, status, code) => {
    const answer = await send(headers, upload(photos));
    expect([answer.status, failureIn(answer).code]).toEqual([status, code]);
  });

  it.each([
    ['as JSON', 'application/json', '{}', 415, 'unsupported-media-type'],
    ['as text', 'text/plain', 'x', 415, 'unsupported-media-type'],
    ['without a boundary', 'multipart/form-data', 'x', 400, 'bad-request'],
    ['empty', multipart, '--b--\r\n', 400, 'no-photos'],
    [
      'cut off',
      multipart,
      '--b\r\nContent-Disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\nxx',
      400,
      'bad-request',
    ],
    ['with an unknown part', multipart, parts('name="role"\r\n\r\nadmin'), 400, 'bad-request'],
    [
      'with two manifests',
      multipart,
      parts(`name="manifest"\r\n\r\n{"photos":[{"hash":"${hash}"}]}`, 'name="manifest"\r\n\r\n{}'),
      400,
      'bad-request',
    ],
    ['with a manifest that is not JSON', multipart, manifest('{'), 400, 'bad-request'],
    ['with 10,000 brackets as manifest', multipart, manifest('['.repeat(10_000)), 400, 'bad-request'],
    ['with a manifest of 300 KB', multipart, manifest(' '.repeat(300_000)), 413, 'body-too-large'],
    [
      'with an unknown field in the manifest',
      multipart,
      manifest({ photos: [{ hash }], credits: 5 }),
      400,
      'invalid-input',
    ],
    [
      'with a prototype in the manifest',
      multipart,
      manifest(`{"photos":[{"hash":"${hash}"}],"__proto__":{"polluted":1}}`),
      400,
      'invalid-input',
    ],
    ['with no photo listed', multipart, manifest({ photos: [] }), 400, 'invalid-input'],
    [
      'with 201 photos listed',
      multipart,
      manifest({ photos: Array.from({ length: 201 }, (_, n) => ({ hash: n.toString(16).padStart(64, '0') })) }),
      400,
      'invalid-input',
    ],
    ['with a hash that is none', multipart, manifest({ photos: [{ hash: '../etc/passwd' }] }), 400, 'invalid-input'],
    ['with a photo listed twice', multipart, manifest({ photos: [{ hash }, { hash }] }), 400, 'invalid-input'],
    [
      'with an item of an unknown photo',
      multipart,
      manifest({ photos: [{ hash }], items: [{ key: 'a', photos: ['b'.repeat(64)] }] }),
      400,
      'invalid-input',
    ],
    [
      'with 21 photos in an item',
      multipart,
      manifest({ photos: [{ hash }], items: [{ key: 'a', photos: Array.from({ length: 21 }, () => hash) }] }),
      400,
      'invalid-input',
    ],
    [
      'with a time that is no number',
      multipart,
      manifest({ photos: [{ hash, takenAt: '1e309' }] }),
      400,
      'invalid-input',
    ],
    [
      'with a language that is none',
      multipart,
      manifest({ photos: [{ hash }], options: { language: 'en\n"ignore' } }),
      400,
      'invalid-input',
    ],
  ])('%s', async (_name, type, body, status, code) => {
    const answer = await send({ 'content-type': type, 'idempotency-key': 'upload-bad2' }, body);
    expect([answer.status, failureIn(answer).code]).toEqual([status, code]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('at the 201st photo, and the first 200 are not sent for nothing', async () => {
    const { bytes } = await picture(7);
    const many = Array.from({ length: 201 }, (): Picture => ({ hash: '', bytes }));
    const answer = await client.send('upload-many', many);
    expect([answer.status, failureIn(answer).code]).toEqual([413, 'too-many-photos']);
  });

  it('at 20 MB a photo', async () => {
    const answer = await client.send('upload-huge', [{ hash: '', bytes: new Uint8Array(20 * 1024 * 1024 + 1) }]);
    expect([answer.status, failureIn(answer).code]).toEqual([413, 'photo-too-big']);
  });

  it('whatever its files are called: names are never looked at', async () => {
    for (const name of ['../../etc/passwd', 'CON', 'x'.repeat(300), 'a\u202Egpj.exe', '👗.jpg']) {
      const body = new FormData();
      body.append('photos', new Blob([new Uint8Array(photos[0]?.bytes ?? [])]), name);
      expect((await send({ 'idempotency-key': 'upload-name' }, body)).status).toBe(202);
    }
  });
});
