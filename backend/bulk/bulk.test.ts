import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { bulkPhotos } from '../db/schema.ts';
import { AnalysisError } from '../suggest/analyser.ts';
import { eachItsOwn, failureIn, jobIn, manifestFor, newClient } from '../testing/client.ts';
import type { Client } from '../testing/client.ts';
import { eachDatabase } from '../testing/each-database.ts';
import { dressAnalysis, never } from '../testing/fake-analyser.ts';
import { picture, pictures } from '../testing/pictures.ts';
import type { Picture } from '../testing/pictures.ts';
import { startTestBackend } from '../testing/test-backend.ts';
import type { TestBackend } from '../testing/test-backend.ts';

const isDone = (job: { state: string }): boolean => job.state === 'done';
const broken = new AnalysisError({ code: 'analysis-refused', message: 'no' }, false, {
  inputTokens: 5,
  outputTokens: 1,
  cost: 2,
});

describe.each(eachDatabase)('photos to drafts on $name', ({ where }) => {
  let backend: TestBackend;
  let client: Client;
  let three: Picture[];
  beforeAll(async () => {
    backend = await startTestBackend(await where());
    three = await pictures(3);
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    client = await newClient(backend.url);
    backend.analyser.calls.length = 0;
    backend.analyser.answer = async () => dressAnalysis;
  });
  const storedPhotos = (jobId: string) => backend.db.$count(bulkPhotos, eq(bulkPhotos.jobId, jobId));

  it('makes one draft for each listed item, counts what it cost and keeps no photo', async () => {
    const sent = jobIn(await client.send('upload-0001', three, eachItsOwn(three)));
    const done = await client.until(sent.id, isDone);
    expect(done.items.map((item) => [item.key, item.state])).toEqual([
      ['item-1', 'done'],
      ['item-2', 'done'],
      ['item-3', 'done'],
    ]);
    expect(done.usage).toEqual({ inputTokens: 3_000, outputTokens: 600, cost: 810 });
    const { drafts } = await client.drafts(`?job=${sent.id}`);
    expect(drafts.map((draft) => draft.itemKey).toSorted()).toEqual(['item-1', 'item-2', 'item-3']);
    expect(await storedPhotos(sent.id)).toBe(0);
  });

  it('groups the photos itself when nobody said what belongs together', async () => {
    const sent = jobIn(await client.send('upload-0001', three));
    const done = await client.until(sent.id, isDone);
    const grouped = done.items.flatMap((item) => item.photos);
    expect(grouped.toSorted()).toEqual(three.map((photo) => photo.hash).toSorted());
    expect(new Set(done.items.map((item) => item.key)).size).toBe(done.items.length);
  });

  it('takes the photos in several requests and starts when none is missing', async () => {
    const [first, ...others] = three;
    const manifest = manifestFor(three, [{ key: 'all', photos: three.map((photo) => photo.hash) }]);
    const sent = jobIn(await client.send('upload-0001', [first as Picture], manifest));
    expect([sent.state, sent.photos, sent.missing]).toEqual([
      'receiving',
      { total: 3, received: 1 },
      others.map((photo) => photo.hash),
    ]);
    const resumed = jobIn(await client.send('upload-0001', others, manifest));
    expect([resumed.id, resumed.missing]).toEqual([sent.id, []]);
    await client.until(sent.id, isDone);
    expect(backend.analyser.calls).toEqual([three.map((photo) => photo.hash)]);
  });

  it('keeps what came before a bad photo', async () => {
    const bad = { hash: 'x', bytes: new TextEncoder().encode('%PDF-1.7 not a photo') };
    const listed = [...three.slice(0, 2), { ...bad, hash: await hashed(bad.bytes) }];
    const manifest = eachItsOwn(listed);
    expect(failureIn(await client.send('upload-0001', listed, manifest)).code).toBe('photo-unsupported');
    const again = jobIn(await client.send('upload-0001', [], manifest));
    expect(again.missing).toEqual([listed[2]?.hash]);
  });

  it('does the work once, however often and however fast the same upload is sent', async () => {
    const manifest = eachItsOwn(three);
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.send('upload-0001', three, manifest)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]));
    const ids = new Set(answers.map((answer) => jobIn(answer).id));
    expect(ids.size).toBe(1);
    const done = await client.until([...ids][0] as string, isDone);
    expect(backend.analyser.calls).toHaveLength(3);
    expect(done.usage.inputTokens).toBe(3_000);
    expect((await client.drafts('')).drafts).toHaveLength(3);
    expect(await storedPhotos(done.id)).toBe(0);
  });

  it('does the same without a manifest', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.send('upload-0001', three)));
    const ids = new Set(answers.map((answer) => jobIn(answer).id));
    expect(ids.size).toBe(1);
    const done = await client.until([...ids][0] as string, isDone);
    expect(backend.analyser.calls).toHaveLength(done.items.length);
  });

  it('refuses a key that was used for something else', async () => {
    await client.send('upload-0001', three, eachItsOwn(three));
    const other = await client.send('upload-0001', three, manifestFor(three));
    expect([other.status, failureIn(other).code]).toEqual([422, 'idempotency-key-reused']);
    await client.send('upload-0002', three);
    const foreign = await client.send('upload-0002', [await picture(99)]);
    expect([foreign.status, failureIn(foreign).code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('refuses a photo that is not in the manifest', async () => {
    const answer = await client.send('upload-0001', [await picture(99)], eachItsOwn(three));
    expect([answer.status, failureIn(answer).code]).toEqual([422, 'photo-not-listed']);
  });

  it('says of each item why it failed, and tries it again when asked', async () => {
    backend.analyser.answer = async (photos) => {
      if (photos[0]?.hash === three[1]?.hash) throw broken;
      return dressAnalysis;
    };
    const manifest = eachItsOwn(three);
    const { id } = jobIn(await client.send('upload-0001', three, manifest));
    const failed = await client.until(id, isDone);
    expect(failed.items.map((item) => item.failure?.code ?? item.state)).toEqual(['done', 'analysis-refused', 'done']);
    expect(failed.usage).toMatchObject({ inputTokens: 2_005, cost: 542 });
    backend.analyser.answer = async () => dressAnalysis;
    const reopened = jobIn(await client.call('POST', `/bulk/jobs/${id}/items/item-2/retry`));
    expect([reopened.state, reopened.missing]).toEqual(['receiving', [three[1]?.hash]]);
    await client.send('upload-0001', [three[1] as Picture], manifest);
    const done = await client.until(id, isDone);
    expect(done.items.map((item) => item.state)).toEqual(['done', 'done', 'done']);
    expect(done.usage.inputTokens).toBe(3_005);
    const refused = await client.call('POST', `/bulk/jobs/${id}/items/item-2/retry`);
    expect([refused.status, failureIn(refused).code]).toEqual([409, 'conflict']);
  });

  it('waits and tries again when the provider is busy, and says so meanwhile', async () => {
    backend.analyser.answer = async () => {
      if (backend.analyser.calls.length > 1) return dressAnalysis;
      throw new AnalysisError({ code: 'analysis-rate-limited', message: 'slow down', retryAfter: 100 }, true);
    };
    const [photo] = three as [Picture];
    const { id } = jobIn(await client.send('upload-0001', [photo], eachItsOwn([photo])));
    const waiting = await client.until(id, (job) => job.items[0]?.failure?.code === 'analysis-rate-limited');
    expect(waiting.items[0]).toMatchObject({ state: 'waiting', failure: { retryAfter: expect.any(Number) as number } });
    const done = await client.until(id, isDone);
    expect(done.items[0]).toMatchObject({ state: 'done', failure: null });
    expect(backend.analyser.calls).toHaveLength(2);
  });

  it('stops an analysis that was cancelled, drops the photos and never comes back to it', async () => {
    const stopped: string[] = [];
    backend.analyser.answer = (photos, signal) =>
      never(photos, signal).catch((error: unknown) => {
        stopped.push(photos[0]?.hash ?? '');
        throw error;
      });
    const { id } = jobIn(await client.send('upload-0001', three, eachItsOwn(three)));
    await client.until(id, (job) => job.items.some((item) => item.state === 'running'));
    const cancelled = jobIn(await client.call('POST', `/bulk/jobs/${id}/cancel`));
    expect([cancelled.state, new Set(cancelled.items.map((item) => item.state))]).toEqual([
      'cancelled',
      new Set(['cancelled']),
    ]);
    expect(await storedPhotos(id)).toBe(0);
    await expect.poll(() => stopped.length).toBe(backend.analyser.calls.length);
    expect(jobIn(await client.call('POST', `/bulk/jobs/${id}/cancel`)).state).toBe('cancelled');
    expect((await client.job(id)).items.every((item) => item.state === 'cancelled')).toBe(true);
  });

  it('gives small uploads their turn beside a big one', async () => {
    const many = (await pictures(23)).slice(3);
    const [one] = three as [Picture];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    backend.analyser.answer = () => gate.then(() => dressAnalysis);
    const big = jobIn(await client.send('upload-0001', many, eachItsOwn(many)));
    const neighbour = await newClient(backend.url);
    const small = jobIn(
      await neighbour.send('upload-0001', [one], manifestFor([one], [{ key: 'one', photos: [one.hash] }])),
    );
    await expect.poll(() => backend.analyser.calls.length).toBe(4);
    open();
    await neighbour.until(small.id, isDone);
    await client.until(big.id, isDone);
    expect(backend.analyser.calls).toHaveLength(21);
    expect(backend.analyser.calls.findLastIndex(([hash]) => hash === one.hash)).toBeLessThan(6);
  });
});

async function hashed(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');
}
