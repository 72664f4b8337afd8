import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { bulkJobs, bulkPhotos } from '../../backend/db/schema.ts';
import { startFakeOpenAi, type FakeOpenAi } from '../../backend/testing/fake-openai.ts';
import { quickQueue } from '../../backend/testing/test-backend.ts';
import { sellerDefaults } from '../../shared/defaults.ts';
import type { Draft } from '../../shared/draft.ts';
import { draftsIn, forgetWork, say, store, until } from './extension-state.ts';
import { startLine, type Line } from './line.ts';
import { startWorld, type World } from './world.ts';

const defaults = sellerDefaults.parse({ audience: 'women', package: 'small', brand: 'none', prices: { '*': 900 } });

/** Everything up, with a model instead of the built-in analyser, and a line to the backend that can be cut. */
export interface AiWorld {
  world: World;
  provider: FakeOpenAi;
  /** The provider's name as the seller is asked about it. */
  providerName: string;
  line: Line;
  page(): Page;
  /** A seller who has done nothing yet; `consent` = has said yes to this provider before. */
  begin(consent: boolean): Promise<void>;
  /** Another dashboard in place of the one open. */
  reopen(hash: string): Promise<void>;
  /** Drops photos, each an item of its own, and presses the button; resolves with the drafts as they are then. */
  drop(files: readonly string[]): Promise<Draft[]>;
  /** What the backend holds of anybody. */
  received(): Promise<{ jobs: number; photos: number }>;
  close(): Promise<void>;
}

export async function startAiWorld(): Promise<AiWorld> {
  const provider = await startFakeOpenAi();
  const env = { LOG_LEVEL: 'silent', OPENAI_API_KEY: 'sk-e2e', OPENAI_BASE_URL: provider.baseUrl };
  const backend = {
    env: { ...env, OPENAI_TIMEOUT_MS: '1000', DEVICES_PER_HOUR: '1000' },
    dataDir: mkdtempSync(join(tmpdir(), 'vintedbot-ai-')),
    queueTiming: quickQueue,
    random: leastPatient,
  };
  const world = await startWorld({ backend, defaults });
  const line = await startLine(world.backend.url);
  await store(world.page, { backendUrl: line.url });
  await say(world.page, 'catalog.refresh', { market: world.market });
  const providerName = new URL(provider.baseUrl).hostname;
  const reopen = async (hash: string): Promise<void> => {
    const old = world.page;
    world.page = await world.harness.open('dashboard.html', hash);
    await old.close();
  };
  return {
    world,
    provider,
    providerName,
    line,
    page: () => world.page,
    reopen,
    async begin(consent) {
      line.set('through');
      provider.script.length = 0;
      provider.requests.length = 0;
      await forgetWork(world.page);
      await world.backend.db.delete(bulkJobs);
      await store(world.page, { consent: consent ? providerName : null });
      await reopen('photos');
    },
    drop: (files) => drop(world.page, files),
    received: async () => ({
      jobs: (await world.backend.db.select({ id: bulkJobs.id }).from(bulkJobs)).length,
      photos: (await world.backend.db.select({ hash: bulkPhotos.hash }).from(bulkPhotos)).length,
    }),
    async close() {
      await line.close();
      await world.close();
      await provider.close();
    },
  };
}

/** Dice that always show the least: the wait before another try is at its shortest. */
const leastPatient = {
  uuid: () => crypto.randomUUID(),
  bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  fraction: () => 0,
};

async function drop(page: Page, files: readonly string[]): Promise<Draft[]> {
  await page.getByTestId('photo-files').setInputFiles([...files]);
  await page
    .getByRole('button', { name: /^Make \d+ drafts?$/ })
    .and(page.locator(':enabled'))
    .click({ timeout: 60_000 });
  return until(
    () => draftsIn(page),
    (drafts) => drafts.length > 0,
    10_000,
    'the drafts',
  );
}
