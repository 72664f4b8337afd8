import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { startBackend, type Backend, type BackendOptions } from '../../backend/start-backend.ts';
import type { SellerDefaults } from '../../shared/defaults.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { Switches } from '../sandbox/switches.ts';
import { store } from './extension-state.ts';
import { startLine, type Line } from './line.ts';
import { launch, type Harness, type HarnessOptions } from './harness.ts';

export type WorldOptions = {
  backend?: BackendOptions;
  switches?: Partial<Switches>;
  /** Another pretend Vinted on this machine instead of the sandbox. */
  sitePort?: number;
  /** The way to the site can be cut: `world.line`. */
  withLine?: boolean;
  market?: string;
  defaults?: SellerDefaults;
} & Pick<HarnessOptions, 'headless' | 'keepsPages' | 'tryout' | 'width' | 'height' | 'colorScheme' | 'language'>;

export interface World {
  sandbox: Sandbox;
  backend: Backend;
  harness: Harness;
  line: Line | null;
  market: string;
  /** A tab on the market, signed in as the sandbox's member. */
  vinted: Page;
  /** The dashboard. */
  page: Page;
  /** The browser is dead; starts it again on the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Everything up: pretend Vinted, backend on a folder of its own, Chromium with the production build, a seller set up. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'vintedbot-backend-'));
  const profile = mkdtempSync(join(tmpdir(), 'vintedbot-profile-'));
  const market = options.market ?? 'www.vinted.fr';
  const sandbox = await startSandbox(options.switches ? { switches: options.switches } : {});
  const backend = await startBackend({ env: { LOG_LEVEL: 'warn' }, port: 0, dataDir: folder, ...options.backend });
  const line = options.withLine ? await startLine(`https://127.0.0.1:${sandbox.port}`) : null;
  const sitePort = options.sitePort ?? Number(line ? new URL(line.url).port : sandbox.port);
  const browse = (): Promise<Harness> => launch({ ...options, profile, sitePort, backendUrl: backend.url });
  const open = async (harness: Harness) => {
    const vinted = await harness.context.newPage();
    await vinted.goto(`https://${market}/`);
    const page = await harness.open('dashboard.html', 'photos');
    await store(page, { market, onboarded: true, ...(options.defaults ? { defaults: options.defaults } : {}) });
    return { harness, vinted, page };
  };
  const world: World = {
    sandbox,
    backend,
    line,
    market,
    ...(await open(await browse())),
    async restart() {
      Object.assign(world, await open(await browse()));
    },
    async close() {
      await world.harness.close();
      await backend.close();
      await line?.close();
      await sandbox.close();
      for (const left of [folder, profile]) rmSync(left, { recursive: true, force: true });
    },
  };
  return world;
}
