import { ascii, viewOf } from './header.ts';

export type ExifFacts = { orientation: number; takenAt: number | null };
export const noExif: ExifFacts = { orientation: 1, takenAt: null };

const ORIENTATION = 0x0112;
const EXIF_IFD = 0x8769;
const TAKEN = 0x9003;
const TAKEN_OFFSET = 0x9011;
const TAKEN_FRACTION = 0x9291;

/** Orientation and camera time out of a TIFF block (EXIF). Whatever does not make sense counts as absent. */
export function readExif(tiff: Uint8Array): ExifFacts {
  try {
    const order = ascii(tiff, 0, 2);
    if (order !== 'II' && order !== 'MM') return noExif;
    const little = order === 'II';
    const first = tagsAt(tiff, viewOf(tiff).getUint32(4, little), little);
    const orientation = first.get(ORIENTATION)?.short ?? 1;
    const camera = tagsAt(tiff, first.get(EXIF_IFD)?.long ?? 0, little);
    const text = (tag: number): string => camera.get(tag)?.text ?? '';
    return {
      orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
      takenAt: cameraTime(text(TAKEN), text(TAKEN_OFFSET), text(TAKEN_FRACTION)),
    };
  } catch (error) {
    // Offsets beyond the block: metadata is a hint, so a broken one never costs the seller the photo.
    if (error instanceof RangeError) return noExif;
    throw error;
  }
}

type Tag = { short: number; long: number; text: string };

function tagsAt(tiff: Uint8Array, start: number, little: boolean): Map<number, Tag> {
  const found = new Map<number, Tag>();
  if (start === 0) return found;
  const view = viewOf(tiff);
  const count = Math.min(view.getUint16(start, little), 512);
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * 12;
    const length = view.getUint32(at + 4, little);
    const place = length > 4 ? view.getUint32(at + 8, little) : at + 8;
    found.set(view.getUint16(at, little), {
      short: view.getUint16(at + 8, little),
      long: view.getUint32(at + 8, little),
      text: view.getUint16(at + 2, little) === 2 ? ascii(tiff, place, Math.min(length, 40)).replace(/\0.*$/s, '') : '',
    });
  }
  return found;
}

/** EXIF writes `2026:11:03 14:05:09`, in the camera's zone, which newer cameras name in a tag of its own. */
export function cameraTime(taken: string, offset: string, fraction: string): number | null {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(taken);
  if (!match || match[1] === '0000') return null;
  const [, year, month, day, hour, minute, second] = match;
  const zone = /^[+-]\d\d:\d\d$/.test(offset) ? offset : '';
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  if (Number.isNaN(time)) return null;
  return time + (/^\d+$/.test(fraction) ? Math.round(Number(`0.${fraction}`) * 1_000) : 0);
}
