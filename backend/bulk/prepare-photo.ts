import sharp from 'sharp';

import type { PhotoFailureCode } from '../../shared/backend-failures.ts';
import { bulkLimits } from '../../shared/bulk.ts';
import { Refused } from '../http/refused.ts';

/** A photo as it is kept: upright, sRGB JPEG, at most this long a side, with no metadata of any kind. */
const longestSide = 2_000;
const shortestSide = 48;
const steepestRatio = 8;

sharp.cache(false);

const refusals: Partial<Record<PhotoFailureCode, string>> = {
  'photo-empty': 'The photo is empty (0 bytes).',
  'photo-unsupported': 'Only JPEG, PNG and WebP photos can be read.',
  'photo-damaged': 'The photo is damaged and cannot be read.',
  'photo-too-big': `The photo is larger than ${bulkLimits.photoBytes / 1024 / 1024} MB.`,
  'photo-too-many-pixels': `The photo has more than ${bulkLimits.pixels / 1e6} megapixels.`,
  'photo-bad-size': `The photo is too small or too narrow (at least ${shortestSide} pixels a side).`,
  'photo-animated': 'The picture is animated; send a still photo.',
};
const refuse = (code: PhotoFailureCode, field: string): Refused => new Refused(code, refusals[code] ?? code, { field });

/** Checks what the bytes are, before any pixel is decoded, then decodes and writes them anew. `field` names the photo. */
export async function preparePhoto(bytes: Uint8Array, field: string): Promise<Uint8Array> {
  if (bytes.length === 0) throw refuse('photo-empty', field);
  if (bytes.length > bulkLimits.photoBytes) throw refuse('photo-too-big', field);
  if (!isStillFormat(bytes)) throw refuse('photo-unsupported', field);
  await checkHeader(bytes, field);
  try {
    return await sharp(bytes, { limitInputPixels: bulkLimits.pixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 88 })
      .toBuffer();
  } catch {
    throw refuse('photo-damaged', field);
  }
}

async function checkHeader(bytes: Uint8Array, field: string): Promise<void> {
  const { width, height, pages } = await readHeader(bytes, field);
  if (width * height * Math.max(pages, 1) > bulkLimits.pixels && pages <= 1)
    throw refuse('photo-too-many-pixels', field);
  if (pages > 1 || isAnimatedPng(bytes)) throw refuse('photo-animated', field);
  const short = Math.min(width, height);
  if (short < shortestSide || Math.max(width, height) / short > steepestRatio) throw refuse('photo-bad-size', field);
}

async function readHeader(bytes: Uint8Array, field: string): Promise<{ width: number; height: number; pages: number }> {
  try {
    const { width, height, pages } = await sharp(bytes, { limitInputPixels: bulkLimits.pixels }).metadata();
    return { width, height, pages: pages ?? 1 };
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    throw refuse(isTooLarge ? 'photo-too-many-pixels' : 'photo-damaged', field);
  }
}

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** By content, never by name or declared type. */
function isStillFormat(bytes: Uint8Array): boolean {
  const isJpeg = startsWith(bytes, [0xff, 0xd8, 0xff]);
  const isPng = startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const isWebp = startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8);
  return isJpeg || isPng || isWebp;
}

/** An animated PNG names its frames in an `acTL` chunk before the first pixels. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, [0x89, 0x50])) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (startsWith(bytes, ascii('acTL'), at + 4)) return true;
    if (startsWith(bytes, ascii('IDAT'), at + 4)) return false;
  }
  return false;
}
