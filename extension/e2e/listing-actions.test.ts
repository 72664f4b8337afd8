import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { createFakeAnalyser } from '../../backend/testing/fake-analyser.ts';
import { jobsIn, until } from './extension-state.ts';
import { shirt } from './forms.ts';
import { onlineOf, putOnline, untilEnded, wholeOf } from './own-listings.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let page: Page;
beforeAll(async () => {
  world = await startWorld({ backend: { analyser: { ...createFakeAnalyser(), kind: 'built-in', provider: null } } });
  page = world.page;
});
afterAll(() => world.close());

const faults = async () =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

async function openWardrobe(): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#wardrobe`);
  await page.reload();
  await page.getByRole('searchbox').waitFor();
}

/** Chooses the listings a search finds and opens what can be done with them. */
async function actOn(search: string) {
  await openWardrobe();
  await page.getByRole('searchbox').fill(search);
  await page
    .getByRole('checkbox', { name: `Choose “${search}` })
    .first()
    .click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.getByRole('button', { name: 'Change on Vinted' }).click();
  return page.getByRole('dialog');
}

async function jobOf(key: string): Promise<string> {
  const jobs = await until(
    () => jobsIn(page),
    (all) => all.some(({ listingKey }) => listingKey === key),
    10_000,
    'queued',
  );
  return jobs.filter(({ listingKey }) => listingKey === key).toSorted((a, b) => b.createdAt - a.createdAt)[0]?.id ?? '';
}

test('many prices are seen before they change, then change on Vinted', async () => {
  const first = await putOnline(world, shirt, 'Bulk price one');
  const second = await putOnline(world, shirt, 'Bulk price two', { isHidden: true });
  const dialog = await actOn('Bulk price');
  await dialog.getByLabel('Percent', { exact: true }).fill('10');
  await dialog.getByText('2 listings will change').waitFor();
  for (const [width, colorScheme] of [
    [1600, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await faults()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/act-${width}.png` });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await dialog.getByRole('button', { name: 'Change 2 listings' }).press('Enter');
  await page.getByText('2 changes are queued.').waitFor();
  for (const own of [first, second]) {
    expect(await untilEnded(world, await jobOf(own.key))).toMatchObject({ status: 'done' });
    const wanted = Math.round((own.original.body.price ?? 0) * 90) / 100;
    expect(onlineOf(world, own.title)[0]?.body.price).toBe(wanted);
  }
});

test('a listing is hidden, and one that is hidden already is said to stay', async () => {
  const shown = await putOnline(world, shirt, 'Bulk hide one');
  await putOnline(world, shirt, 'Bulk hide two', { isHidden: true });
  const dialog = await actOn('Bulk hide');
  await dialog.getByLabel('What to do').selectOption('hide');
  await dialog.getByText('1 listing stays as it is').waitFor();
  await dialog.getByRole('button', { name: 'Change 1 listing' }).click();
  expect(await untilEnded(world, await jobOf(shown.key))).toMatchObject({ status: 'done' });
  expect(onlineOf(world, shown.title)[0]?.isHidden).toBe(true);
});

test('what is deleted is put online again from its own page', async () => {
  const own = await putOnline(world, shirt, 'Bulk delete one');
  const dialog = await actOn('Bulk delete one');
  await dialog.getByLabel('What to do').selectOption('delete');
  await dialog.getByText('Online → Deleted, kept here').waitFor();
  await dialog.getByRole('button', { name: 'Change 1 listing' }).click();
  const deletion = await jobOf(own.key);
  expect(await untilEnded(world, deletion)).toMatchObject({ status: 'done' });
  expect(onlineOf(world, own.title)).toEqual([]);
  await page.goto(`${page.url().split('#')[0]}#wardrobe/${own.key}`);
  await page.reload();
  await page.getByRole('heading', { name: 'A copy is kept here' }).waitFor();
  expect(await faults()).toEqual([]);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/kept.png` });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe(`listing-${own.id}.zip`);
  await page.getByRole('button', { name: 'Put online again' }).click();
  await page.getByText('1 change is queued.').waitFor();
  const jobs = (await jobsIn(page)).filter(({ listingKey, id }) => listingKey === own.key && id !== deletion);
  expect(await untilEnded(world, jobs[0]?.id ?? '')).toMatchObject({ status: 'done' });
  const [back, ...twins] = onlineOf(world, own.title);
  expect(twins).toEqual([]);
  expect(back && wholeOf(world.sandbox.state, back)).toEqual(own.original);
});

test('a kept listing that is nowhere any more is shown in red, and forgotten only when asked twice', async () => {
  const own = await putOnline(world, shirt, 'Lost one');
  await page.evaluate(loseIt, own.key);
  await openWardrobe();
  const lost = page.getByRole('region', { name: '1 listing is no longer on Vinted' });
  await lost.getByText('Lost one').waitFor();
  for (const [width, colorScheme] of [
    [1600, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    // Colours fade from one look to the other: what is judged is the page as it is opened.
    await openWardrobe();
    await lost.waitFor();
    expect(await faults()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/lost-${width}.png` });
  }
  const popup = await world.harness.open('popup.html');
  await popup.getByRole('region', { name: '1 listing is no longer on Vinted' }).getByText('Lost one').waitFor();
  await popup.close();
  await lost.getByRole('button', { name: 'Forget' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await lost.count()).toBe(1);
  await lost.getByRole('button', { name: 'Forget' }).click();
  await dialog.getByRole('button', { name: 'Forget' }).click();
  await lost.waitFor({ state: 'detached' });
});

/** Runs in an extension page: its listing is gone, though a copy says that it should be online. */
async function loseIt(key: string): Promise<void> {
  const opened = (name: string) =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open(name);
      open.addEventListener('success', () => resolve(open.result));
      open.addEventListener('error', () => reject(open.error ?? new Error('not opened')));
    });
  const wardrobe = await opened('wardrobe');
  const listings = wardrobe.transaction('listings', 'readwrite').objectStore('listings');
  const row = await new Promise<Record<string, unknown>>((resolve) => {
    const read = listings.get(key);
    read.addEventListener('success', () => resolve(read.result));
  });
  listings.put({ ...row, status: 'gone' });
  await new Promise((resolve) => listings.transaction.addEventListener('complete', resolve));
  wardrobe.close();
  const ledger = await opened('ledger');
  const backups = ledger.transaction('backups', 'readwrite').objectStore('backups');
  const { account, vintedId, lineageId, title } = row;
  const about = { account, vintedId, lineageId, listingKey: key, form: { title, attributes: {}, photos: [] } };
  const state = { why: 'relist', state: 'kept', replacedBy: null, jobId: null };
  backups.put({ ...about, ...state, id: 'lost', photos: [], madeAt: Date.now() });
  await new Promise((resolve) => backups.transaction.addEventListener('complete', resolve));
  ledger.close();
}
