import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** A small seeded generator: the same pictures in every run. */
export function dice(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296;
  };
}

function patchwork(seed: number): string {
  const roll = dice(seed);
  const colour = (): string =>
    `hsl(${Math.floor(roll() * 360)} ${40 + Math.floor(roll() * 60)}% ${20 + Math.floor(roll() * 60)}%)`;
  const patches = Array.from({ length: 60 }, () => {
    const [x, y] = [Math.floor(roll() * 900), Math.floor(roll() * 1_200)];
    return `<rect x="${x - 90}" y="${y - 90}" width="${80 + roll() * 220}" height="${80 + roll() * 220}" fill="${colour()}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="900" height="1200" fill="${colour()}"/>${patches.join('')}</svg>`;
}

/** Pictures that look nothing alike: each becomes an item of its own. */
export async function drawPictures(
  count: number,
  folder = mkdtempSync(join(tmpdir(), 'vintedbot-pictures-')),
): Promise<string[]> {
  const draw = async (index: number): Promise<string> => {
    const file = join(folder, `${String(index).padStart(3, '0')}.jpg`);
    writeFileSync(
      file,
      await sharp(Buffer.from(patchwork(index + 1)))
        .jpeg()
        .toBuffer(),
    );
    return file;
  };
  return Promise.all(Array.from({ length: count }, (_, index) => draw(index)));
}

/** A note lying in the photo. */
export async function drawWords(words: string, file: string): Promise<string> {
  const note = `<rect width="900" height="700" fill="#fff"/><text x="40" y="300" font-size="30">${words}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700">${note}</svg>`;
  writeFileSync(file, await sharp(Buffer.from(svg)).jpeg().toBuffer());
  return file;
}
