import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openEditor, type Editor } from './editor-driver.ts';
import { devices } from './seed-drafts.ts';

/** Polls longer than the default second: a busy machine is slow, not wrong. */
const patient = { timeout: 15_000 };

let editor: Editor;
let page: Page;
beforeAll(async () => {
  editor = await openEditor(devices);
  page = editor.page;
});
afterAll(() => editor?.close());
const stored = (id: string) => editor.stored(id);
const go = (hash: string) => editor.go(hash);
const card = (title: string) => editor.card(title);
const look = (name: string) => editor.look(name);

describe("a category's own lists", () => {
  test('lead from what is missing to a complete laptop, by keyboard', async () => {
    await go('drafts/laptop');
    await page.getByRole('button', { name: 'Still open: Stockage' }).click();
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(async () => (await stored('laptop'))?.attributes, patient)
      .toEqual({
        internal_memory_capacity: { id: 2001, label: '128\u00A0Go' },
      });
    await page.getByRole('button', { name: 'Still open: Chargeur inclus' }).click();
    await page.keyboard.press('Space');
    await expect.poll(async () => (await stored('laptop'))?.attributes['charger_included']?.label, patient).toBe('Oui');
    await page.getByText('Everything Vinted asks for is there.').waitFor();
  });

  test("take the seller's words where the site told none", async () => {
    await go('drafts/phone');
    await page.getByRole('button', { name: 'Still open: Storage' }).click();
    await page.keyboard.type('128 Go');
    await page.keyboard.press('Tab');
    await page.getByRole('radio', { name: 'Non', exact: true }).check({ force: true });
    await expect
      .poll(async () => (await stored('phone'))?.attributes, patient)
      .toEqual({
        internal_memory_capacity: { id: null, label: '128 Go' },
        sim_lock: { id: null, label: 'Non' },
      });
    await page.getByText('Everything Vinted asks for is there.').waitFor();
  });

  test('are edited in the sheet and on many at once', async () => {
    await go('drafts');
    await look('As a table');
    const cell = page.getByRole('row', { name: /My laptop/ }).getByRole('gridcell', { name: /128.Go, Oui/ });
    await cell.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Category details' });
    await dialog.getByLabel('Stockage').selectOption({ label: '256\u00A0Go' });
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await stored('laptop'))?.attributes['internal_memory_capacity']?.id, patient)
      .toBe(2002);
    await look('As cards');
    await card('My laptop').click({ modifiers: ['ControlOrMeta'] });
    await card('Item 0').click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const bulk = page.getByRole('dialog');
    await bulk.getByLabel('What to change').selectOption('attributes');
    await bulk.getByLabel('Stockage').selectOption({ label: '512\u00A0Go' });
    await bulk.getByRole('button', { name: 'Change 3 drafts' }).click();
    await page.getByText('2 drafts changed').waitFor();
    expect((await stored('laptop'))?.attributes['internal_memory_capacity']?.id).toBe(2003);
    expect((await stored('d0'))?.attributes).toEqual({});
  });
});
