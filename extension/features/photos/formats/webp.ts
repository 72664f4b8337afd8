import { noExif, readExif } from './exif.ts';
import { ascii, isSrgb, joined, refuse, viewOf, type Header, type Refused } from './header.ts';

type Chunk = { type: string; start: number; data: number; end: number };

function webpChunks(bytes: Uint8Array): Chunk[] | null {
  const view = viewOf(bytes);
  const whole = 8 + view.getUint32(4, true);
  // Writers disagree on whether the last padding byte counts.
  if (whole > bytes.length + 1) return null;
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= Math.min(whole, bytes.length)) {
    const size = view.getUint32(at + 4, true);
    if (at + 8 + size > bytes.length) return null;
    const end = Math.min(at + 8 + size + (size % 2), bytes.length);
    chunks.push({ type: ascii(bytes, at, 4), start: at, data: at + 8, end });
    at = end;
  }
  return chunks;
}

const ANIMATED = 0x02;
const ABOUT = 0x04 | 0x08 | 0x20;

export function readWebp(bytes: Uint8Array): Header | Refused {
  if (bytes.length < 30) return refuse('photo-damaged');
  const chunks = webpChunks(bytes);
  const first = chunks?.[0];
  if (!chunks || !first) return refuse('photo-damaged');
  const flags = first.type === 'VP8X' ? (bytes[first.data] ?? 0) : 0;
  if (flags & ANIMATED || chunks.some(({ type }) => type === 'ANIM' || type === 'ANMF'))
    return refuse('photo-animated');
  const size = sizeOf(bytes, first);
  if (!size || !chunks.some(({ type }) => type === 'VP8 ' || type === 'VP8L')) return refuse('photo-damaged');
  const exif = chunks.find(({ type }) => type === 'EXIF');
  const profile = chunks.find(({ type }) => type === 'ICCP');
  return {
    format: 'webp',
    ...size,
    ...(exif ? readExif(tiffIn(bytes.subarray(exif.data, exif.end))) : noExif),
    plainColours: !profile || isSrgb(bytes.subarray(profile.data, profile.end)),
  };
}

const tiffIn = (exif: Uint8Array): Uint8Array => (ascii(exif, 0, 4) === 'Exif' ? exif.subarray(6) : exif);

function sizeOf(bytes: Uint8Array, { type, data }: Chunk): { width: number; height: number } | null {
  const view = viewOf(bytes);
  if (type === 'VP8X') {
    const three = (at: number): number => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16) + 1;
    return { width: three(data + 4), height: three(data + 7) };
  }
  if (type === 'VP8L') {
    const bits = view.getUint32(data + 1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (type !== 'VP8 ') return null;
  return { width: view.getUint16(data + 6, true) & 0x3fff, height: view.getUint16(data + 8, true) & 0x3fff };
}

const picture = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH']);

/** The picture alone, with the header no longer announcing metadata. */
export function stripWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const chunks = webpChunks(bytes);
  if (!chunks) return null;
  const kept = chunks.filter(({ type }) => picture.has(type)).map((chunk) => chunkBytes(bytes, chunk));
  const stripped = joined([bytes.subarray(0, 12), ...kept]);
  viewOf(stripped).setUint32(4, stripped.length - 8, true);
  return stripped;
}

function chunkBytes(bytes: Uint8Array, { type, start, data, end }: Chunk): Uint8Array {
  const copy = bytes.slice(start, end);
  if (type === 'VP8X') copy[data - start] = (copy[data - start] ?? 0) & ~ABOUT;
  return copy.length % 2 === 0 ? copy : joined([copy, new Uint8Array(1)]);
}
