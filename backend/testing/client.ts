import { bulkDraftPage, bulkJob, deviceToken } from '../../shared/bulk.ts';
import type { BulkDraftPage, BulkJob } from '../../shared/bulk.ts';
import { failure } from '../../shared/failure.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Picture } from './pictures.ts';

export type Answer = { status: number; headers: Headers; body: unknown };

/** A caller of the backend with a device of its own, checking every answer against the contract. */
export type Client = {
  token: string;
  call(method: string, path: string, init?: RequestInit): Promise<Answer>;
  send(key: string, photos: Picture[], manifest?: unknown): Promise<Answer>;
  job(id: string): Promise<BulkJob>;
  drafts(query: string): Promise<BulkDraftPage>;
  /** Asks until the job is as wanted. */
  until(id: string, isAsWanted: (job: BulkJob) => boolean, patienceMs?: number): Promise<BulkJob>;
};

export async function newClient(url: string): Promise<Client> {
  const issued = await fetch(`${url}/api/v1/devices`, { method: 'POST' });
  return clientFor(url, deviceToken.parse(await issued.json()).token);
}

export function clientFor(url: string, token: string): Client {
  const call: Client['call'] = async (method, path, init = {}) => {
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string> | undefined) };
    const response = await fetch(`${url}/api/v1${path}`, { ...init, method, headers });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : (JSON.parse(text) as unknown),
    };
  };
  const job: Client['job'] = async (id) => bulkJob.parse((await call('GET', `/bulk/jobs/${id}`)).body);
  return {
    token,
    call,
    job,
    send: (key, photos, manifest) =>
      call('POST', '/bulk/photos/analyze', { body: upload(photos, manifest), headers: { 'idempotency-key': key } }),
    drafts: async (query) => bulkDraftPage.parse((await call('GET', `/bulk/drafts${query}`)).body),
    until: async (id, isAsWanted, patienceMs = 30_000) => {
      const deadline = performance.now() + patienceMs;
      for (;;) {
        const now = await job(id);
        if (isAsWanted(now)) return now;
        if (performance.now() > deadline) throw new Error(`The job never came to be as wanted: ${JSON.stringify(now)}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
  };
}

export function upload(photos: Picture[], manifest?: unknown): FormData {
  const body = new FormData();
  if (manifest !== undefined) body.set('manifest', JSON.stringify(manifest));
  for (const photo of photos) body.append('photos', new Blob([new Uint8Array(photo.bytes)]), 'photo.jpg');
  return body;
}

export const manifestFor = (photos: Picture[], items: { key: string; photos: string[] }[] | null = null) => ({
  photos: photos.map(({ hash }) => ({ hash, takenAt: null })),
  items,
});

/** One item per photo. */
export const eachItsOwn = (photos: Picture[]) =>
  manifestFor(
    photos,
    photos.map(({ hash }, index) => ({ key: `item-${index + 1}`, photos: [hash] })),
  );

export const jobIn = (answer: Answer): BulkJob => bulkJob.parse(answer.body);
export function failureIn(answer: Answer): Failure {
  const body = answer.body as { failure?: unknown } | null;
  return failure.parse(body?.failure);
}
