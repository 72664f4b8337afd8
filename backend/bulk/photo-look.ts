import sharp from 'sharp';
import * as z from 'zod';

import { fingerprintOf, grayscale17x16, mirroredFingerprintOf } from '../../shared/fingerprint.ts';
import { swatchOf } from '../../shared/swatch.ts';

/** What grouping needs to know of a photo, kept beside it so that the pixels are read once. */
export const photoLook = z.strictObject({
  fingerprint: z.string(),
  mirrored: z.string(),
  swatch: z.array(z.number()),
});
export type PhotoLook = z.infer<typeof photoLook>;

const side = 256;

export async function lookAt(photo: Uint8Array): Promise<PhotoLook> {
  const { data, info } = await sharp(photo)
    .resize({ width: side, height: side, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const gray = grayscale17x16(data, info.width, info.height);
  return {
    fingerprint: fingerprintOf(gray),
    mirrored: mirroredFingerprintOf(gray),
    swatch: swatchOf(data, info.width, info.height),
  };
}
