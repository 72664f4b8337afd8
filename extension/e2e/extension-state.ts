import type { Page } from 'playwright-core';

import type { CatalogNode } from '../../shared/catalog.ts';
import type { Draft } from '../../shared/draft.ts';
import type { Job, JournalEntry } from '../../shared/job.ts';
import type { Backup, Listing } from '../../shared/listing.ts';
import type { SellerDefaults } from '../../shared/defaults.ts';
import type { Account, Intake, Photo } from '../db/database.ts';

/** Runs in an extension page: every row of one table of one of our databases. */
async function rowsOf([name, table]: readonly [string, string]): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open(name);
    open.addEventListener('success', () => resolve(open.result));
    open.addEventListener('error', () => reject(open.error ?? new Error('not opened')));
  });
  try {
    return await new Promise<unknown[]>((resolve, reject) => {
      const all = database.transaction(table).objectStore(table).getAll();
      all.addEventListener('success', () => resolve(all.result));
      all.addEventListener('error', () => reject(all.error ?? new Error('not read')));
    });
  } finally {
    database.close();
  }
}

/** Runs in an extension page: SHA-256 of the publishing bytes of every stored photo, by id. */
async function hashesOf(): Promise<Record<string, string>> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('workshop');
    open.addEventListener('success', () => resolve(open.result));
    open.addEventListener('error', () => reject(open.error ?? new Error('not opened')));
  });
  const photos = await new Promise<{ id: string; original: Blob }[]>((resolve) => {
    const all = database.transaction('photos').objectStore('photos').getAll();
    all.addEventListener('success', () => resolve(all.result));
  });
  database.close();
  const hashes: Record<string, string> = {};
  for (const { id, original } of photos) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await original.arrayBuffer()));
    hashes[id] = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  return hashes;
}

// The rows were written by the extension's own typed tables; this is a reader of its own database.
export const draftsIn = (page: Page): Promise<Draft[]> =>
  page.evaluate(rowsOf, ['workshop', 'drafts'] as const) as Promise<Draft[]>;
export const journalIn = (page: Page): Promise<JournalEntry[]> =>
  page.evaluate(rowsOf, ['ledger', 'journal'] as const) as Promise<JournalEntry[]>;
export const listingsIn = (page: Page): Promise<Listing[]> =>
  page.evaluate(rowsOf, ['wardrobe', 'listings'] as const) as Promise<Listing[]>;
export const backupsIn = (page: Page): Promise<Backup[]> =>
  page.evaluate(rowsOf, ['ledger', 'backups'] as const) as Promise<Backup[]>;
export const accountsIn = (page: Page): Promise<Account[]> =>
  page.evaluate(rowsOf, ['ledger', 'accounts'] as const) as Promise<Account[]>;
export const jobsIn = (page: Page): Promise<Job[]> =>
  page.evaluate(rowsOf, ['ledger', 'jobs'] as const) as Promise<Job[]>;
export const catalogIn = async (page: Page): Promise<CatalogNode[]> =>
  ((await page.evaluate(rowsOf, ['workshop', 'catalogs'] as const)) as { nodes: CatalogNode[] }[]).flatMap(
    ({ nodes }) => nodes,
  );
export const intakesIn = (page: Page): Promise<Intake[]> =>
  page.evaluate(rowsOf, ['workshop', 'intakes'] as const) as Promise<Intake[]>;
export const photosIn = (page: Page): Promise<Photo[]> =>
  page.evaluate(rowsOf, ['workshop', 'photos'] as const) as Promise<Photo[]>;
export const photoHashesIn = (page: Page): Promise<Record<string, string>> => page.evaluate(hashesOf);

/** Runs in an extension page: drafts, photos and drops are gone, settings and catalogues stay. */
export const forgetWork = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('workshop');
      open.addEventListener('success', () => resolve(open.result));
      open.addEventListener('error', () => reject(open.error ?? new Error('not opened')));
    });
    const tables = ['drafts', 'photos', 'intakes', 'publishedPhotos', 'undos'];
    const change = database.transaction(tables, 'readwrite');
    for (const table of tables) change.objectStore(table).clear();
    await new Promise((resolve) => change.addEventListener('complete', resolve));
    database.close();
  });

/** Sends one message as the extension's own pages do. */
export async function say(page: Page, type: string, input?: unknown): Promise<unknown> {
  const reply = await page.evaluate(
    ([name, value]) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
      ).chrome;
      return runtime.sendMessage({ vintedbot: name, input: value });
    },
    [type, input] as const,
  );
  const { ok, value, failure } = reply as { ok: boolean; value?: unknown; failure?: { code: string; message: string } };
  if (!ok) throw new Error(`${type}: ${failure?.code} ${failure?.message}`);
  return value;
}

/** Stores settings as the settings page does. */
export async function store(
  page: Page,
  change: {
    market?: string;
    defaults?: SellerDefaults;
    consent?: string | null;
    onboarded?: boolean;
    theme?: 'system' | 'light' | 'dark';
    backendUrl?: string;
  },
): Promise<void> {
  await page.evaluate(async (settings) => {
    const { storage } = (
      globalThis as unknown as {
        chrome: {
          storage: { local: { get(key: string): Promise<Record<string, object>>; set(items: object): Promise<void> } };
        };
      }
    ).chrome;
    const known = (await storage.local.get('settings'))['settings'] ?? {};
    await storage.local.set({ settings: { ...known, ...settings } });
  }, change);
}

/** Resolves once `test` holds; looked at on every change of our databases would miss the worker's, so it is asked. */
export async function until<T>(
  read: () => Promise<T>,
  test: (value: T) => boolean,
  within: number,
  what: string,
): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const value = await read();
    if (test(value)) return value;
    if (performance.now() > end) throw new Error(`Waited ${Math.round(within / 1000)} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
