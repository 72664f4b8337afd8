/** Photos into stacks with the production build in Chromium: what needs real decoding, a real disk and a real page. */
import AxeBuilder from '@axe-core/playwright';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { launch, type Harness } from './harness.ts';
import { close, corner, quarters, rows } from './stored-photos.ts';

let folder: string;
let harness: Harness | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'photos-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  await harness?.close();
  harness = undefined;
});

const path = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

const open = async (): Promise<Page> => {
  harness = await launch({ sitePort: null });
  return harness.open('dashboard.html', 'photos');
};
const pick = (page: Page, files: string[]): Promise<void> => page.setInputFiles('[data-testid=photo-files]', files);
const settled = (page: Page): Promise<unknown> => page.waitForSelector('[data-testid=stacks]', { timeout: 120_000 });

test('each kind of bad file is refused by its content, with words, and the good ones are taken in', async () => {
  const good = await quarters(900, 700).jpeg().toBuffer();
  const frames = [quarters(200, 200), quarters(200, 200, 99)].map((one) => one.png().toBuffer());
  const files = [
    path('good.jpg', good),
    path('twice.jpg', good),
    path('empty.jpg', ''),
    path('doc.jpg', `%PDF-1.7\n${' '.repeat(400)}`),
    path('cut.jpg', good.subarray(0, good.length - 900)),
    path(
      'bomb.png',
      await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    ),
    path(
      'moving.gif',
      await sharp(await Promise.all(frames), { join: { animated: true } })
        .gif()
        .toBuffer(),
    ),
    path(
      'phone.heic',
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(500)]),
    ),
    path('drawing.jpg', `<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(400)}</svg>`),
    path(
      'thin.png',
      await sharp({ create: { width: 1, height: 20_000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    ),
    path('huge.jpg', Buffer.concat([good, Buffer.alloc(60 * 1024 * 1024)])),
    path('wrong-name.png', await quarters(800, 600, 50).jpeg().toBuffer()),
  ];
  const page = await open();
  await pick(page, files);
  await settled(page);
  const refused = await page.locator('[data-testid=refused]').innerText();
  for (const [name, words] of [
    ['twice.jpg', 'already here'],
    ['empty.jpg', '0 bytes'],
    ['doc.jpg', 'PDF'],
    ['cut.jpg', 'damaged'],
    ['bomb.png', '50 megapixels'],
    ['moving.gif', 'animated'],
    ['phone.heic', 'HEIC'],
    ['drawing.jpg', 'SVG'],
    ['thin.png', 'too narrow'],
    ['huge.jpg', '40 MB'],
  ] as const) {
    expect(refused).toContain(name);
    expect(refused).toContain(words);
  }
  expect((await rows(page)).map(({ name }) => name)).toEqual(['good.jpg', 'wrong-name.png']);
});

test('every orientation comes out upright, and no byte of what the camera wrote stays', async () => {
  const canary = {
    IFD0: { Copyright: 'CANARY', Model: 'CANARYPHONE' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1' },
  };
  const files: string[] = [];
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    const bytes = await quarters(800, 600, orientation * 8)
      .withExif(canary)
      .withMetadata({ orientation })
      .withExifMerge(canary)
      .jpeg({ quality: 95 })
      .toBuffer();
    files.push(path(`turned-${orientation}.jpg`, bytes));
  }
  const page = await open();
  await pick(page, files);
  await settled(page);
  const stored = await rows(page);
  expect(stored).toHaveLength(8);
  for (const [index, photo] of stored.entries()) {
    const orientation = index + 1;
    const truth = await sharp(join(folder, `turned-${orientation}.jpg`))
      .autoOrient()
      .jpeg({ quality: 95 })
      .toBuffer();
    const { width, height } = await sharp(truth).metadata();
    expect([photo.width, photo.height], `orientation ${orientation}`).toEqual([width, height]);
    for (const copy of [photo.original, photo.small]) {
      const bytes = Buffer.from(copy, 'base64');
      expect(bytes.includes('CANARY') || bytes.includes('Exif') || bytes.includes('GPS')).toBe(false);
      expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(1);
      expect(close(await corner(copy), await corner(truth.toString('base64'))), `orientation ${orientation}`).toBe(
        true,
      );
    }
  }
});

test('a browser killed half way keeps what was taken in and names the rest', async () => {
  const files = await Promise.all(
    Array.from({ length: 24 }, async (_, index) =>
      path(
        `k${index}.jpg`,
        await quarters(3_000, 2_000, index * 9)
          .jpeg()
          .toBuffer(),
      ),
    ),
  );
  const profile = mkdtempSync(join(tmpdir(), 'killed-'));
  const first = await launch({ sitePort: null, profile });
  const page = await first.open('dashboard.html', 'photos');
  await pick(page, files);
  await expect.poll(async () => (await rows(page)).length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(3);
  await first.kill();

  harness = await launch({ sitePort: null, profile });
  const again = await harness.open('dashboard.html', 'photos');
  await settled(again);
  const kept = (await rows(again)).map(({ name }) => name);
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.length).toBeLessThan(24);
  const refused = await again.locator('[data-testid=refused]').innerText();
  for (let index = 0; index < 24; index += 1) {
    const name = `k${index}.jpg`;
    if (!kept.includes(name)) expect(refused).toMatch(new RegExp(`\\bk${index}\\.jpg`));
  }
  expect(refused).toContain('Add it again');
});

describe('the stacks', () => {
  test('are arranged with the keyboard alone, aloud, and undone', async () => {
    const files = await Promise.all(
      [0, 90, 180].map(async (hue, index) => path(`s${index}.jpg`, await quarters(800, 600, hue).jpeg().toBuffer())),
    );
    const page = await open();
    await pick(page, files);
    await settled(page);
    const shape = (): Promise<number[]> =>
      page
        .locator('[data-testid=stacks] section')
        .evaluateAll((all) => all.map((one) => one.querySelectorAll('[data-photo]').length));
    const before = await shape();
    await page.locator('[data-photo]').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await page.keyboard.press('g');
    await expect.poll(shape).toContain(2);
    await expect.poll(() => page.locator('[aria-live=polite]').first().innerText()).toMatch(/items now/);
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-photo'))).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(shape).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('s');
    await page.reload();
    await settled(page);
    expect((await shape()).reduce((sum, count) => sum + count, 0)).toBe(3);
  });
});

describe('accessible and in one piece from 320 to 1,600 px, light and dark', () => {
  test('axe finds nothing on any page', async () => {
    const files = [path('axe.jpg', await quarters(800, 600).jpeg().toBuffer()), path('axe-empty.jpg', '')];
    const page = await open();
    await pick(page, files);
    await settled(page);
    const found: string[] = [];
    for (const hash of ['photos', 'settings', 'welcome']) {
      for (const [width, colorScheme] of [
        [320, 'light'],
        [1_600, 'dark'],
        [320, 'dark'],
        [1_600, 'light'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.evaluate((at) => void (location.hash = at), `#${hash}`);
        await page.waitForSelector('h1');
        const { violations } = await new AxeBuilder({ page }).analyze();
        found.push(
          ...violations.map(({ id, nodes }) => `${hash} ${width} ${colorScheme} ${id}: ${nodes[0]?.html ?? ''}`),
        );
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) found.push(`${hash} ${width}: ${overflow} px too wide`);
      }
    }
    expect(found).toEqual([]);
  });
});
