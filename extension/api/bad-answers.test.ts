import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { BackendError } from './backend-error.ts';
import { ask, type Call, type Fetch } from './call-backend.ts';

const contract = z.strictObject({ nodes: z.int() });
const quiet = (): AbortSignal => new AbortController().signal;
const call = (more: Partial<Call> = {}): Call => ({
  address: 'http://backend/',
  timeout: quiet(),
  signal: quiet(),
  ...more,
});

const answering =
  (body: string | null, init: ResponseInit = {}): Fetch =>
  async () =>
    new Response(body, { headers: { 'content-type': 'application/json' }, ...init });

/** The code a seller's words are chosen by; anything but a `BackendError` fails the test. */
async function codeOf(fetch: Fetch, given: Call = call()): Promise<string> {
  const error: unknown = await ask(fetch, given, contract).catch((reason: unknown) => reason);
  if (!(error instanceof BackendError)) throw new Error(`Not a failure of the backend: ${String(error)}`);
  return error.failure.code;
}

describe('an answer of the backend', () => {
  it('of the agreed shape is handed on', async () => {
    expect(await ask(answering('{"nodes":3}'), call(), contract)).toEqual({ nodes: 3 });
  });

  it.each([
    [
      'a page of some other program',
      '<!doctype html><h1>It works!</h1>',
      { headers: { 'content-type': 'text/html' } },
      'backend-broken',
    ],
    ['JSON that is cut off', '{"nodes":', {}, 'backend-broken'],
    ['nothing at all', '', {}, 'backend-broken'],
    ['wrong types', '{"nodes":"many"}', {}, 'backend-version'],
    ['fields of another version', '{"nodes":3,"plan":"pro"}', {}, 'backend-version'],
    ['null', 'null', {}, 'backend-version'],
    ['more than 5 MB', JSON.stringify({ nodes: 3, filler: 'x'.repeat(6 * 1024 * 1024) }), {}, 'backend-version'],
    [
      'an announced 6 MB',
      '{"nodes":3}',
      { headers: { 'content-type': 'application/json', 'content-length': '6291456' } },
      'backend-broken',
    ],
    ['an error page', '<h1>502</h1>', { status: 502, headers: { 'content-type': 'text/html' } }, 'backend-off'],
    ['no such route', '{}', { status: 404 }, 'backend-broken'],
  ])('that is %s has words of its own', async (_, body, init, code) => {
    expect(await codeOf(answering(body, init))).toBe(code);
  });

  it('that names its failure keeps code and time to wait', async () => {
    const body = '{"failure":{"code":"too-many-requests","message":"Later."}}';
    const fetch = answering(body, { status: 429, headers: { 'content-type': 'application/json', 'retry-after': '7' } });
    await expect(ask(fetch, call(), contract)).rejects.toMatchObject({
      failure: { code: 'too-many-requests', retryAfter: 7_000 },
    });
  });

  it.each(['soon', '-5', '99999999'])(
    'that says to retry after %s never makes the seller wait beyond an hour',
    async (after) => {
      const body = '{"failure":{"code":"unavailable","message":"Later."}}';
      const fetch = answering(body, {
        status: 503,
        headers: { 'content-type': 'application/json', 'retry-after': after },
      });
      const error = (await ask(fetch, call(), contract).catch((reason: unknown) => reason)) as BackendError;
      expect(error.failure.retryAfter ?? 0).toBeLessThanOrEqual(3_600_000);
      expect(error.failure.retryAfter ?? 0).toBeGreaterThanOrEqual(0);
    },
  );
});

describe('a backend', () => {
  it('that is off is told from one that is slow', async () => {
    const off: Fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await codeOf(off)).toBe('backend-off');
    expect(await codeOf(silent, call({ timeout: AbortSignal.timeout(1) }))).toBe('backend-slow');
  });

  it('that the seller stopped asking is no failure of the backend', async () => {
    const stopped = new AbortController();
    const asked = ask(silent, call({ signal: stopped.signal }), contract);
    stopped.abort(new Error('stopped by the seller'));
    await expect(asked).rejects.toThrow('stopped by the seller');
  });

  it('that points to another host is not followed, and gets no cookies', async () => {
    let seen: RequestInit = {};
    await ask(async (_, init) => ((seen = init), Response.json({ nodes: 3 })), call(), contract);
    expect(seen).toMatchObject({ redirect: 'error', credentials: 'omit' });
  });
});

/** Never answers, as a hung server does; ends only with the signal. */
const silent: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });
