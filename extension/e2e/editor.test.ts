import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openEditor, type Editor } from './editor-driver.ts';
import { MANY } from './seed-drafts.ts';

/** Polls longer than the default second: a busy machine is slow, not wrong. */
const patient = { timeout: 15_000 };

let editor: Editor;
let page: Page;
beforeAll(async () => {
  editor = await openEditor();
  page = editor.page;
});
afterAll(() => editor?.close());
const stored = (id: string) => editor.stored(id);
const go = (hash: string) => editor.go(hash);
const card = (title: string) => editor.card(title);
const look = (name: string) => editor.look(name);

describe('the list', () => {
  test('shows 2,000 drafts quickly and draws only those in sight', async () => {
    await go('drafts');
    await card('Item 0').waitFor();
    expect(await page.locator('[data-card]').count()).toBeLessThan(120);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeGreaterThan(50_000);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await card(`Item ${MANY - 1}`).waitFor();
    const longest = await page.evaluate(async () => {
      let worst = 0;
      const watcher = new PerformanceObserver((list) =>
        list.getEntries().forEach((entry) => (worst = Math.max(worst, entry.duration))),
      );
      watcher.observe({ entryTypes: ['longtask'] });
      for (let top = 0; top < 40_000; top += 2_000) {
        window.scrollTo(0, top);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return worst;
    });
    // Drawing all 2,000 takes many seconds; the margin is for a busy machine.
    expect(longest).toBeLessThan(1_500);
  });

  test('filters, searches, and opens by keyboard', async () => {
    await go('drafts');
    await page.getByRole('searchbox').fill('item 17');
    await card('Item 17').waitFor();
    expect(await card('Item 5').count()).toBe(0);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: /^Needs me/ }).click();
    await card('Untitled draft').waitFor();
    expect(await page.locator('[data-card]').count()).toBe(1);
    await card('Untitled draft').press('Enter');
    await page.getByRole('heading', { name: 'Untitled draft' }).waitFor();
  });

  test('changes many at once and takes it back whole', async () => {
    await go('drafts');
    await card('Item 0').click({ modifiers: ['ControlOrMeta'] });
    await card('Item 4').click({ modifiers: ['Shift'] });
    await page.getByText('5 chosen').waitFor();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What to change').selectOption('price-percent');
    await dialog.getByLabel('Raise or lower prices (%)').fill('-50');
    await dialog.getByRole('button', { name: 'Change 5 drafts' }).click();
    await page.getByText('4 drafts changed').waitFor();
    expect((await stored('d0'))?.fields.price.value?.amount).toBe(500);
    expect((await stored('d4'))?.fields.price.value?.amount).toBe(502);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await stored('d4'))?.fields.price.value?.amount, patient).toBe(1_004);
    expect((await stored('d0'))?.fields.price.value?.amount).toBe(1_000);
  });

  test('deletes with undo', async () => {
    await go('drafts');
    await page.getByRole('checkbox', { name: 'Choose: Item 2', exact: true }).check();
    await page.getByRole('region', { name: 'Chosen drafts' }).getByRole('button', { name: 'Delete' }).click();
    await page.getByText('1 draft deleted').waitFor();
    expect(await stored('d2')).toBeUndefined();
    await page.keyboard.press('Control+z');
    await card('Item 2').waitFor();
    expect((await stored('d2'))?.fields.title.value).toBe('Item 2');
  });
});

describe('the sheet', () => {
  test('is edited with the keyboard alone', async () => {
    await go('drafts');
    await look('As a table');
    const cell = page.getByRole('gridcell', { name: 'Item 3', exact: true });
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type(' blue');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stored('d3'))?.fields.title.value, patient).toBe('Item 3 blue');
    await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('12,500');
    await page.getByRole('alert').getByText('thousands or cents').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('12,5');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await stored('d3'))?.fields.price.value?.amount, patient).toBe(1_250);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('9');
    await expect.poll(async () => (await stored('d3'))?.fields.price.value?.amount, patient).toBe(900);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await stored('d3'))?.fields.price.value?.amount, patient).toBe(1_250);
    await look('As cards');
  });
});

describe('the editor', () => {
  test('keeps every key, also when the page dies at once', async () => {
    await go('drafts/d1');
    await page.getByLabel('Title', { exact: true }).pressSequentially('Blue silk dress', { delay: 15 });
    await expect.poll(async () => (await stored('d1'))?.fields.title.value, patient).toBe('Blue silk dress');
    await page.getByLabel('Description', { exact: true }).fill('Worn twice.\nNo stains.');
    await page.reload();
    await expect.poll(() => page.getByLabel('Title', { exact: true }).inputValue(), patient).toBe('Blue silk dress');
    expect((await stored('d1'))?.fields.description).toEqual({
      value: 'Worn twice.\nNo stains.',
      confidence: 1,
      source: 'seller',
    });
  });

  test('leads from what is missing to a complete draft', async () => {
    await go('drafts/d1');
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Still open: Category' }).click();
    const category = page.getByRole('combobox', { name: 'Category' });
    await expect.poll(() => category.evaluate((element) => element === document.activeElement), patient).toBe(true);
    await page.keyboard.type('midi dress');
    await page.getByRole('option', { name: /Midi-dresses/ }).click();
    await expect.poll(async () => (await stored('d1'))?.fields.category.value?.id, patient).toBe(1056);
    await page.getByRole('button', { name: 'No brand' }).click();
    await page.getByRole('combobox', { name: 'Size' }).fill('M');
    await page.getByRole('option', { name: /^M/ }).click();
    await page.getByRole('radio', { name: 'Very good' }).check({ force: true });
    await page.getByRole('checkbox', { name: 'Blue', exact: true }).click();
    await page.getByRole('radio', { name: 'Small' }).check({ force: true });
    await page.getByLabel('Price', { exact: true }).fill('12,50 €');
    await page.getByText('Everything Vinted asks for is there.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(false);
    expect((await stored('d1'))?.fields).toMatchObject({
      brand: { value: 'none' },
      size: { value: { id: 3, label: 'M' } },
      condition: { value: 2 },
      colors: { value: [9] },
      price: { value: { amount: 1_250, currency: 'EUR' } },
      package: { value: 1 },
    });
  });

  test.each([
    ['Title', 'Dress 👗', 'Vinted refuses emoji'],
    ['Title', 'x'.repeat(101), 'longer than 100'],
    ['Price', '0', 'lowest price is 1.00'],
    ['Price', 'NaN', 'Write an amount'],
    ['Price', '1e9', 'Write an amount'],
    ['Price', '1000000000', 'more than Vinted allows'],
  ])('says what is wrong with %s %j, and Ctrl+Z brings the old value back', async (field, wrong, words) => {
    await go('drafts/d0');
    const box = page.getByLabel(field, { exact: true });
    const before = await box.inputValue();
    await box.fill(wrong);
    await page.getByRole('alert').getByText(words).waitFor();
    expect(await box.inputValue()).toBe(wrong);
    if (field === 'Title') {
      await expect.poll(async () => (await stored('d0'))?.fields.title.value, patient).toBe(wrong);
      await page.keyboard.press('Control+z');
      await expect.poll(() => box.inputValue(), patient).toBe(before);
    }
    expect((await stored('d0'))?.fields.price.value?.amount).toBe(1_000);
  });

  test('puts photos in order by keyboard', async () => {
    await go('drafts/d0');
    const photos = page.getByRole('list', { name: 'Photos in order' }).getByRole('button');
    await photos.first().focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(async () => (await stored('d0'))?.photoIds, patient).toEqual(['p1', 'p0', 'p2']);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored('d0'))?.photoIds, patient).toEqual(['p0', 'p1', 'p2']);
  });

  test('shows the twin of a photo used twice', async () => {
    await go('drafts/d3');
    await page.getByText('You may already have this item').waitFor();
    await go('drafts');
    await page.getByText('Twice?').first().waitFor();
  });
});

describe('templates', () => {
  test('refuse unknown words, keep good ones, and write a description', async () => {
    await go('templates');
    await page.getByRole('button', { name: 'New template' }).first().click();
    await page.getByLabel('Name').fill('Short');
    const body = page.getByLabel('Description');
    await body.fill('{{__proto__}}');
    await page.getByRole('alert').getByText('There is no “__proto__”').waitFor();
    await body.fill('{{brand}}, size {{size}}\n{{composition}}');
    await page.getByRole('button', { name: 'Save template' }).click();
    await page.getByText('Template saved').waitFor();
    await go('drafts/d5');
    await page.getByRole('button', { name: 'Use a template' }).click();
    await page.getByRole('menuitem', { name: 'Short' }).click();
    await expect.poll(async () => (await stored('d5'))?.fields.description.value, patient).toBe('Sans marque, size S');
  });
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test.each([
    ['drafts', 'cards', 320],
    ['drafts', 'table', 320],
    ['drafts', 'table', 1600],
    ['drafts/d1', 'cards', 320],
    ['drafts/d1', 'cards', 1280],
    ['templates', 'cards', 768],
  ] as const)('%s as %s is accessible and fits %i px', async (hash, how, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate((value) => localStorage.setItem('drafts.look', value), how);
    await go(hash);
    await page.locator('main img, main textarea').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.any[0]?.message ?? ''}`),
    ).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
