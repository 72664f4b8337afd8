import { noExif, readExif } from './exif.ts';
import { ascii, isSrgb, joined, refuse, viewOf, type Header, type Refused } from './header.ts';

type Chunk = { type: string; start: number; end: number };

/** `null` when the file breaks off before its last chunk. */
function pngChunks(bytes: Uint8Array): Chunk[] | null {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const type = ascii(bytes, at + 4, 4);
    chunks.push({ type, start: at, end });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}

export function readPng(bytes: Uint8Array): Header | Refused {
  if (ascii(bytes, 12, 4) !== 'IHDR' || bytes.length < 33) return refuse('photo-damaged');
  const view = viewOf(bytes);
  const chunks = pngChunks(bytes);
  if (!chunks) return refuse('photo-damaged');
  if (chunks.some(({ type }) => type === 'acTL')) return refuse('photo-animated');
  const exif = chunks.find(({ type }) => type === 'eXIf');
  const profile = chunks.find(({ type }) => type === 'iCCP');
  return {
    format: 'png',
    width: view.getUint32(16),
    height: view.getUint32(20),
    ...(exif ? readExif(bytes.subarray(exif.start + 8, exif.end - 4)) : noExif),
    // The profile itself is compressed; its name in front is not.
    plainColours: !profile || isSrgb(bytes.subarray(profile.start + 8, profile.start + 88)),
  };
}

const picture = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM']);

/** Only what makes up the picture: no text, time, EXIF, profile, nor anything after the end. */
export function stripPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const chunks = pngChunks(bytes);
  if (!chunks) return null;
  const kept = chunks.filter(({ type }) => picture.has(type)).map(({ start, end }) => bytes.subarray(start, end));
  return joined([bytes.subarray(0, 8), ...kept]);
}
