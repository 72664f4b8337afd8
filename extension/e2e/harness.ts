import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';

import { findBrowser } from '../../scripts/browser.ts';

/** The production build; `npm test` and `npm start` make it first. */
const BUILD = fileURLToPath(new URL('../../dist/chrome-mv3', import.meta.url));

export type HarnessOptions = {
  /** Port of the site that answers for every Vinted host; null = no Vinted. */
  sitePort: number | null;
  backendUrl?: string;
  /** A profile folder to start on again after a kill; a fresh one otherwise. */
  profile?: string;
  headless?: boolean;
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** Keeps pages that were left for the way back, as a seller's browser does and a driven one does not. */
  keepsPages?: boolean;
  /** What the browser speaks, whatever the machine does; null = as the machine does. */
  language?: string | null;
  /** `false` leaves the seller's own pacing and ceilings on. */
  tryout?: false | { pacing?: 'human' | 'instant'; ceilings?: boolean; settleWindow?: number };
};

export interface Harness {
  context: BrowserContext;
  profile: string;
  extensionId: string;
  /** Process id of the browser, where it tells. */
  pid: number | undefined;
  /** Opens one of the extension's own pages. */
  open(path: 'dashboard.html' | 'popup.html', hash?: string): Promise<Page>;
  /** Stops the service worker as Chrome does when it is idle. */
  stopWorker(): Promise<void>;
  /** SIGKILL to the whole browser; the profile stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** A real Chromium with the production build, its Vinted hosts answered by a server on this machine. */
export async function launch(options: HarnessOptions): Promise<Harness> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'vintedbot-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    headless: false,
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    colorScheme: options.colorScheme ?? 'light',
    ignoreHTTPSErrors: true,
    args: flags(options),
    ignoreDefaultArgs: options.keepsPages ? ['--disable-back-forward-cache'] : [],
    ...spoken(options.language),
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  const at = (path: string): string => `chrome-extension://${extensionId}/${path}`;
  const home = await context.newPage();
  await home.goto(at('popup.html'));
  await home.evaluate(prepare, {
    tryout: options.tryout === false ? null : (options.tryout ?? {}),
    settings: options.backendUrl === undefined ? null : { backendUrl: options.backendUrl },
  });
  const cdp = await context.newCDPSession(home);
  const { processInfo } = await ((await context.browser()?.newBrowserCDPSession()) ?? cdp)
    .send('SystemInfo.getProcessInfo')
    .catch(() => ({ processInfo: [] }));
  const pid = processInfo.find((process) => process.type === 'browser')?.id;
  return {
    context,
    profile,
    extensionId,
    pid,
    async open(path, hash = '') {
      const page = await context.newPage();
      await page.goto(at(path) + (hash ? `#/${hash}` : ''));
      return page;
    },
    stopWorker: () => stopWorkers(cdp),
    async kill() {
      if (pid === undefined) throw new Error('The browser did not tell its process id.');
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
      process.kill(pid, 'SIGKILL');
      await gone;
    },
    async close() {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Tests look for English words: the browser gets its language told in each way one of the systems listens to. */
function spoken(language: string | null = 'en-GB'): { locale?: string; env?: Record<string, string> } {
  if (language === null) return {};
  const posix = language.replace('-', '_');
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const env = Object.fromEntries(inherited) as Record<string, string>;
  return { locale: language, env: { ...env, LANGUAGE: posix, LC_ALL: `${posix}.UTF-8`, LANG: `${posix}.UTF-8` } };
}

/** Flags of design.md §9; machines without a screen run headless. */
function flags({ sitePort, headless = true, width = 1280, height = 900, language }: HarnessOptions): string[] {
  return [
    ...(headless ? ['--headless=new'] : []),
    '--no-sandbox',
    '--no-first-run',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(language === null ? [] : [`--lang=${language ?? 'en-GB'}`]),
    `--window-size=${width},${height}`,
    `--disable-extensions-except=${BUILD}`,
    `--load-extension=${BUILD}`,
    '--ignore-certificate-errors',
    ...(sitePort === null
      ? []
      : [`--host-resolver-rules=MAP www.vinted.* 127.0.0.1:${sitePort}, MAP images1.vinted.net 127.0.0.1:${sitePort}`]),
  ];
}

/** Runs in an extension page: the try-out's pacing, and the backend's address. */
async function prepare(stored: { tryout: object | null; settings: object | null }): Promise<void> {
  const { storage } = (
    globalThis as unknown as {
      chrome: {
        storage: { local: { get(key: string): Promise<Record<string, object>>; set(items: object): Promise<void> } };
      };
    }
  ).chrome;
  if (stored.tryout) await storage.local.set({ tryout: stored.tryout });
  if (stored.settings) {
    const known = (await storage.local.get('settings'))['settings'] ?? {};
    await storage.local.set({ settings: { ...known, ...stored.settings } });
  }
}

async function stopWorkers(cdp: CDPSession): Promise<void> {
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
}
