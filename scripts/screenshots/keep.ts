import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** What a picture in README.md may weigh. */
const most = 150_000;
const qualities = [86, 78, 70, 60, 50];

/** Keeps what the page shows as WebP, as good as fits. */
export async function keep(page: Page, folder: string, name: string): Promise<void> {
  const png = await page.screenshot({ animations: 'disabled' });
  const file = join(folder, `${name}.webp`);
  for (const quality of qualities) {
    await sharp(png).webp({ quality, effort: 6 }).toFile(file);
    const { size } = await stat(file);
    if (size > most && quality !== qualities.at(-1)) continue;
    console.log(`${file} ${Math.round(size / 1_000)} kB`);
    return;
  }
}
