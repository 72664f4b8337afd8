import { createHash } from 'node:crypto';

import sharp from 'sharp';

export type Picture = { hash: string; bytes: Uint8Array };

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A small photo that differs from every other by its number. */
export async function picture(number: number, width = 120, height = 160): Promise<Picture> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * (number * 7 + 3) + number * 31) % 256;
  const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
  return { hash: hashOf(bytes), bytes };
}

export const pictures = (count: number): Promise<Picture[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => picture(index + 1)));
