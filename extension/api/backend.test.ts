import { describe, expect, test } from 'vitest';

import type { AnalyzeManifest, BulkJob } from '../../shared/bulk.ts';
import { BackendError } from './backend-error.ts';
import { backendAt, type Backend } from './backend.ts';
import type { Fetch } from './call-backend.ts';
import { followJob } from './follow-job.ts';

const token = 'vbd_'.padEnd(47, 'x');
const job = (state: BulkJob['state']): BulkJob => ({
  id: '00000000-0000-4000-8000-000000000001',
  state,
  missing: [],
  photos: { total: 1, received: 1 },
  items: [],
  usage: { inputTokens: 0, outputTokens: 0, cost: null },
  analyser: 'built-in',
  createdAt: 1,
  updatedAt: 1,
});
const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const signal = new AbortController().signal;
const none = (): AbortSignal => new AbortController().signal;

function client(answer: (path: string, init: RequestInit) => Response | Promise<Response>, timeout = none) {
  const kept = new Map<string, string>();
  const fetch: Fetch = async (address, init) => {
    const path = new URL(address).pathname.replace('/api/v1', '');
    if (path === '/devices') return json({ token, deviceId: job('done').id }, 201);
    return answer(path, init);
  };
  const tokens = {
    read: async (address: string) => kept.get(address) ?? null,
    write: async (address: string, value: string | null) =>
      void (value ? kept.set(address, value) : kept.delete(address)),
  };
  return { kept, backend: backendAt({ fetch, address: async () => 'https://b.example/', tokens, timeout }) };
}
const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'fine',
    (error: unknown) => (error instanceof BackendError ? error.failure.code : String(error)),
  );

describe('every way to fail has its own code', () => {
  const html = (status: number) => new Response('<html>', { status, headers: { 'content-type': 'text/html' } });
  test.each<[string, () => Response | Promise<Response>]>([
    ['fine', () => json(job('done'))],
    ['backend-off', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['backend-off', () => html(502)],
    ['backend-broken', () => html(200)],
    ['backend-broken', () => html(404)],
    ['backend-broken', () => new Response('{"id":', { headers: { 'content-type': 'application/json' } })],
    ['backend-broken', () => json({}, 200, { 'content-length': String(6 * 1024 * 1024) })],
    ['backend-version', () => json({ ...job('done'), state: 'unheard-of' })],
    ['backend-version', () => json([])],
    ['analysis-quota', () => json({ failure: { code: 'analysis-quota', message: 'used up' } }, 402)],
    ['not-found', () => json({ failure: { code: 'not-found', message: 'no' } }, 404)],
    ['unauthorized', () => json({ failure: { code: 'unauthorized', message: 'no' } }, 401)],
  ])('%s', async (code, answer) => expect(await codeOf(client(answer).backend.job(job('done').id, signal))).toBe(code));

  test('slow', async () => {
    const late = new AbortController();
    const { backend } = client(
      (_path, init) => {
        late.abort();
        return Promise.reject((init.signal as AbortSignal).reason as Error);
      },
      () => late.signal,
    );
    expect(await codeOf(backend.capabilities(signal))).toBe('backend-slow');
  });
  test('the seller’s own Cancel is no failure of the backend', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    const { backend } = client((_path, init) => Promise.reject((init.signal as AbortSignal).reason as Error));
    expect(await codeOf(backend.capabilities(stop.signal))).toBe('Error: stopped');
  });
  test('how long to wait comes along', async () => {
    const { backend } = client(() =>
      json({ failure: { code: 'rate-limited', message: 'x' } }, 429, { 'retry-after': '7' }),
    );
    await expect(backend.job('x', signal)).rejects.toMatchObject({
      failure: { code: 'rate-limited', retryAfter: 7_000 },
    });
  });
});

test('the token is asked for once, kept by address, and replaced once when it is no longer known', async () => {
  const seen: (string | null)[] = [];
  let known = true;
  const { backend, kept } = client((_path, init) => {
    seen.push(new Headers(init.headers).get('authorization'));
    if (known) return json(job('done'));
    known = true;
    return json({ failure: { code: 'unauthorized', message: 'no' } }, 401);
  });
  await backend.job('a', signal);
  known = false;
  await backend.job('a', signal);
  expect(seen).toEqual([`Bearer ${token}`, `Bearer ${token}`, `Bearer ${token}`]);
  expect([...kept]).toEqual([['https://b.example/', token]]);
});

test('an upload sends the manifest first, then photos without their names', async () => {
  const manifest: AnalyzeManifest = {
    photos: [{ hash: 'a'.repeat(64), takenAt: null }],
    items: null,
    options: { language: 'fr', tone: 'short', currency: 'EUR', bestGuess: false },
  };
  let sent: RequestInit = {};
  const { backend } = client((_path, init) => {
    sent = init;
    return json(job('queued'), 202);
  });
  await backend.analyze({ key: 'key-12345', manifest, photos: [new File(['x'], 'holiday in Rome.jpg')] }, signal);
  const parts = [...(sent.body as FormData)];
  expect(parts.map(([name]) => name)).toEqual(['manifest', 'photos']);
  expect(JSON.parse(parts[0]![1] as string)).toEqual(manifest);
  expect((parts[1]![1] as File).name).toBe('photo.jpg');
  expect(new Headers(sent.headers).get('idempotency-key')).toBe('key-12345');
  expect(sent).toMatchObject({ redirect: 'error', credentials: 'omit' });
});

describe('a job is followed to its end', () => {
  const collect = async (backend: Backend): Promise<string[]> => {
    const states: string[] = [];
    for await (const one of followJob(backend, job('done').id, async () => undefined, signal)) states.push(one.state);
    return states;
  };
  const stream = (...chunks: string[]): Response =>
    new Response(new Blob(chunks).stream(), { headers: { 'content-type': 'text/event-stream' } });
  const event = (state: BulkJob['state']): string => `event: job\ndata: ${JSON.stringify(job(state))}\n\n`;

  test('by events, also when they come in pieces', async () => {
    const [head, tail] = [event('running').slice(0, 30), event('running').slice(30)];
    const { backend } = client(() => stream(': alive\n\n', head, tail, event('done')));
    expect(await collect(backend)).toEqual(['running', 'done']);
  });
  test('by asking, when the stream is cut or never comes', async () => {
    let asked = 0;
    const { backend } = client((path) => {
      if (path.endsWith('/events'))
        return asked === 0 ? stream(event('running')) : Promise.reject(new TypeError('cut'));
      return json(job((asked += 1) > 2 ? 'done' : 'running'));
    });
    expect(await collect(backend)).toEqual(['running', 'running', 'running', 'done']);
  });
  test('not for ever, when nobody answers', async () => {
    const { backend } = client(() => Promise.reject(new TypeError('off')));
    expect(await codeOf(collect(backend))).toBe('backend-off');
  });
});
