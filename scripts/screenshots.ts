/**
 * `npm run screenshots -- [--photos DIR] [--defaults FILE]`: makes the pictures of README.md with the built extension on
 * the pretend Vinted. With `--gallery DIR` every page is kept there in each width, language and look instead.
 */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';

import { runNode } from './run-command.ts';
import { gallery } from './screenshots/gallery.ts';
import { keep } from './screenshots/keep.ts';
import { readArguments } from './tryout/arguments.ts';
import { drivePanel } from '../extension/e2e/panel-driver.ts';
import { draftsIn, jobsIn, say, until } from '../extension/e2e/extension-state.ts';
import type { World, WorldOptions } from '../extension/e2e/world.ts';
import type { Draft } from '../shared/draft.ts';
import { filesIn, makeDrafts, takeIn } from './tryout/headless.ts';
import { samplePhotos } from './tryout/sample-photos.ts';
import { openWorld } from './tryout/open-world.ts';

const folder = 'docs/pictures';

async function takePictures(world: World, photos: string): Promise<void> {
  const { page: dashboard } = world;
  await takeIn(dashboard, filesIn(photos));
  await keep(dashboard, folder, 'photos');
  await makeDrafts(dashboard);
  await goTo(dashboard, 'drafts');
  await dashboard.locator('[data-card]').first().waitFor();
  await shown(dashboard);
  await keep(dashboard, folder, 'drafts');
  await dashboard.emulateMedia({ colorScheme: 'dark' });
  await pictureOfEditor(dashboard);
  await dashboard.emulateMedia({ colorScheme: 'light' });
  await pictureOfFilling(world, dashboard);
}

async function goTo(dashboard: Page, route: string): Promise<void> {
  await dashboard.evaluate((hash) => void (location.hash = hash), `#/${route}`);
  await dashboard.getByRole('heading', { level: 1 }).waitFor();
}

/** Pictures come from the database after the words. */
const shown = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));

/** The draft with most to show: the surest words and several photos. */
const best = (drafts: readonly Draft[]): Draft | undefined => drafts.toSorted((a, b) => worth(b) - worth(a))[0];
const worth = ({ fields, photoIds }: Draft): number =>
  Object.values(fields).filter(({ value }) => value !== null).length + Math.min(photoIds.length, 4);

async function pictureOfEditor(dashboard: Page): Promise<void> {
  const draft = best(await draftsIn(dashboard));
  if (!draft) throw new Error('There is no draft to show.');
  await goTo(dashboard, `drafts/${draft.id}`);
  await shown(dashboard);
  await keep(dashboard, folder, 'editor');
}

/** The seller's last click is left open, so that the filled form stays to be seen. */
async function pictureOfFilling({ vinted, market }: World, dashboard: Page): Promise<void> {
  const draft = best(await draftsIn(dashboard));
  await say(dashboard, 'jobs.publish', { draftIds: [draft?.id], how: 'fill' });
  await until(
    () => jobsIn(dashboard),
    (jobs) => jobs.length > 0 && jobs.every((job) => job.doneAt !== null || job.status === 'needs-user'),
    120_000,
    'the filled form',
  );
  const pages = vinted.context().pages();
  const form = pages.find((page) => page.url().startsWith(`https://${market}/items/new`));
  if (!form) throw new Error('No tab shows the form.');
  await form.setViewportSize({ width: 1440, height: 900 });
  await form.bringToFront();
  await form.evaluate(() => scrollTo(0, 0));
  await (await drivePanel(form)).click('Open VintedBot');
  await form.mouse.move(0, 0);
  await keep(form, folder, 'filling');
}

async function build(): Promise<void> {
  const { code, output } = await runNode(['node_modules/wxt/bin/wxt.mjs', 'build']);
  if (code !== 0) throw new Error(`The extension could not be built.\n${output}`);
}

/** Takes `--gallery DIR` out; the rest is what `npm start` understands. */
function splitArguments(words: readonly string[]): { into: string | null; rest: string[] } {
  const at = words.indexOf('--gallery');
  if (at < 0) return { into: null, rest: [...words] };
  const into = words[at + 1];
  if (into === undefined) throw new Error('--gallery needs a folder.');
  return { into, rest: words.toSpliced(at, 2) };
}

if (import.meta.main) {
  const { into, rest } = splitArguments(process.argv.slice(2));
  const given = { ...readArguments(rest), headless: true };
  if (given.rebuild) await build();
  mkdirSync(folder, { recursive: true });
  const options: WorldOptions = {};
  const world = await openWorld(given, options);
  try {
    const photos = given.photos ?? (await samplePhotos('.data/sample-photos'));
    await say(world.page, 'catalog.refresh', { market: world.market });
    if (into === null) await takePictures(world, photos);
    else {
      await takeIn(world.page, filesIn(photos));
      await makeDrafts(world.page);
      await gallery(world, options, into, filesIn(photos));
    }
  } finally {
    await world.close();
  }
}
