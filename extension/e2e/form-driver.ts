import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import sharp from 'sharp';

import { findBrowser } from '../../scripts/browser.ts';
import type { ListingForm } from '../../shared/listing-form.ts';
import type { FieldResult, ProbeResult, SubmitResult } from '../../shared/page-results.ts';
import { fillOrder } from '../messaging/page-protocol.ts';
import { chromiumFlags, type Language } from '../sandbox/hosts.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import type { StoredItem } from '../sandbox/state.ts';

/** Drives the production build's content script on the form directly, as the worker does in a job. */

export const hosts: Readonly<Record<Language, string>> = {
  en: 'www.vinted.co.uk',
  fr: 'www.vinted.fr',
  de: 'www.vinted.de',
};
export const leaseToken = 'form-driver';
const pictures = ['front', 'back', 'label', 'side', 'inside'] as const;

export type Heard = { type: string; input: { itemId?: string | null; url?: string; status?: number | null } };
export type Pacing = 'human' | 'instant';

export interface FormDriver {
  sandbox: Sandbox;
  browser: BrowserContext;
  /** The tab on Vinted. */
  page: Page;
  /** Says one message to the content script as the worker would. */
  tell<T>(type: string, input?: object): Promise<T>;
  /** The page of one address, its content script answering. */
  open(language: Language, at?: string, host?: string): Promise<ProbeResult>;
  /** What the page is, asked until somebody answers. */
  probe(): Promise<ProbeResult>;
  fillAll(form: ListingForm, order?: readonly (keyof ListingForm)[], pacing?: Pacing): Promise<FieldResult[]>;
  verify(form: ListingForm): Promise<{ differs: FieldResult[]; panelOpen: boolean }>;
  /** What submitting said; nothing where the page went away with the answer. */
  submit(form: ListingForm, how?: 'publish' | 'draft', pacing?: Pacing): Promise<SubmitResult | undefined>;
  /** What the page told the worker since the page was opened. */
  heard(type: string): Promise<Heard[]>;
  /** The stored photos of a listing, by the name they were served under. */
  photosOf(item: StoredItem | undefined): string[];
  reset(): Promise<void>;
  close(): Promise<void>;
}

export const wrong = (results: readonly FieldResult[]): FieldResult[] =>
  results.filter(({ is }) => !['filled', 'already', 'skipped'].includes(is));

export async function startFormDriver(): Promise<FormDriver> {
  const folder = mkdtempSync(join(tmpdir(), 'vintedbot-form-'));
  const sandbox = await startSandbox();
  const photos = await drawPhotos();
  const browser = await launch(folder, sandbox.port, photos);
  const started = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'));
  const worker = await browser.newPage();
  await worker.goto(new URL('popup.html', started.url()).href);
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  const digests = new Map(Object.entries(photos).map(([name, bytes]) => [digestOf(bytes), name]));

  const tell = async <T>(type: string, input?: object): Promise<T> => {
    const reply = await worker.evaluate(sendToVinted, [type, input] as const);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return reply.value as T;
  };
  const driver: FormDriver = {
    sandbox,
    browser,
    page,
    tell,
    async open(language, at = '/items/new', host = hosts[language]) {
      await page.bringToFront();
      await page.goto(`https://${host}${at}`);
      await worker.evaluate(forget);
      return driver.probe();
    },
    probe: () => retried(() => tell<ProbeResult>('page.probe')),
    async fillAll(form, order = fillOrder, pacing = 'instant') {
      const results: FieldResult[] = [];
      for (const field of order)
        results.push(await tell<FieldResult>('sell.fill', { leaseToken, form, field, pacing }));
      return results;
    },
    verify: (form) => tell('sell.verify', { leaseToken, form }),
    submit: (form, how = 'publish', pacing = 'instant') =>
      tell<SubmitResult>('sell.submit', { leaseToken, form, how, pacing }).catch(goneWithThePage),
    heard: async (type) => (await worker.evaluate(allHeard)).filter((message) => message.type === type),
    photosOf: (item) =>
      (item?.body.assigned_photos ?? []).map(({ id }) => {
        const stored = sandbox.state.photos.find((photo) => photo.id === id);
        return digests.get(stored?.sha256 ?? '') ?? 'unknown bytes';
      }),
    async reset() {
      // The page of the test before may still be on its way to a result; that ends an attempt to leave it.
      await retried(() => page.goto('about:blank'));
      sandbox.reset();
      await browser.clearCookies();
    },
    async close() {
      await browser.close();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return driver;
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Small pictures that differ, so that each one's bytes can be told again. */
async function drawPhotos(): Promise<Record<string, Buffer>> {
  const drawn = pictures.map(async (name, at): Promise<[string, Buffer]> => {
    const background = { r: 40 * at, g: 120, b: 255 - 40 * at };
    return [
      name,
      await sharp({ create: { width: 60, height: 80, channels: 3, background } })
        .png()
        .toBuffer(),
    ];
  });
  return Object.fromEntries(await Promise.all(drawn));
}

/** The production build with a worker of the test's own: the test drives the page itself, without a job. */
function launch(folder: string, sitePort: number, photos: Record<string, Buffer>): Promise<BrowserContext> {
  const build = join(folder, 'extension');
  cpSync(fileURLToPath(new URL('../../dist/chrome-mv3', import.meta.url)), build, { recursive: true });
  const bytes = Object.fromEntries(Object.entries(photos).map(([name, photo]) => [name, photo.toString('base64')]));
  writeFileSync(join(build, 'background.js'), `(${servePhotos.toString()})(${JSON.stringify(bytes)})`);
  return findBrowser().then((executablePath) =>
    chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath,
      headless: false,
      ignoreHTTPSErrors: true,
      args: [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        `--disable-extensions-except=${build}`,
        `--load-extension=${build}`,
        ...chromiumFlags(sitePort),
      ],
    }),
  );
}

type Chrome = {
  runtime: {
    onMessage: {
      addListener(on: (message: Said, sender: unknown, respond: (reply: unknown) => void) => boolean): void;
    };
  };
  storage: {
    session: { get(key: string): Promise<{ heard?: Heard[] }>; set(items: object): Promise<void> };
  };
  tabs: {
    query(about: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(id: number, message: object, options: object): Promise<unknown>;
  };
};
type Said = { vintedbot?: string; input?: { photoId?: string } };

/** Runs as the worker: hands out the photo that is asked for and keeps what else it is told. */
function servePhotos(photos: Record<string, string>): void {
  const { chrome } = globalThis as unknown as { chrome: Chrome };
  let kept = Promise.resolve();
  const keep = (type: string, input: unknown): void => {
    kept = kept.then(async () => {
      const { heard = [] } = await chrome.storage.session.get('heard');
      await chrome.storage.session.set({ heard: [...heard, { type, input }] });
    });
  };
  chrome.runtime.onMessage.addListener((message, _sender, respond) => {
    const { vintedbot: type = '', input } = message;
    const base64 = type === 'photo.bytes' ? photos[input?.photoId ?? ''] : undefined;
    keep(type, input);
    if (base64 === undefined) {
      respond({ ok: true, value: type === 'page.ready' ? { isWorkTab: false, panelAllowed: false } : undefined });
      return false;
    }
    const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
    respond({ ok: true, value: { blob: new Blob([bytes], { type: 'image/png' }), name: `${input?.photoId}.png` } });
    return false;
  });
}

type Reply = { ok: boolean; value?: unknown };

/** Runs in an extension page. */
async function sendToVinted([type, input]: readonly [string, object | undefined]): Promise<Reply> {
  const { tabs } = (globalThis as unknown as { chrome: Chrome }).chrome;
  const tab = (await tabs.query({})).find(({ url }) => url?.startsWith('https://www.vinted.'));
  // The browser passes on what the content script answered: the messenger's reply.
  return (await tabs.sendMessage(tab?.id ?? -1, { vintedbot: type, input }, { frameId: 0 })) as Reply;
}

async function allHeard(): Promise<Heard[]> {
  const { storage } = (globalThis as unknown as { chrome: Chrome }).chrome;
  return (await storage.session.get('heard')).heard ?? [];
}

async function forget(): Promise<void> {
  const { storage } = (globalThis as unknown as { chrome: Chrome }).chrome;
  await storage.session.set({ heard: [] });
}

/** A page that is still loading has nobody who answers. */
async function retried<T>(ask: () => Promise<T>): Promise<T> {
  const end = performance.now() + 20_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The redirect after a success ends the script before it can answer; anything else is a fault. */
function goneWithThePage(error: Error): undefined {
  if (/channel closed|receiving end does not exist|context invalidated|back\/forward cache/i.test(error.message))
    return;
  throw error;
}
