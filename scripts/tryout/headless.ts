import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

import { capabilities } from '../../shared/bulk.ts';
import type { Draft } from '../../shared/draft.ts';
import type { Job } from '../../shared/job.ts';
import type { Arguments } from './arguments.ts';
import { completeness } from './completeness.ts';
import { differences, untold } from './compare.ts';
import { askIn, keptBy } from './kept-listings.ts';
import { draftsIn, jobsIn, photoHashesIn, say, store, until } from '../../extension/e2e/extension-state.ts';
import type { World } from '../../extension/e2e/world.ts';

const MINUTE = 60_000;
const pictures = new Set(['.jpg', '.jpeg', '.png', '.webp', '.gif', '.heic', '.avif']);

type Timings = Record<string, number>;

/** The main job from end to end in the real extension; writes what it made; true when nothing differs. */
export async function runHeadless(world: World, given: Arguments, photos: string): Promise<boolean> {
  mkdirSync(given.out, { recursive: true });
  const timings: Timings = {};
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const value = await work();
    timings[name] = Math.round(performance.now() - begun);
    console.log(`${name}: ${(timings[name] / 1000).toFixed(1)} s`);
    return value;
  };
  const shot = (page: Page, name: string) => page.screenshot({ path: join(given.out, `${name}.png`) });

  const { page, vinted } = world;
  await say(page, 'catalog.refresh', { market: given.market });

  await agree(world);
  const files = filesIn(photos);
  console.log(`${files.length} photos from ${photos}`);
  await timed('take photos in', () => takeIn(page, files));
  await shot(page, '1-photos');
  await timed('make drafts', () => makeDrafts(page));
  await page.goto(page.url().replace(/#.*/, '#/drafts'));
  await shot(page, '2-drafts');
  await timed('fill and send', () => fillAll(page));
  await shot(page, '3-sent');
  await vinted.goto(`https://${given.market}/`);
  await shot(vinted, '4-vinted');

  const result = await collect(page, vinted, given);
  writeFileSync(join(given.out, 'timings.json'), `${JSON.stringify(timings, null, 2)}\n`);
  return result;
}

/** Who runs this with a provider's key has agreed to send it these photos; a window would ask. */
async function agree({ page, backend }: World): Promise<void> {
  const { provider } = capabilities.parse(await (await fetch(`${backend.url}/api/v1/capabilities`)).json());
  if (provider === null) return;
  console.log(`Photos go to ${provider}, because its key is set.`);
  await store(page, { consent: provider });
}

export function filesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => pictures.has(extname(name).toLowerCase()));
  if (names.length === 0) throw new Error(`There are no photos in ${resolve(folder)}.`);
  return names.toSorted().map((name) => resolve(folder, name));
}

export async function takeIn(page: Page, files: readonly string[]): Promise<void> {
  await page.getByTestId('photo-files').setInputFiles([...files]);
  await page
    .getByRole('button', { name: /^Make / })
    .and(page.locator(':enabled'))
    .waitFor({ timeout: 10 * MINUTE });
}

export async function makeDrafts(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Make / }).click();
  const settled = (drafts: Draft[]): boolean =>
    drafts.length > 0 && drafts.every((draft) => draft.state !== 'analysing');
  await until(() => draftsIn(page), settled, 30 * MINUTE, 'the drafts');
}

/** Complete drafts are published, the others kept as Vinted drafts for the seller to finish. */
async function fillAll(page: Page): Promise<void> {
  const drafts = await draftsIn(page);
  const complete: string[] = [];
  const open: string[] = [];
  const isReady = completeness(page);
  for (const draft of drafts) ((await isReady(draft)) ? complete : open).push(draft.id);
  console.log(`${complete.length} complete, ${open.length} with open fields`);
  if (complete.length > 0) await say(page, 'jobs.publish', { draftIds: complete, how: 'publish' });
  if (open.length > 0) await say(page, 'jobs.publish', { draftIds: open, how: 'draft' });
  let told = '';
  const ended = (jobs: Job[]): boolean => {
    const over = jobs.filter((job) => job.doneAt !== null || job.status === 'needs-user');
    const line = `${over.length} of ${jobs.length} ended`;
    if (line !== told)
      console.log(line, over.at(-1)?.status === 'needs-user' ? JSON.stringify(over.at(-1)?.failure) : '');
    told = line;
    return over.length === jobs.length;
  };
  await until(() => jobsIn(page), ended, 60 * MINUTE, 'the listings');
}

async function collect(page: Page, vinted: Page, given: Arguments): Promise<boolean> {
  const drafts = await draftsIn(page);
  const hashes = await photoHashesIn(page);
  const { listings: all, isWhole } = await keptBy(askIn(vinted));
  // Another site may have held listings before; which of them are strays only the sandbox can tell.
  const ours = new Set(drafts.map((draft) => draft.vintedId));
  const listings = isWhole ? all : all.filter((one) => ours.has(String(one.id)));
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(given.out, name), `${JSON.stringify(value, null, 2)}\n`);
  write(
    'drafts.json',
    drafts.map((draft) => ({ ...draft, photos: draft.photoIds.map((id) => ({ id, sha256: hashes[id] })) })),
  );
  write('listings.json', listings);

  const problems = drafts.flatMap((draft) => {
    const listing = listings.find((one) => String(one.id) === draft.vintedId);
    if (!listing) return [{ draft: draft.id, field: 'listing', wanted: 'on Vinted', is: draft.state }];
    return differences(draft, listing, hashes);
  });
  const strays = Math.max(0, listings.length - drafts.length);
  const missing = drafts.flatMap((draft) => {
    const listing = listings.find((one) => String(one.id) === draft.vintedId);
    return listing ? untold(draft, listing) : [];
  });
  if (!isWhole) {
    console.log('The site does not tell its whole state: read from the wardrobe and each listing’s own endpoint.');
    console.log(`Could not be compared: ${[...new Set([...missing, 'listings nobody asked for'])].join(', ')}.`);
  }
  for (const problem of problems) console.log('differs:', JSON.stringify(problem));
  for (const job of (await jobsIn(page)).filter((one) => one.status === 'needs-user')) {
    console.log('needs you:', JSON.stringify(job.failure), job.step);
  }
  const published = listings.filter((one) => !one.isDraft).length;
  console.log(`${drafts.length} drafts; on the site: ${published} published, ${listings.length - published} drafts`);
  console.log(
    problems.length === 0 && strays === 0
      ? `Every field and photo ${isWhole ? '' : 'that the site tells '}equals its draft.`
      : `${problems.length} differences, ${strays} strays`,
  );
  return problems.length === 0 && strays === 0;
}
