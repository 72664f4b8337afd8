import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

import { createFakeAnalyser, type FakeAnalyser } from '../../backend/testing/fake-analyser.ts';
import { sellerDefaults } from '../../shared/defaults.ts';
import { draftsOf, listingsOf } from '../sandbox/state.ts';
import { draftsIn, forgetWork, photosIn, say, store, until } from './extension-state.ts';
import { drivePanel, type PanelDriver } from './panel-driver.ts';
import { drawPictures } from './pictures.ts';
import { startWorld, type World } from './world.ts';

const patient = { timeout: 60_000 };
const defaults = sellerDefaults.parse({
  audience: 'women',
  condition: 'very-good',
  package: 'small',
  sizes: { clothing: 'M', shoes: '38' },
  brand: 'none',
  prices: { '*': 1_500 },
});

/** As the built-in analyser stands to the extension: nothing leaves this machine, so nothing is asked. */
const analyser: FakeAnalyser = { ...createFakeAnalyser(), kind: 'built-in', provider: null };

let world: World;
let panel: PanelDriver;
/** Each test has a tab of its own: the panel keeps to what was begun in its tab. */
let tab: Page;

beforeAll(async () => {
  // From 1,400 pixels on the panel starts open, beside the form.
  world = await startWorld({ backend: { analyser }, defaults, width: 1_440 });
  await say(world.page, 'catalog.refresh', { market: world.market });
});
afterAll(() => world?.close());
beforeEach(async () => {
  await forgetWork(world.page);
  tab = await world.harness.context.newPage();
  await tab.goto(`https://${world.market}/items/new`);
  panel = await drivePanel(tab);
  await until(() => panel.isShown(), Boolean, 30_000, 'the panel');
  const takesPhotos = () =>
    panel.ask(function (this: ShadowRoot) {
      return this.querySelector('input[type="file"]') !== null;
    });
  await until(takesPhotos, Boolean, 30_000, 'a place for photos');
});

afterEach(() => tab.close({ runBeforeUnload: false }));

const says = async (words: string | RegExp): Promise<void> => {
  await expect.poll(() => panel.text(), patient).toMatch(words);
};
const valueOf = (id: string) => tab.locator(id).inputValue();

it('makes a draft of the photos, fills the form from it, and leaves the last click', async () => {
  await panel.choosePhotos(await drawPictures(2));
  await says('Filled.');
  expect(await valueOf('#title')).toBe('Blue midi dress');
  expect(await valueOf('#category')).toBe('Midi');
  await expect.poll(() => tab.locator('[data-testid^="image-wrapper-"]').count(), patient).toBe(2);
  const [draft, ...others] = await draftsIn(world.page);
  expect(others).toEqual([]);
  expect(draft).toMatchObject({ market: world.market, fields: { title: { value: 'Blue midi dress' } } });
  expect(draft?.photoIds).toHaveLength(2);
  // The analyser saw these photos once, and nothing went online.
  const hashes = (await photosIn(world.page)).map(({ hash }) => hash);
  expect(analyser.calls.map((call) => call.toSorted())).toEqual([hashes.toSorted()]);
  expect([...listingsOf(world.sandbox.state), ...draftsOf(world.sandbox.state)]).toEqual([]);
  await panel.click('Undo the filling');
  await says('The form is as it was before.');
  await expect.poll(() => valueOf('#title'), patient).toBe('');
});

it('keeps the photos as a draft and says why when the analyser cannot be reached', async () => {
  await store(world.page, { backendUrl: 'http://127.0.0.1:9' });
  await panel.choosePhotos(await drawPictures(1));
  await expect.poll(async () => (await draftsIn(world.page)).length, patient).toBe(1);
  await says(/backend|reached|reach|analys/i);
  expect(await valueOf('#title')).toBe('');
  await store(world.page, { backendUrl: world.backend.url });
});

it('wears the look chosen in the settings', async () => {
  const looks = () =>
    panel.ask(function (this: ShadowRoot) {
      return getComputedStyle(this.querySelector('section')!).colorScheme;
    });
  const ground = () =>
    panel.ask(function (this: ShadowRoot) {
      return getComputedStyle(this.querySelector('.open')!).backgroundColor;
    });
  const light = await ground();
  await store(world.page, { theme: 'dark' });
  await expect.poll(looks, patient).toBe('dark');
  expect(await ground()).not.toBe(light);
  await store(world.page, { theme: 'light' });
  await expect.poll(looks, patient).toBe('light');
  expect(await ground()).toBe(light);
});
