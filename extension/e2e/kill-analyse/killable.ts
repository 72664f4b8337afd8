import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { mustStart, type Child } from '../../../backend/testing/child.ts';
import { sellerDefaults } from '../../../shared/defaults.ts';
import { forgetWork, store } from '../extension-state.ts';
import { launch, type Harness } from '../harness.ts';
import { tellSteps } from './page-steps.ts';
import { startSteps, type Steps } from './steps.ts';
import { startToldLine } from './told-line.ts';

export const killers = ['worker', 'tab', 'backend', 'browser'] as const;
export type Killer = (typeof killers)[number];

/** Browser, dashboard and a backend in a process of its own, each of which can die at any step and comes back. */
export interface Killable {
  steps: Steps;
  page(): Page;
  /** Resolves when everything that died is there again. */
  ready(): Promise<void>;
  kill(killer: Killer): Promise<void>;
  /** A seller who has done nothing yet, on a fresh dashboard. */
  begin(): Promise<void>;
  /** Lets requests through to the backend; until then they wait. */
  openGate(): void;
  /** Asks the backend as this browser's device. */
  ask(path: string): Promise<unknown>;
  close(): Promise<void>;
}

const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function startKillable(): Promise<Killable> {
  const profile = mkdtempSync(join(tmpdir(), 'vintedbot-killed-'));
  const folder = mkdtempSync(join(tmpdir(), 'vintedbot-killed-backend-'));
  const steps = await startSteps();
  const startBackend = (port: string): Promise<Child> =>
    mustStart(
      { dataDir: join(folder, 'data') },
      { PORT: port, STEPS: steps.url, ANALYSIS_MS: '30', WORKERS: '1', DEVICES_PER_HOUR: '100000' },
    );
  let backend = await startBackend('0');
  const home = backend.url;
  let gate = Promise.withResolvers<void>();
  const line = await startToldLine(
    steps,
    () => home,
    () => gate.promise,
  );
  let harness: Harness;
  let page: Page;
  let reviving: Promise<unknown> = Promise.resolve();
  const openPage = async (): Promise<void> => {
    page = await harness.open('dashboard.html', 'photos');
  };
  const browse = async (): Promise<void> => {
    harness = await launch({ sitePort: null, profile, backendUrl: line.url });
    await harness.context.addInitScript(tellSteps, steps.url);
    await openPage();
    await store(page, { onboarded: true, defaults: sellerDefaults.parse({}) });
  };
  const kills: Record<Killer, () => Promise<void>> = {
    worker: () => harness.stopWorker(),
    async tab() {
      // The page stands still and closes only once it may go on: what it does then is what a closing page does.
      const closed = page.close();
      reviving = closed.then(openPage);
      await Promise.race([closed, soon(300)]);
    },
    async backend() {
      await backend.kill();
      reviving = startBackend(new URL(home).port).then((again) => (backend = again));
    },
    async browser() {
      await harness.kill();
      reviving = browse();
    },
  };
  await browse();
  return {
    steps,
    page: () => page,
    ready: async () => void (await reviving),
    kill: (killer) => kills[killer](),
    async begin() {
      gate = Promise.withResolvers();
      await forgetWork(page);
      await page.evaluate(forgetDevice);
      await page.close();
      await openPage();
      steps.begin();
    },
    openGate: () => gate.resolve(),
    async ask(path) {
      const token = await page.evaluate(deviceToken, line.url);
      const answer = await fetch(`${home}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
      return answer.json();
    },
    async close() {
      await harness.close();
      await backend.kill();
      await line.close();
      await steps.close();
      for (const left of [folder, profile]) rmSync(left, { recursive: true, force: true });
    },
  };
}

type Storage = {
  chrome: {
    storage: {
      local: { get(key: string): Promise<Record<string, Record<string, string>>>; remove(key: string): Promise<void> };
    };
  };
};

/** Runs in an extension page. */
const forgetDevice = async (): Promise<void> => {
  localStorage.clear();
  await (globalThis as unknown as Storage).chrome.storage.local.remove('deviceTokens');
};

/** Runs in an extension page. */
const deviceToken = async (address: string): Promise<string> => {
  const stored = await (globalThis as unknown as Storage).chrome.storage.local.get('deviceTokens');
  return stored['deviceTokens']?.[address] ?? '';
};
