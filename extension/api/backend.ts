/** The backend's routes as functions. Every answer is parsed by the shared contract; failures are `BackendError`s. */
import {
  bulkDraft,
  bulkDraftPage,
  bulkJob,
  capabilities,
  deviceToken,
  type AnalyzeManifest,
  type BulkDraft,
  type BulkJob,
  type Capabilities,
} from '../../shared/bulk.ts';
import { BackendError, isBackendCode } from './backend-error.ts';
import { ask, send, unreachable, type Call, type Fetch } from './call-backend.ts';
import { readEvents } from './read-events.ts';

/** Device tokens by backend address: another backend must never see this one's. */
export interface TokenStore {
  read(address: string): Promise<string | null>;
  write(address: string, token: string | null): Promise<void>;
}

export type BackendDeps = {
  fetch: Fetch;
  /** The backend's address as set now. */
  address(): Promise<string>;
  tokens: TokenStore;
  /** A signal that aborts after so many milliseconds. */
  timeout(ms: number): AbortSignal;
};

export type Upload = { key: string; manifest: AnalyzeManifest; photos: readonly Blob[] };

export interface Backend {
  capabilities(signal: AbortSignal, address?: string): Promise<Capabilities>;
  /** Creates the job of this key or adds photos to it. */
  analyze(upload: Upload, signal: AbortSignal): Promise<BulkJob>;
  job(id: string, signal: AbortSignal): Promise<BulkJob>;
  /** The job as it changes, until it ends or the connection does. */
  events(id: string, signal: AbortSignal): AsyncGenerator<BulkJob>;
  drafts(jobId: string, signal: AbortSignal): Promise<BulkDraft[]>;
  draft(id: string, signal: AbortSignal): Promise<BulkDraft>;
  cancel(id: string, signal: AbortSignal): Promise<BulkJob>;
  retryItem(id: string, key: string, signal: AbortSignal): Promise<BulkJob>;
}

const quick = 20_000;
/** 20 photos of half a megabyte on a slow line. */
const upload = 120_000;

type Wish = Omit<Call, 'address' | 'token' | 'timeout'> & { path: string; ms?: number };

export function backendAt(deps: BackendDeps): Backend {
  const call = async (wish: Wish, token?: string, address?: string): Promise<Call> => ({
    ...wish,
    address: `${(address ?? (await deps.address())).replace(/\/+$/, '')}/api/v1${wish.path}`,
    timeout: deps.timeout(wish.ms ?? quick),
    ...(token ? { token } : {}),
  });
  /** With this device's token; one that the backend no longer knows is replaced once. */
  const asDevice = async <T>(wish: Wish, run: (call: Call) => Promise<T>): Promise<T> => {
    try {
      return await run(await call(wish, await deviceOf(deps, wish.signal)));
    } catch (error) {
      if (!isBackendCode(error, 'unauthorized')) throw error;
      await deps.tokens.write(await deps.address(), null);
      return run(await call(wish, await deviceOf(deps, wish.signal)));
    }
  };
  const job = (wish: Wish): Promise<BulkJob> => asDevice(wish, (ready) => ask(deps.fetch, ready, bulkJob));
  return {
    capabilities: async (signal, address) =>
      ask(deps.fetch, await call({ path: '/capabilities', signal, ms: 8_000 }, undefined, address), capabilities),
    analyze: ({ key, manifest, photos }, signal) =>
      job({
        path: '/bulk/photos/analyze',
        method: 'POST',
        headers: { 'Idempotency-Key': key },
        body: formOf(manifest, photos),
        ms: upload,
        signal,
      }),
    job: (id, signal) => job({ path: `/bulk/jobs/${id}`, signal }),
    events: (id, signal) => follow(deps, asDevice, id, signal),
    draft: (id, signal) => asDevice({ path: `/bulk/drafts/${id}`, signal }, (call) => ask(deps.fetch, call, bulkDraft)),
    drafts: (jobId, signal) => allDrafts(deps, asDevice, jobId, signal),
    cancel: (id, signal) => job({ path: `/bulk/jobs/${id}/cancel`, method: 'POST', signal }),
    retryItem: (id, key, signal) => job({ path: `/bulk/jobs/${id}/items/${key}/retry`, method: 'POST', signal }),
  };
}

type AsDevice = <T>(wish: Wish, run: (call: Call) => Promise<T>) => Promise<T>;

/** The token of this device at this backend, asked for at first contact. */
async function deviceOf({ fetch, address, tokens, timeout }: BackendDeps, signal: AbortSignal): Promise<string> {
  const home = await address();
  const known = await tokens.read(home);
  if (known) return known;
  const call = {
    address: `${home.replace(/\/+$/, '')}/api/v1/devices`,
    method: 'POST' as const,
    timeout: timeout(quick),
    signal,
  };
  const { token } = await ask(fetch, call, deviceToken);
  await tokens.write(home, token);
  return token;
}

/** The manifest comes first: the server reads the parts in order. File names stay here. */
function formOf(manifest: AnalyzeManifest, photos: readonly Blob[]): FormData {
  const form = new FormData();
  form.append('manifest', JSON.stringify(manifest));
  for (const photo of photos) form.append('photos', photo, 'photo.jpg');
  return form;
}

async function* follow(
  deps: BackendDeps,
  asDevice: AsDevice,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<BulkJob> {
  // The stream may live for minutes; the server gives a sign of life far more often than this.
  const wish: Wish = { path: `/bulk/jobs/${id}/events`, headers: { Accept: 'text/event-stream' }, ms: 600_000, signal };
  const { stream, timeout } = await asDevice(wish, async (call) => {
    const { body } = await send(deps.fetch, call);
    if (!body) throw new BackendError({ code: 'backend-broken', message: 'No events came.' });
    return { stream: body, timeout: call.timeout };
  });
  try {
    for await (const { event, data } of readEvents(stream)) {
      const parsed = event === 'job' ? bulkJob.safeParse(JSON.parse(data)) : null;
      if (parsed?.success) yield parsed.data;
      else if (parsed) throw new BackendError({ code: 'backend-version', message: 'A job of another shape came.' });
    }
  } catch (error) {
    throw error instanceof BackendError ? error : unreachable(error, timeout, signal);
  }
}

async function allDrafts(
  deps: BackendDeps,
  asDevice: AsDevice,
  jobId: string,
  signal: AbortSignal,
): Promise<BulkDraft[]> {
  const found: BulkDraft[] = [];
  let cursor = '';
  do {
    const path = `/bulk/drafts?job=${jobId}&limit=100${cursor}`;
    const page = await asDevice({ path, signal }, (call) => ask(deps.fetch, call, bulkDraftPage));
    found.push(...page.drafts);
    cursor = page.next === null ? '' : `&cursor=${encodeURIComponent(page.next)}`;
  } while (cursor);
  return found;
}
