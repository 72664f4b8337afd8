import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createFakeAnalyser } from '../../backend/testing/fake-analyser.ts';
import { jobsIn, say, until } from './extension-state.ts';
import { shirt } from './forms.ts';
import { onlineOf, putOnline, untilEnded, wholeOf, wish, type Own } from './own-listings.ts';
import { drivePanel } from './panel-driver.ts';
import { untilStarted } from './watch-journal.ts';
import { startWorld, type World } from './world.ts';

/** What a browser does to pages and stores by itself: it freezes and throws away tabs, keeps pages for the way back, and loses stores. */

let world: World;
beforeAll(async () => {
  world = await startWorld({
    backend: { analyser: { ...createFakeAnalyser(), kind: 'built-in', provider: null } },
    switches: { photoMs: 150, answerMs: 60 },
    tryout: { settleWindow: 2_500 },
    keepsPages: true,
  });
});
afterAll(() => world.close());

const workPage = (): Page => {
  const page = world.harness.context.pages().find((one) => one !== world.vinted && one.url().includes('/items/new'));
  if (!page) throw new Error('There is no work tab.');
  return page;
};

const freeze = async (): Promise<void> => {
  const cdp = await world.harness.context.newCDPSession(workPage());
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
};

/** Runs in an extension page: a tab that is not looked at is thrown away to save memory. */
const discard = (): Promise<void> =>
  world.page.evaluate(async () => {
    type Tab = { id: number; windowId: number };
    const { tabs, storage } = (
      globalThis as unknown as {
        chrome: {
          tabs: {
            get(id: number): Promise<Tab>;
            create(how: object): Promise<Tab>;
            discard(id: number): Promise<unknown>;
          };
          storage: { session: { get(key: string): Promise<{ workTab: number }> } };
        };
      }
    ).chrome;
    const { workTab } = await storage.session.get('workTab');
    await tabs.create({ windowId: (await tabs.get(workTab)).windowId, active: true });
    await tabs.discard(workTab);
  });

async function expectOneEqual(own: Own, jobId: string): Promise<void> {
  const job = await untilEnded(world, jobId, 150_000);
  expect(job, JSON.stringify(job.failure)).toMatchObject({ status: 'done' });
  const [item, ...twins] = onlineOf(world, own.title);
  if (!item) throw new Error('It is lost.');
  expect(twins).toEqual([]);
  expect(item).toMatchObject({ isHidden: false, isDraft: false });
  expect(wholeOf(world.sandbox.state, item)).toEqual(own.original);
}

it.each([
  ['frozen', freeze],
  ['thrown away', discard],
] as const)('a work tab that is %s in the middle of a relist is woken: one equal copy', async (how, harm) => {
  const own = await putOnline(world, shirt, `Tab ${how}`);
  const jobId = await wish(world.page, 'listing.relist', { listingKeys: [own.key], mode: 'safe' });
  await untilStarted(world.page, jobId, 'fill-title');
  await harm();
  await expectOneEqual(own, jobId);
});

it('a page the browser kept for the way back has one panel, and one answer to each question', async () => {
  const page = await world.harness.context.newPage();
  await page.setViewportSize({ width: 1_440, height: 900 });
  await page.addInitScript(() => {
    addEventListener(
      'pageshow',
      ({ persisted }) => void (document.documentElement.dataset['kept'] = String(persisted)),
    );
  });
  await page.goto(`https://${world.market}/items/new`);
  const panels = page.locator('vintedbot-panel');
  await panels.waitFor({ state: 'attached' });
  const says = async (): Promise<string> => (await drivePanel(page)).text();
  await expect.poll(says, { timeout: 20_000 }).toContain('Choose a draft');
  await page.goto(`https://${world.market}/catalog`);
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => page.locator('html').getAttribute('data-kept')).toBe('true');
  expect(await panels.count()).toBe(1);
  await expect.poll(says, { timeout: 20_000 }).toContain('Choose a draft');
  const here = await world.page.evaluate(async (url) => {
    type Tab = { id: number; url?: string };
    const { tabs } = (
      globalThis as unknown as {
        chrome: {
          tabs: { query(what: object): Promise<Tab[]>; sendMessage(id: number, what: object): Promise<unknown> };
        };
      }
    ).chrome;
    const [tab] = (await tabs.query({ active: true })).filter((one) => one.url === url);
    return tab && (await tabs.sendMessage(tab.id, { vintedbot: 'page.here' }).catch(String));
  }, page.url());
  expect(here, JSON.stringify(here)).toMatchObject({ ok: true });
  await page.close();
});

/** The browser's store of the extension is garbage: nothing in it can be read again. */
function spoil(): void {
  const folder = join(world.harness.profile, 'Default', 'IndexedDB');
  for (const store of readdirSync(folder).filter((name) => name.startsWith('chrome-extension_'))) {
    if (!store.endsWith('.leveldb')) continue;
    for (const file of readdirSync(join(folder, store))) {
      const path = join(folder, store, file);
      if (/\.(log|ldb)$|^(CURRENT|MANIFEST-.*)$/.test(file)) writeFileSync(path, 'not a store');
    }
  }
}

const flag = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<{ stopped?: unknown }> } } } }
    ).chrome;
    return (await storage.local.get('stopped')).stopped ?? null;
  });

it('a damaged store stops everything and is told; the job comes back, nothing is written, nothing is doubled', async () => {
  const own = await putOnline(world, shirt, 'Store lost');
  const jobId = await wish(world.page, 'listing.relist', { listingKeys: [own.key], mode: 'safe' });
  await untilStarted(world.page, jobId, 'submit');
  await world.harness.kill();
  spoil();
  const live = onlineOf(world, own.title).map(({ id }) => id);
  const writes = world.sandbox.state.writes.length;
  await world.restart();
  await until(
    () => flag(world.page),
    (stopped) => stopped !== null,
    30_000,
    'stopped',
  );
  expect(await flag(world.page)).toMatchObject({ why: 'ledger-lost' });
  expect((await jobsIn(world.page)).map(({ id }) => id)).toContain(jobId);
  await say(world.page, 'engine.wake');
  expect(world.sandbox.state.writes.length).toBe(writes);
  expect(onlineOf(world, own.title).map(({ id }) => id)).toEqual(live);

  await say(world.page, 'engine.resume');
  const job = await untilEnded(world, jobId);
  const copies = onlineOf(world, own.title);
  expect(copies.filter(({ isHidden }) => !isHidden).length, JSON.stringify(job)).toBeLessThanOrEqual(1);
  expect(copies.length).toBeGreaterThanOrEqual(1);
  if (job.status !== 'done') expect(job.status).toBe('needs-user');
});
