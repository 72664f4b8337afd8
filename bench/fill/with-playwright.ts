import type { Page } from 'playwright-core';

import type { ListingForm } from '../../shared/listing-form.ts';

/**
 * The peer: the same form filled by trusted clicks and keys of a Playwright script, written for the sandbox's plain variant
 * (self-closing panels) with its test ids, and reading back what each field shows, as a careful script would.
 */
export async function fillWithPlaywright(page: Page, url: string, form: ListingForm, photos: string[]): Promise<void> {
  await page.goto(url);
  await page.locator('input[type=file]').setInputFiles(photos);
  await page.getByTestId(`image-wrapper-${photos.length - 1}`).waitFor();
  await page.locator('#title').fill(form.title ?? '');
  await page.locator('#description').fill(form.description ?? '');
  await page.locator('#category').click();
  for (const id of form.category?.ids ?? []) await page.locator(`#catalog-${id}`).click();
  await page.locator('#brand').click();
  await page.locator('#brand-search-input').fill('Sans marque');
  await page.locator('#empty-brand').click();
  await page.locator('#size').click();
  await page.locator('[data-testid^="size-group-"]', { hasText: /^M / }).first().click();
  await page.locator('#condition').click();
  await page.getByTestId(`condition-${form.condition}`).click();
  await page.locator('#color').click();
  for (const id of form.colors ?? []) await page.getByTestId(`color-${id}`).click();
  await page.keyboard.press('Escape');
  await page.locator('#material').click();
  for (const { id } of form.materials ?? []) await page.getByTestId(`material-${id}`).click();
  await page.keyboard.press('Escape');
  await page.getByTestId(`package_type_selector_${form.package}`).click();
  await page.locator('#price').fill(String((form.price?.amount ?? 0) / 100));
  await page.locator('#price').blur();
  for (const id of ['title', 'category', 'brand', 'size', 'condition', 'color', 'material', 'price']) {
    if ((await page.locator(`#${id}`).inputValue()) === '') throw new Error(`The script left ${id} empty.`);
  }
}
