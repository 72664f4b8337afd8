/** `npm run screenshots -- [--photos DIR]`: makes the pictures of README.md with the built extension on the pretend Vinted. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

import { runNode } from './run-command.ts';
import { readArguments } from './tryout/arguments.ts';
import { draftsIn, jobsIn, say, until } from '../extension/e2e/extension-state.ts';
import type { World } from '../extension/e2e/world.ts';
import { filesIn, makeDrafts, takeIn } from './tryout/headless.ts';
import { samplePhotos } from './tryout/sample-photos.ts';
import { openWorld } from './tryout/open-world.ts';

const folder = 'docs/images';

/** Half the bytes of a PNG and sharp enough for a page that shows it at half its size. */
async function keep(page: Page, name: string): Promise<void> {
  const png = await page.screenshot({ animations: 'disabled' });
  await sharp(png)
    .webp({ quality: 82 })
    .toFile(join(folder, `${name}.webp`));
  console.log(`${folder}/${name}.webp`);
}

async function takePictures(world: World, photos: string): Promise<void> {
  const { page: dashboard, market } = world;
  await say(dashboard, 'catalog.refresh', { market });
  await takeIn(dashboard, filesIn(photos));
  await keep(dashboard, 'photos');
  await makeDrafts(dashboard);
  await goTo(dashboard, 'drafts');
  await keep(dashboard, 'drafts');
  await pictureOfEditor(dashboard);
  await pictureOfFilling(world, dashboard);
  await pictureOfPopup(world);
}

async function goTo(dashboard: Page, route: string): Promise<void> {
  await dashboard.evaluate((hash) => void (location.hash = hash), `#${route}`);
  await dashboard.waitForLoadState('networkidle');
}

async function pictureOfEditor(dashboard: Page): Promise<void> {
  const [first] = await draftsIn(dashboard);
  if (!first) throw new Error('There is no draft to show.');
  await goTo(dashboard, `drafts/${first.id}`);
  await keep(dashboard, 'editor');
}

/** The seller's last click is left open, so that the filled form stays to be seen. */
async function pictureOfFilling(world: World, dashboard: Page): Promise<void> {
  const [first] = await draftsIn(dashboard);
  await say(dashboard, 'jobs.publish', { draftIds: [first?.id], how: 'fill' });
  await until(
    () => jobsIn(dashboard),
    (jobs) => jobs.length > 0 && jobs.every((job) => job.doneAt !== null || job.status === 'needs-user'),
    120_000,
    'the filled form',
  );
  const form = world.harness.context.pages().find((page) => page.url().includes('/items/new'));
  if (!form) throw new Error('No tab shows the form.');
  await form.setViewportSize({ width: 1280, height: 900 });
  await form.evaluate(() => scrollTo(0, 0));
  await keep(form, 'filling');
}

async function pictureOfPopup(world: World): Promise<void> {
  const popup = await world.harness.open('popup.html');
  await popup.setViewportSize({ width: 400, height: 560 });
  await keep(popup, 'popup');
}

async function build(): Promise<void> {
  const { code, output } = await runNode(['node_modules/wxt/bin/wxt.mjs', 'build']);
  if (code !== 0) throw new Error(`The extension could not be built.\n${output}`);
}

if (import.meta.main) {
  const given = { ...readArguments(process.argv.slice(2)), headless: true };
  if (given.rebuild) await build();
  mkdirSync(folder, { recursive: true });
  const world = await openWorld(given);
  try {
    const photos = given.photos ?? (await samplePhotos('.data/sample-photos'));
    await takePictures(world, photos);
  } finally {
    await world.close();
  }
}
