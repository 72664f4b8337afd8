import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { launch, type Harness } from './harness.ts';
import { MANY_LISTINGS, seedWardrobe, wardrobeRows } from './seed-wardrobe.ts';

let harness: Harness;
let page: Page;
beforeAll(async () => {
  harness = await launch({ sitePort: null, width: 1280, height: 900 });
  page = await harness.open('dashboard.html', 'wardrobe');
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(() => harness?.close());

const card = (title: string) => page.getByRole('button', { name: title, exact: true });
async function go(hash: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#${hash}`);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}
const faults = async () =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test('before a listing is known it says how to get there', async () => {
  await page.getByRole('button', { name: 'Read my wardrobe' }).waitFor();
  await page.evaluate(seedWardrobe, wardrobeRows(Date.now()));
  await go('wardrobe');
  await card('Item 0').waitFor();
});

describe('2,000 listings', () => {
  test('draws only those in sight, down to the last', async () => {
    await go('wardrobe');
    await card('Item 0').waitFor();
    expect(await page.locator('[data-card]').count()).toBeLessThan(120);
    await page.getByText(/^Last read from Vinted 4 minutes ago: 2000 listings$/).waitFor();
    await page.getByLabel('Sort by').selectOption('price-down');
    await card(`Item ${MANY_LISTINGS - 1}`).waitFor();
    await page.getByLabel('Sort by').selectOption('price-up');
    await card('Item 0').waitFor();
  });

  test('filters by state, age and tag, and searches', async () => {
    await go('wardrobe');
    await page.getByRole('button', { name: /^Reserved/ }).click();
    await card('Item 16').waitFor();
    expect(await card('Item 0').count()).toBe(0);
    await page.getByRole('button', { name: /^All/ }).click();
    await page.getByLabel('Tag', { exact: true }).selectOption('box 4');
    await card('Item 2').waitFor();
    expect(await page.locator('[data-card]').count()).toBe(1);
    await page.getByRole('searchbox').fill('nothing like it');
    await page.getByText('No listing matches').waitFor();
  });

  test('notes a tag on several and takes it back', async () => {
    await go('wardrobe');
    await page.getByRole('searchbox').fill('item 19');
    await card('Item 19').click({ modifiers: ['ControlOrMeta'] });
    await page.keyboard.press('ControlOrMeta+a');
    const count = Number(/\d+/.exec(await page.getByText(/^\d+ chosen$/).innerText())?.[0]);
    expect(count).toBeGreaterThan(50);
    await page.getByRole('button', { name: 'Take notes' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tag', { exact: true }).fill('winter');
    await dialog.getByRole('button', { name: `Note on ${count} listings` }).click();
    await page.getByText(`Noted on ${count} listings.`).waitFor();
    await page.getByRole('searchbox').fill('winter');
    await card('Item 19').waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('No listing matches').waitFor();
  });
});

test('a listing has its figures, history, days and earlier number', async () => {
  await go('wardrobe');
  await card('Item 0').press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Item 0' }).waitFor();
  await page.getByText('+12 since yesterday').waitFor();
  await page.getByText('Price: €15.00 → €10.00').waitFor();
  await page.getByText('By VintedBot').waitFor();
  expect(await page.getByRole('link', { name: 'See it on Vinted' }).getAttribute('href')).toBe(
    'https://www.vinted.fr/items/1000',
  );
  await page.getByRole('button', { name: 'Listing 900' }).click();
  await page.getByText('This listing is not kept here').waitFor();
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test.each([
    ['cards', 'wardrobe'],
    ['table', 'wardrobe'],
    ['listing', 'wardrobe/www.vinted.fr:1000'],
  ])('the %s can be used by everybody, from 320 to 1,600 px', async (name, hash) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [1600, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await go(hash);
      if (name !== 'listing') {
        await page.getByRole('button', { name: name === 'cards' ? 'As cards' : 'As a table' }).click();
        await page.getByRole('checkbox', { name: 'Choose “Item 0”' }).click();
      }
      expect(await faults()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
