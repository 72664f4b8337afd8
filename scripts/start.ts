/** `npm start`: everything up and Chromium open; with `--headless` the main job is done and written down. */
import { join } from 'node:path';

import { readArguments, usage, type Arguments } from './tryout/arguments.ts';
import { runHeadless } from './tryout/headless.ts';
import { samplePhotos } from './tryout/sample-photos.ts';
import { openWorld } from './tryout/open-world.ts';
import type { World } from '../extension/e2e/world.ts';
import { runNode } from './run-command.ts';

async function build(): Promise<void> {
  const { code, output } = await runNode(['node_modules/wxt/bin/wxt.mjs', 'build']);
  if (code !== 0) throw new Error(`The extension could not be built.\n${output}`);
}

async function start(given: Arguments): Promise<boolean> {
  if (given.rebuild) await build();
  const photos = given.photos ?? (await samplePhotos(join('.data', 'sample-photos')));
  const world = await openWorld(given);
  try {
    if (given.headless) return await runHeadless(world, given, photos);
    await showToSeller(world, given, photos);
    return true;
  } finally {
    await world.close();
  }
}

/** Leaves everything open until the window is closed or the command is interrupted. */
async function showToSeller({ harness, backend, page }: World, given: Arguments, photos: string): Promise<void> {
  await page.bringToFront();
  console.log(`
Pretend Vinted   https://${given.market}/${given.sitePort === null ? `   (what it does wrong is chosen at https://${given.market}/__sandbox)` : ''}
Backend          ${backend.url}/docs
Photos to drop   ${photos}
Listings so far  https://${given.market}/${given.sitePort === null ? 'member/101' : ''}

Drop the photos on the open page. Close the window or press Ctrl+C to end.`);
  await new Promise<void>((resolve) => {
    harness.context.once('close', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

try {
  process.exitCode = (await start(readArguments(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${usage}`);
  process.exitCode = 1;
}
