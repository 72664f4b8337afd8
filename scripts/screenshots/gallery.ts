import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import type { World, WorldOptions } from '../../extension/e2e/world.ts';
import { draftsIn } from '../../extension/e2e/extension-state.ts';

type Look = { language: string; scheme: 'light' | 'dark'; widths: readonly number[] };

const looks: readonly Look[] = [
  { language: 'en-GB', scheme: 'light', widths: [320, 768, 1280, 1600] },
  { language: 'en-GB', scheme: 'dark', widths: [320, 1280] },
  { language: 'de', scheme: 'light', widths: [320, 768, 1280] },
  { language: 'fr', scheme: 'light', widths: [320, 1280] },
];

/** Every page in every look, for a designer's eye; nothing is compared. */
export async function gallery(world: World, options: WorldOptions, folder: string, files: readonly string[]) {
  let spoken = options.language ?? 'en-GB';
  for (const look of looks) {
    if (look.language !== spoken) {
      spoken = look.language;
      options.language = spoken;
      await world.harness.context.close();
      await world.restart();
    }
    await showAll(world, look, folder, files);
  }
}

async function showAll(world: World, look: Look, folder: string, files: readonly string[]): Promise<void> {
  const { page } = world;
  const into = join(folder, `${look.language}-${look.scheme}`);
  mkdirSync(into, { recursive: true });
  await page.emulateMedia({ colorScheme: look.scheme });
  const [draft] = await draftsIn(page);
  await go(page, 'photos');
  await page.getByTestId('photo-files').setInputFiles(files.slice(0, 4));
  await page.locator('main img').nth(3).waitFor({ timeout: 60_000 });
  const routes = [
    'photos',
    'drafts',
    'sheet',
    'chosen',
    `drafts/${draft?.id}`,
    'templates',
    'activity',
    'settings',
    'welcome',
  ];
  for (const route of routes) {
    await open(page, route);
    for (const width of look.widths) {
      await page.setViewportSize({ width, height: width < 500 ? 720 : 900 });
      await page.waitForTimeout(250);
      const name = `${route.startsWith('drafts/') ? 'editor' : route}-${width}.png`;
      await page.screenshot({ path: join(into, name), animations: 'disabled', fullPage: route !== 'drafts' });
    }
  }
  const popup = await world.harness.open('popup.html');
  await popup.emulateMedia({ colorScheme: look.scheme });
  await popup.setViewportSize({ width: 400, height: 560 });
  await popup.screenshot({ path: join(into, 'popup.png') });
  await popup.close();
  await world.vinted.setViewportSize({ width: 1440, height: 900 });
  await world.vinted.emulateMedia({ colorScheme: look.scheme });
  await world.vinted.goto(`https://${world.market}/items/new`);
  await world.vinted.waitForTimeout(1_500);
  await world.vinted.screenshot({ path: join(into, 'panel.png') });
}

const go = (page: Page, route: string): Promise<void> =>
  page.evaluate((hash) => void (location.hash = hash), `#/${route}`);

/** `sheet` = the drafts as a table, `chosen` = as cards with two of them chosen. */
async function open(page: Page, route: string): Promise<void> {
  const look = route === 'sheet' ? 'table' : 'cards';
  await page.evaluate((value) => localStorage.setItem('drafts.look', value), look);
  await go(page, route === 'sheet' || route === 'chosen' ? 'drafts' : route);
  if (route === 'drafts' || route === 'sheet' || route === 'chosen') await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (route === 'chosen') {
    await page.locator('[data-card]').first().waitFor();
    for (const at of [0, 1]) await page.locator('main li input[type=checkbox]').nth(at).check();
  }
}
