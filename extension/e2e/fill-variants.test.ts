import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { ListingForm } from '../../shared/listing-form.ts';
import type { FieldResult, SubmitResult } from '../../shared/page-results.ts';
import { findBrowser } from '../../scripts/browser.ts';
import { fillOrder } from '../messaging/page-protocol.ts';
import { catalogPath } from '../sandbox/data/catalog.ts';
import { chromiumFlags, type Language, marketOf } from '../sandbox/hosts.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { listingsOf } from '../sandbox/state.ts';
import type { Switches } from '../sandbox/switches.ts';

/** Every field in every variant of the form (site.md §3), by the production build, in en, fr and de. */

let sandbox: Sandbox;
let browser: BrowserContext;
let worker: Page;
let tabId: number | null = null;

const folder = mkdtempSync(join(tmpdir(), 'vintedbot-fill-'));
const hosts: Readonly<Record<Language, string>> = { en: 'www.vinted.co.uk', fr: 'www.vinted.fr', de: 'www.vinted.de' };
const leaseToken = 'fill-variants';

beforeAll(async () => {
  sandbox = await startSandbox();
  browser = await launch(sandbox.port);
  const started = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'));
  worker = await browser.newPage();
  await worker.goto(new URL('popup.html', started.url()).href);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => sandbox.reset());

/** The production build with a worker of the test's own: this test drives the page itself, without a job. */
async function launch(sitePort: number): Promise<BrowserContext> {
  const build = join(folder, 'extension');
  cpSync(fileURLToPath(new URL('../../dist/chrome-mv3', import.meta.url)), build, { recursive: true });
  writeFileSync(join(build, 'background.js'), `(${servePhotos.toString()})()`);
  return chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: await findBrowser(),
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
  });
}

/** Runs as the worker: paints the photo that is asked for. */
function servePhotos(): void {
  type Message = { vintedbot?: string; input?: { photoId: string } };
  type Listen = (message: Message, sender: unknown, respond: (reply: unknown) => void) => boolean;
  const { chrome } = globalThis as unknown as { chrome: { runtime: { onMessage: { addListener(on: Listen): void } } } };
  const paint = async (id: string): Promise<Blob> => {
    const canvas = new OffscreenCanvas(40, 40);
    canvas.getContext('2d')?.fillText(id, 2, 20);
    return canvas.convertToBlob({ type: 'image/png' });
  };
  chrome.runtime.onMessage.addListener((message, _sender, respond) => {
    if (message.vintedbot !== 'photo.bytes' || !message.input) {
      respond({ ok: true, value: { isWorkTab: false, panelAllowed: true } });
      return false;
    }
    const { photoId } = message.input;
    void paint(photoId).then((blob) => respond({ ok: true, value: { blob, name: `${photoId}.png` } }));
    return true;
  });
}

type Tabs = {
  create(tab: object): Promise<{ id: number }>;
  remove(id: number): Promise<void>;
  sendMessage(id: number, message: object, options: object): Promise<unknown>;
};

/** Says one message to the content script as the worker would. */
async function tell<T>(type: string, input?: object): Promise<T> {
  const reply = await worker.evaluate(
    async ([kind, what, id]) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      return tabs.sendMessage(id ?? -1, { vintedbot: kind, input: what }, { frameId: 0 });
    },
    [type, input, tabId] as const,
  );
  if (!(reply as { ok: boolean }).ok) throw new Error(JSON.stringify(reply));
  return (reply as { value: T }).value;
}

const path = (id: number, language: Language): string[] => catalogPath(id).map((node) => node.titles[language]);
const photo = (id: string) => ({ id, name: `${id}.png`, type: 'image/png', bytes: 200 });

const nothing: ListingForm = {
  photos: [],
  title: null,
  description: null,
  category: null,
  brand: null,
  size: null,
  condition: null,
  colors: null,
  materials: null,
  unisex: null,
  isbn: null,
  model: null,
  measurements: null,
  attributes: {},
  price: null,
  package: null,
};

const shirt = (language: Language): ListingForm => ({
  ...nothing,
  photos: [photo('front'), photo('back'), photo('label')],
  title: 'T-shirt blanc en coton',
  description: 'Première ligne.\nDeuxième ligne, très bon état.',
  category: { id: 1806, path: path(1806, language) },
  brand: { id: 53, label: 'Nike' },
  size: { id: 208, label: 'M' },
  condition: 3,
  colors: [12, 9],
  materials: [
    { id: 44, label: 'Coton' },
    { id: 53, label: 'Élasthanne' },
  ],
  unisex: true,
  measurements: { width: 52, length: 70 },
  price: { amount: 1250, currency: marketOf(hosts[language]).currency as 'EUR' },
  package: 2,
});

const phone = (language: Language): ListingForm => ({
  ...nothing,
  photos: [photo('phone')],
  title: 'iPhone 13 Pro',
  description: 'Sans rayures.',
  category: { id: 3661, path: path(3661, language) },
  brand: { id: 54_661, label: 'Apple' },
  model: { id: null, label: 'iPhone 13 Pro' },
  condition: 2,
  colors: [1],
  attributes: {
    internal_memory_capacity: { id: 2004, label: language === 'fr' ? '128 Go' : '128 GB' },
    sim_lock: { id: 2022, label: { fr: 'Non', en: 'No', de: 'Nein' }[language] },
  },
  price: { amount: 40_000, currency: marketOf(hosts[language]).currency as 'EUR' },
  package: 1,
});

/** A tab of its own for each form; the one before may still be on its way somewhere. */
async function openForm(language: Language, at = '/items/new'): Promise<void> {
  const url = `https://${hosts[language]}${at}`;
  tabId = await worker.evaluate(
    async ([next, last]) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      if (last !== null) await tabs.remove(last);
      return (await tabs.create({ url: next })).id;
    },
    [url, tabId] as const,
  );
  const isThere = (): Promise<boolean> =>
    tell('page.probe').then(
      () => true,
      () => false,
    );
  await expect.poll(isThere, { timeout: 20_000 }).toBe(true);
}

async function fillAll(form: ListingForm): Promise<FieldResult[]> {
  const results: FieldResult[] = [];
  for (const field of fillOrder)
    results.push(await tell<FieldResult>('sell.fill', { leaseToken, form, field, pacing: 'instant' }));
  return results;
}

const wrong = (results: readonly FieldResult[]): FieldResult[] =>
  results.filter(({ is }) => !['filled', 'already', 'skipped'].includes(is));

const verify = (form: ListingForm) =>
  tell<{ differs: FieldResult[]; panelOpen: boolean }>('sell.verify', { leaseToken, form });
const submit = (form: ListingForm, how: 'publish' | 'draft' = 'publish') =>
  tell<SubmitResult>('sell.submit', { leaseToken, form, how, pacing: 'instant' }).catch(
    (error: Error) => error.message,
  );

const storedShirt = {
  title: 'T-shirt blanc en coton',
  description: 'Première ligne.\nDeuxième ligne, très bon état.',
  catalog_id: 1806,
  brand_id: 53,
  size_id: 208,
  status_id: 3,
  is_unisex: true,
  measurement_width: 52,
  measurement_length: 70,
  price: 12.5,
  package_size_id: 2,
};
const namesSent = (): string[] =>
  (body()?.assigned_photos ?? []).map(({ id }) => sandbox.state.photos.find((one) => one.id === id)?.name ?? '');
const body = () => listingsOf(sandbox.state)[0]?.body;

const languages = ['en', 'fr', 'de'] as const;

/** Each way the form was seen (site.md §3), one at a time. */
const variants: readonly [string, Partial<Switches>][] = [
  ['as it is by default', {}],
  ['panels close with Done, several choices by a click outside', { panelClosing: 'done-required' }],
  ['only Done keeps a choice', { panelClosing: 'save-button' }],
  ['panels are dialogs', { panelShape: 'modal' }],
  ['panels are dialogs that only Done closes', { panelShape: 'modal', panelClosing: 'save-button' }],
  ['panels are dialogs, Done where needed', { panelShape: 'modal', panelClosing: 'done-required' }],
  ['readable panel class', { panelClass: 'plain' }],
  ['the price takes a comma', { decimalSign: 'comma' }],
  ['the price appears after the category', { pricePlace: 'after-category' }],
  ['a re-render clears the price', { priceLost: 'cleared' }],
  ['condition rows are buttons', { conditionRole: 'button' }],
  ['condition before size', { conditionPlace: 'before-size' }],
  ['sizes as chips', { sizeGrid: 'grid_chips' }],
  ['sizes behind tabs', { sizeTabs: true }],
  ['photos open the category picker', { photosOpenCategory: true }],
  ['photos open the picker, only Done keeps', { photosOpenCategory: true, panelClosing: 'save-button' }],
  ['the first click is swallowed', { firstClickSwallowed: true }],
  ['the parcel suggestion comes late', { packageSuggestion: 'late' }],
  ['no parcel suggestion', { packageSuggestion: 'none' }],
  ['authenticity message', { authenticityModal: true }],
  ['photo ownership message', { photoOwnershipModal: true }],
  ['cookie banner', { cookieBanner: true }],
  ['desktop and mobile copies', { duplicateCopies: true }],
  ['test ids moved', { testIdsMoved: true }],
  ['test ids moved, panels are dialogs', { testIdsMoved: true, panelShape: 'modal' }],
  ['test ids moved, only Done keeps', { testIdsMoved: true, panelClosing: 'save-button' }],
  ['test ids moved, Done where needed', { testIdsMoved: true, panelClosing: 'done-required' }],
  ['slow hydration', { hydrationMs: 1_500 }],
  ['late fields', { fieldMs: 700, answerMs: 300 }],
  ['slow photos', { photoMs: 900 }],
];

describe.each(variants)('%s', (_name, switches) => {
  it.each(languages)('clothes in %s', async (language) => {
    sandbox.set(switches);
    await openForm(language);
    const form = shirt(language);
    const results = await fillAll(form);
    expect(wrong(results)).toEqual([]);
    expect((await verify(form)).panelOpen).toBe(false);
    await submit(form);
    expect(body()).toMatchObject(storedShirt);
    expect(body()?.color_ids.toSorted()).toEqual([12, 9].toSorted());
    expect(namesSent()).toEqual(['front.png', 'back.png', 'label.png']);
    expect(sandbox.state.paid).toEqual([]);
  });

  it.each(languages)('a phone in %s', async (language) => {
    sandbox.set(switches);
    await openForm(language);
    const form = phone(language);
    expect(wrong(await fillAll(form))).toEqual([]);
    await submit(form);
    expect(body()).toMatchObject({ catalog_id: 3661, brand_id: 54_661, model: { title: 'iPhone 13 Pro' }, price: 400 });
    const attributes = body()?.item_attributes ?? [];
    expect(attributes).toContainEqual({ code: 'internal_memory_capacity', ids: [2004] });
    expect(attributes).toContainEqual({ code: 'sim_lock', ids: [2022] });
  });
});
