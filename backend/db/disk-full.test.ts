import sharp from 'sharp';
import { expect, it, vi } from 'vitest';

import { mustStart } from '../testing/child.ts';
import { clientFor, eachItsOwn, failureIn, jobIn, newClient } from '../testing/client.ts';
import { newFolder } from '../testing/each-database.ts';
import { hashOf } from '../testing/pictures.ts';
import type { Picture } from '../testing/pictures.ts';

/** Two processes, one after the other, seconds long on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });

/** As large as a photo gets: noise does not compress. */
async function heavyPicture(seed: number): Promise<Picture> {
  const noise = { type: 'gaussian' as const, mean: 100 + seed, sigma: 60 };
  const image = sharp({ create: { width: 2_000, height: 2_000, channels: 3, background: '#fff', noise } });
  const bytes = await image.jpeg({ quality: 100 }).toBuffer();
  return { hash: hashOf(bytes), bytes };
}

it('refuses in words what a full disk cannot take, keeps what it took, and goes on once there is room', async () => {
  const place = { dataDir: newFolder() };
  // Every file stops growing at 17 MB: just above what PostgreSQL's own log needs.
  const full = await mustStart(place, { FILE_BLOCKS: '34000', ANALYSIS_MS: '600000' });
  const photos = await Promise.all(Array.from({ length: 24 }, (_, seed) => heavyPicture(seed)));
  const client = await newClient(full.url);
  const answers = [];
  for (const photo of photos) answers.push(await client.send('upload-full', [photo], eachItsOwn(photos)));
  const taken = answers.filter(({ status }) => status < 300);
  const refused = answers.filter(({ status }) => status >= 300);
  expect(taken.length).toBeGreaterThan(0);
  expect(new Set(refused.map((answer) => `${answer.status} ${failureIn(answer).code}`))).toEqual(
    new Set(['507 storage-full']),
  );
  const { id } = jobIn(taken.at(-1)!);
  expect((await client.job(id)).photos.received).toBe(taken.length);
  await full.kill();

  const roomy = await mustStart(place, { ANALYSIS_MS: '20' });
  const again = clientFor(roomy.url, client.token);
  expect((await again.job(id)).photos.received).toBe(taken.length);
  await again.send('upload-full', photos, eachItsOwn(photos));
  const done = await again.until(id, (job) => job.state === 'done', 90_000);
  expect(done.items.map(({ state }) => state)).toEqual(photos.map(() => 'done'));
  await roomy.stop();
});
