import { bulkLimits } from '../../../shared/bulk.ts';
import { readBoxes } from './formats/avif.ts';
import { readGif } from './formats/gif.ts';
import { ascii, refuse, type Header, type Refused } from './formats/header.ts';
import { readJpeg } from './formats/jpeg.ts';
import { readPng } from './formats/png.ts';
import { readWebp } from './formats/webp.ts';

/** A 50-megapixel phone writes up to some 30 MB. */
export const maximumFileBytes = 40 * 1024 * 1024;
const minimumSide = 100;
const maximumRatio = 8;

/** Judges a file by its content, never by its name, and before a single pixel is decoded (reliability.md §3.9). */
export function inspectPhoto(bytes: Uint8Array): Header | Refused {
  if (bytes.length === 0) return refuse('photo-empty');
  if (bytes.length > maximumFileBytes) return refuse('photo-too-big');
  const header = readHeader(bytes);
  return 'refused' in header ? header : withinLimits(header);
}

function readHeader(bytes: Uint8Array): Header | Refused {
  if (bytes.length < 16) return refuse('photo-damaged');
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes);
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return readPng(bytes);
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return readWebp(bytes);
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return readGif(bytes);
  if (ascii(bytes, 4, 4) === 'ftyp') return readBoxes(bytes);
  return refuse(foreignKind(bytes));
}

function foreignKind(bytes: Uint8Array): 'photo-document' | 'photo-drawing' | 'photo-unsupported' {
  const text = ascii(bytes, 0, 512);
  if (text.startsWith('%PDF')) return 'photo-document';
  if (/<svg[\s>]/i.test(text)) return 'photo-drawing';
  return 'photo-unsupported';
}

function withinLimits(header: Header): Header | Refused {
  const { width, height } = header;
  if (width * height > bulkLimits.pixels) return refuse('photo-too-many-pixels');
  const [short, long] = width < height ? [width, height] : [height, width];
  if (short < minimumSide || long / short > maximumRatio) return refuse('photo-bad-size');
  return header;
}
