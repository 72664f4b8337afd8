import sharp, { type Sharp } from 'sharp';

import { bulkLimits } from '../../shared/bulk.ts';
import { AnalysisError } from '../suggest/analyser.ts';

/** An upright photo as RGB bytes, no longer than `side` on its longer side. */
export type Pixels = { data: Uint8Array; width: number; height: number };

const longestSide = 1_600;

/** Decoded once per photo; everything else works on these pixels. Transparency shows white. */
export async function readPixels(bytes: Uint8Array): Promise<Pixels> {
  try {
    return await toPixels(
      sharp(bytes, { limitInputPixels: bulkLimits.pixels, failOn: 'error' })
        .rotate()
        .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true }),
    );
  } catch {
    throw new AnalysisError({ code: 'unreadable-photo', message: 'The photo could not be read.' }, false);
  }
}

export function scaled(pixels: Pixels, width: number, height: number): Promise<Pixels> {
  return toPixels(fromPixels(pixels).resize(width, height, { fit: 'fill' }));
}

const fromPixels = ({ data, width, height }: Pixels): Sharp => sharp(data, { raw: { width, height, channels: 3 } });

async function toPixels(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { data, width: info.width, height: info.height };
  return { data: grayToRgb(data, info.channels), width: info.width, height: info.height };
}

function grayToRgb(data: Uint8Array, channels: number): Uint8Array {
  return Uint8Array.from(
    { length: (data.length / channels) * 3 },
    (_, index) => data[Math.floor(index / 3) * channels] ?? 0,
  );
}
