/** A camera roll of 12-megapixel photos with the production build: all of it comes in, and never more than two are decoded at once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { cameraRoll } from './camera-roll.ts';
import { intakesIn, photosIn } from './extension-state.ts';
import { launch, type Harness } from './harness.ts';
import { drawPictures } from './pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'camera-roll-'));
let harness: Harness;
beforeAll(async () => {
  harness = await launch({ sitePort: null });
});
afterAll(async () => {
  await harness?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Tally = { open: number; most: number; decoded: number };
type Watched = typeof globalThis & { tally: Tally };

/** Runs in a photo worker: counts the pictures that are decoded and not let go of yet. */
function watchDecoder(): void {
  const tally: Tally = { open: 0, most: 0, decoded: 0 };
  (globalThis as Watched).tally = tally;
  const decode = globalThis.createImageBitmap;
  globalThis.createImageBitmap = async (...given: unknown[]) => {
    tally.open += 1;
    tally.most = Math.max(tally.most, tally.open);
    const bitmap = await (decode as (...all: unknown[]) => Promise<ImageBitmap>)(...given);
    tally.decoded += 1;
    const close = bitmap.close.bind(bitmap);
    bitmap.close = () => {
      tally.open -= 1;
      close();
    };
    return bitmap;
  };
}

const tallyOf = (worker: Worker): Promise<Tally> => worker.evaluate(() => (globalThis as Watched).tally);

async function take(page: Page, files: string[], total: number): Promise<void> {
  await page.getByTestId('photo-files').setInputFiles(files);
  await expect.poll(async () => (await photosIn(page)).length, { timeout: 90_000 }).toBe(total);
  await page
    .getByRole('button', { name: /^Make \d+ drafts?$/ })
    .and(page.locator(':enabled'))
    .waitFor();
}

test('twelve photos of twelve megapixels come in whole, two decoded at a time', async () => {
  const files = await cameraRoll(folder, 12);
  const page = await harness.open('dashboard.html', 'photos');
  // Small ones first: they start the workers, which can then be watched until they are replaced (after eight photos).
  await take(page, await drawPictures(2, folder), 2);
  const workers = page.workers();
  expect(workers).toHaveLength(2);
  for (const worker of workers) await worker.evaluate(watchDecoder);
  await take(page, files.slice(0, 5), 7);
  const tallies = await Promise.all(workers.map(tallyOf));
  expect(tallies.every(({ most, open }) => most <= 1 && open === 0)).toBe(true);
  expect(tallies.reduce((sum, { decoded }) => sum + decoded, 0)).toBe(5);
  await take(page, files.slice(5), 14);
  expect(page.workers()).toHaveLength(2);

  const [intake] = await intakesIn(page);
  expect(intake).toMatchObject({ state: 'grouping', refused: [], preparing: [] });
  const photos = (await photosIn(page)).filter(({ name }) => name.startsWith('IMG_'));
  expect(photos.map(({ name }) => name)).toEqual(files.map((_, index) => `IMG_${1_000 + index}.jpg`));
  for (const [index, { width, height }] of photos.entries()) {
    expect([width, height]).toEqual(index % 3 === 0 ? [3_000, 4_000] : [4_000, 3_000]);
  }
  const stacked = intake?.stacks.flatMap(({ photoIds }) => photoIds) ?? [];
  expect(stacked.toSorted()).toEqual((await photosIn(page)).map(({ id }) => id).toSorted());
});
