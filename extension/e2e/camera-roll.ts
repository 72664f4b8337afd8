import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

import { dice } from './pictures.ts';

/** As a phone takes them: 12 megapixels. */
const width = 4_000;
const height = 3_000;
const photosPerItem = 5;

const colour = (item: number, shift: number): string =>
  `hsl(${(item * 47 + shift) % 360} 55% ${35 + ((item * 7) % 30)}%)`;

/** One garment on a floor, a little elsewhere in each shot; drawn small, since the grain is what makes it large. */
const scale = 8;
async function scene(index: number): Promise<Buffer> {
  const item = Math.floor(index / photosPerItem);
  const [x, y] = [(index % photosPerItem) * 11, (index % 3) * 9];
  const roll = dice(item + 1);
  const patches = Array.from({ length: 14 }, (_, at) => {
    const [left, top, wide, high] = [roll() * 440, roll() * 320, 30 + roll() * 120, 30 + roll() * 100].map(Math.round);
    return `<rect x="${(left ?? 0) + x}" y="${(top ?? 0) + y}" width="${wide}" height="${high}" fill="${colour(item, at * 23)}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width / scale}" height="${height / scale}"><rect width="100%" height="100%" fill="${colour(item, 180)}"/>${patches.join('')}</svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
}

/** Five shots of a garment some seconds apart, then a break. */
function takenAt(index: number): string {
  const seconds = Math.floor(index / photosPerItem) * 240 + (index % photosPerItem) * 4;
  return new Date(Date.UTC(2026, 9, 3, 9) + seconds * 1_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ')
    .replaceAll('-', ':');
}

/** The grain of a small sensor: what makes a photo of a phone 3 to 5 MB. */
const grainOf = (): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 12 } },
  })
    .removeAlpha()
    .raw()
    .toBuffer();

function develop(small: Buffer, grain: Buffer): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 3);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / scale) * (width / scale);
    for (let x = 0; x < width; x += 1) {
      const from = (row + Math.floor(x / scale)) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        pixels[at] = (small[from + channel] ?? 0) + (grain[at] ?? 0) - 128;
        at += 1;
      }
    }
  }
  return pixels;
}

async function shoot(index: number, grain: Buffer): Promise<Buffer> {
  const exif = {
    IFD0: { Make: 'Sandbox', Model: 'CAMERACANARY' },
    IFD2: { DateTimeOriginal: takenAt(index) },
    ...(index % 4 === 0 ? { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1' } } : {}),
  };
  return sharp(develop(await scene(index), grain), { raw: { width, height, channels: 3 } })
    .withExif(exif)
    .withMetadata({ orientation: index % 3 === 0 ? 6 : 1 })
    .withExifMerge(exif)
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** A camera roll of `count` photos in `folder`, drawn once: 12 megapixels, 3 to 5 MB, some turned, some with a place. */
export async function cameraRoll(folder: string, count: number): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const files = Array.from({ length: count }, (_, index) => join(folder, `IMG_${1_000 + index}.jpg`));
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) {
    const grain = await grainOf();
    for (const file of missing) {
      // A file half written by a run that was stopped must not look drawn.
      writeFileSync(`${file}.part`, await shoot(files.indexOf(file), grain));
      renameSync(`${file}.part`, file);
    }
  }
  return files;
}
