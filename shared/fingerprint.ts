/**
 * 256-bit difference hash of a photo (vision.md §6): finds the same *photo* after re-encoding, scaling, brightening or a
 * small crop; it does not find the same garment photographed twice. Pure, for browser and server alike.
 */
const columns = 16;
const rows = 16;
const grayColumns = columns + 1;

/** At most this many of 256 bits differ: the same photo / photos worth showing to the seller side by side. */
export const likenessCuts = { same: 60, alike: 72 } as const;
export type Likeness = 'same' | 'alike' | 'different';

/** Hash of 17 × 16 grey pixels, row by row, as 64 hex digits. */
export function fingerprintOf(gray: ArrayLike<number>): string {
  if (gray.length !== grayColumns * rows)
    throw new RangeError(`expected ${grayColumns} × ${rows} grey pixels, got ${gray.length}`);
  let hex = '';
  for (let row = 0; row < rows; row += 1) {
    for (let nibble = 0; nibble < columns; nibble += 4) hex += nibbleAt(gray, row * grayColumns + nibble).toString(16);
  }
  return hex;
}

function nibbleAt(gray: ArrayLike<number>, start: number): number {
  let bits = 0;
  for (let index = start; index < start + 4; index += 1) {
    bits = bits * 2 + ((gray[index] ?? 0) > (gray[index + 1] ?? 0) ? 1 : 0);
  }
  return bits;
}

/** Hash of the photo flipped left to right: sellers mirror photos, and a mirrored copy is never found unflipped. */
export function mirroredFingerprintOf(gray: ArrayLike<number>): string {
  return fingerprintOf(
    Array.from(gray, (_, index) => {
      const row = Math.floor(index / grayColumns);
      return gray[row * grayColumns + (grayColumns - 1 - (index % grayColumns))] ?? 0;
    }),
  );
}

const bitsIn = Array.from({ length: 16 }, (_, value) => value.toString(2).replaceAll('0', '').length);

/** How many of the 256 bits differ. */
export function distance(one: string, other: string): number {
  if (one.length !== other.length) throw new RangeError('fingerprints of different lengths cannot be compared');
  let differing = 0;
  for (let index = 0; index < one.length; index += 1) {
    differing += bitsIn[Number.parseInt(one.charAt(index), 16) ^ Number.parseInt(other.charAt(index), 16)] ?? 4;
  }
  return differing;
}

export function likeness(one: string, other: string): Likeness {
  const differing = distance(one, other);
  if (differing <= likenessCuts.same) return 'same';
  return differing <= likenessCuts.alike ? 'alike' : 'different';
}

/** The 17 × 16 grey pixels of an RGBA picture of any size, each the mean of its patch; transparency shows white. */
export function grayscale17x16(rgba: ArrayLike<number>, width: number, height: number): Uint8Array {
  const gray = new Uint8Array(grayColumns * rows);
  for (let index = 0; index < gray.length; index += 1) {
    const column = index % grayColumns;
    const row = Math.floor(index / grayColumns);
    gray[index] = meanGray(rgba, width, {
      left: Math.floor((column * width) / grayColumns),
      right: Math.max(Math.ceil(((column + 1) * width) / grayColumns), 1),
      top: Math.floor((row * height) / rows),
      bottom: Math.max(Math.ceil(((row + 1) * height) / rows), 1),
    });
  }
  return gray;
}

type Patch = { left: number; right: number; top: number; bottom: number };

function meanGray(rgba: ArrayLike<number>, width: number, patch: Patch): number {
  let sum = 0;
  for (let y = patch.top; y < patch.bottom; y += 1) {
    for (let x = patch.left; x < patch.right; x += 1) sum += grayAt(rgba, (y * width + x) * 4);
  }
  return Math.round(sum / ((patch.right - patch.left) * (patch.bottom - patch.top)));
}

function grayAt(rgba: ArrayLike<number>, offset: number): number {
  const [red = 0, green = 0, blue = 0, alpha = 255] = [
    rgba[offset],
    rgba[offset + 1],
    rgba[offset + 2],
    rgba[offset + 3],
  ];
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  return luma * (alpha / 255) + (255 - alpha);
}
