import { count } from 'drizzle-orm';
import type { Page } from 'playwright-core';

import { bulkPhotos } from '../../backend/db/schema.ts';
import { createFakeAnalyser, dressAnalysis } from '../../backend/testing/fake-analyser.ts';
import { draftsIn, until } from '../../extension/e2e/extension-state.ts';
import { startWorld, type World } from '../../extension/e2e/world.ts';
import { watchMemory } from './browser-memory.ts';
import { watchMachine } from './machine-noise.ts';
import { longestBlock, watchBlocks } from './page-blocks.ts';

const patience = 10 * 60_000;

export type Measured = {
  prepare: number;
  /** Null when the analysis went on meanwhile: then the two cannot be told apart. */
  upload: number | null;
  analyse: number | null;
  total: number;
  memory: { idle: number; prepare: number; peak: number };
  block: { beat: number; task: number; worst: number };
  uploadsAtOnce: number;
  drafts: number;
  /** Longest gap of a heartbeat beside the browser that has nothing to do: what the machine itself adds. */
  noise: number;
};

/** The whole way of one camera roll in a fresh browser. `apart` holds the analysis back until every photo has arrived. */
export async function runRoll(files: readonly string[], apart: boolean): Promise<Measured> {
  const analyser = createFakeAnalyser();
  const gate = Promise.withResolvers<void>();
  if (!apart) gate.resolve();
  analyser.answer = async () => {
    await gate.promise;
    return dressAnalysis;
  };
  const world = await startWorld({ backend: { analyser: { ...analyser, kind: 'built-in', provider: null } } });
  try {
    return await measure(world, files, apart ? gate.resolve : null);
  } finally {
    gate.resolve();
    await world.close();
  }
}

async function measure(world: World, files: readonly string[], release: (() => void) | null): Promise<Measured> {
  const { page } = world;
  const { pid } = world.harness;
  if (pid === undefined) throw new Error('The browser did not tell its process id.');
  const uploads = countUploads(page);
  await page.getByTestId('photo-files').waitFor({ state: 'attached' });
  await watchBlocks(page);
  const memory = watchMemory(pid);
  const noise = watchMachine();
  const start = performance.now();
  await dropFiles(page, files);
  // Not by role: looking for roles again and again is work of the very page that is measured.
  const button = page.locator('[data-testid=make-drafts]:enabled');
  await button.waitFor({ timeout: patience });
  const prepared = performance.now();
  const peakOfPrepare = memory.peak();
  await button.click();
  let uploaded: number | null = null;
  if (release) {
    await until(
      async () => (await world.backend.db.select({ photos: count() }).from(bulkPhotos))[0]?.photos,
      (photos) => photos === files.length,
      patience,
      'the uploads',
    );
    uploaded = performance.now();
    release();
  }
  await until(
    () => page.evaluate(openAnalyses),
    (open) => open === 0,
    patience,
    'the drafts',
  );
  const end = performance.now();
  const block = await longestBlock(page);
  const drafts = await draftsIn(page);
  memory.stop();
  return {
    prepare: prepared - start,
    upload: uploaded === null ? null : uploaded - prepared,
    analyse: uploaded === null ? null : end - uploaded,
    total: end - start,
    memory: { idle: memory.idle, prepare: peakOfPrepare, peak: memory.peak() },
    block,
    uploadsAtOnce: uploads.most(),
    drafts: drafts.filter(({ state, suggestion }) => state === 'open' && suggestion !== null).length,
    noise: await noise.stop(),
  };
}

/** Runs in the page, so no more than needed: how many drops are not through yet. */
async function openAnalyses(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open('workshop');
    open.addEventListener('success', () => resolve(open.result));
  });
  const states = database.transaction('intakes').objectStore('intakes').index('state');
  const through = await new Promise<number>((resolve) => {
    const done = states.count('done');
    done.addEventListener('success', () => resolve(done.result));
  });
  database.close();
  return 1 - through;
}

/** As a person lets them go over the page: the browser itself makes the files, folders and all. */
async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 640, y: 450, data });
  }
  await cdp.detach();
}

function countUploads(page: Page): { most(): number } {
  const isPhoto = (request: { url(): string; method(): string }): boolean =>
    request.method() === 'POST' && request.url().endsWith('/bulk/photos/analyze');
  let [now, most] = [0, 0];
  page.on('request', (request) => {
    if (isPhoto(request)) most = Math.max(most, (now += 1));
  });
  const end = (request: { url(): string; method(): string }): void => {
    if (isPhoto(request)) now -= 1;
  };
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return { most: () => most };
}
