import type { Locator, Page } from 'playwright-core';

import type { Draft } from '../../shared/draft.ts';
import { launch } from './harness.ts';
import { drafts, lists, nodes, seed, sizes } from './seed-drafts.ts';

export interface Editor {
  page: Page;
  /** What the database holds for a draft, read past the page. */
  stored(id: string): Promise<Draft | undefined>;
  go(hash: string): Promise<void>;
  card(title: string): Locator;
  look(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The dashboard over 2,000 drafts; no Vinted, no backend. */
export async function openEditor(others: Draft[] = []): Promise<Editor> {
  const harness = await launch({ sitePort: null, width: 1280, height: 900 });
  const page = await harness.open('dashboard.html', 'drafts');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(seed, { drafts: [...others, ...drafts], nodes, sizes, lists });
  return {
    page,
    stored: (id) => page.evaluate(draftIn, id),
    async go(hash) {
      await page.goto(`${page.url().split('#')[0]}#${hash}`);
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    card: (title) => page.getByRole('button', { name: title, exact: true }),
    look: (name) => page.getByRole('button', { name, exact: true }).click(),
    close: () => harness.close(),
  };
}

/** Runs in the dashboard: one row of its database. */
async function draftIn(id: string): Promise<Draft | undefined> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('workshop');
    request.addEventListener('success', () => resolve(request.result));
  });
  const request = db.transaction('drafts').objectStore('drafts').get(id);
  await new Promise((resolve) => request.addEventListener('success', resolve));
  db.close();
  return request.result as Draft | undefined;
}
