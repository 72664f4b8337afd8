import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bulkItems, bulkJobs, bulkPhotos } from '../db/schema.ts';
import { eachItsOwn, jobIn, newClient } from '../testing/client.ts';
import type { Client } from '../testing/client.ts';
import { eachDatabase } from '../testing/each-database.ts';
import { dressAnalysis, never } from '../testing/fake-analyser.ts';
import { pictures } from '../testing/pictures.ts';
import { startTestBackend } from '../testing/test-backend.ts';
import type { TestBackend } from '../testing/test-backend.ts';

const hour = 3_600_000;

describe.each(eachDatabase)('the sweep on $name', ({ where }) => {
  let backend: TestBackend;
  let client: Client;
  let now = 1_800_000_000_000;
  const clock = { now: () => now };
  beforeAll(async () => {
    backend = await startTestBackend({ ...(await where()), clock, sweepEveryMs: 50 });
    client = await newClient(backend.url);
  });
  afterAll(() => backend.close());

  it('lets photos go after a day, and says so', async () => {
    const photos = await pictures(2);
    backend.analyser.answer = never;
    const running = jobIn(await client.send('upload-old1', photos, eachItsOwn(photos)));
    const receiving = jobIn(await client.send('upload-old2', photos.slice(0, 1), eachItsOwn(photos)));
    now += 23 * hour;
    const fresh = jobIn(await client.send('upload-new1', photos.slice(0, 1), eachItsOwn(photos)));
    expect(await backend.db.$count(bulkPhotos, eq(bulkPhotos.jobId, running.id))).toBe(2);
    now += 2 * hour;
    const ended = await client.until(running.id, (job) => job.state === 'done');
    expect(ended.items.map((item) => item.failure?.code)).toEqual(['photos-expired', 'photos-expired']);
    expect((await client.until(receiving.id, (job) => job.state === 'cancelled')).missing).toEqual([]);
    expect(await backend.db.$count(bulkPhotos, eq(bulkPhotos.jobId, running.id))).toBe(0);
    expect((await client.job(fresh.id)).photos.received).toBe(1);
    await client.call('POST', `/bulk/jobs/${fresh.id}/cancel`);
  });

  it('hands over what a crash left between commit and queue', async () => {
    const [photo] = await pictures(1);
    if (!photo) throw new Error('no picture');
    backend.analyser.answer = never;
    const { id } = jobIn(await client.send('upload-lost', [photo], eachItsOwn([photo])));
    await client.until(id, (job) => job.items[0]?.state === 'running');
    backend.analyser.answer = async () => dressAnalysis;
    const forgotten = { state: 'waiting' as const, enqueued: false, claim: null, taskId: crypto.randomUUID() };
    await backend.db.update(bulkItems).set(forgotten).where(eq(bulkItems.jobId, id));
    await client.until(id, (job) => job.state === 'done');
  });

  it('forgets jobs and drafts after a month', async () => {
    now += 31 * 24 * hour;
    await expect.poll(() => backend.db.$count(bulkJobs)).toBe(0);
    expect((await client.drafts('')).drafts).toEqual([]);
  });
});
