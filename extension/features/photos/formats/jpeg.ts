import { noExif, readExif, type ExifFacts } from './exif.ts';
import { ascii, isSrgb, joined, refuse, viewOf, type Header, type Refused } from './header.ts';

type Segment = { marker: number; start: number; end: number };

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** The segments of the first picture of the file, up to its end marker; `null` when the file breaks off before it. */
export function jpegSegments(bytes: Uint8Array): Segment[] | null {
  const segments: Segment[] = [{ marker: SOI, start: 0, end: 2 }];
  let at = 2;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return [...segments, { marker, start: at, end: at + 2 }];
    const end = standsAlone(marker) ? at + 2 : segmentEnd(bytes, at, marker);
    if (end === null) return null;
    segments.push({ marker, start: at, end });
    at = end;
  }
  return null;
}

function segmentEnd(bytes: Uint8Array, at: number, marker: number): number | null {
  if (at + 4 > bytes.length) return null;
  const end = at + 2 + viewOf(bytes).getUint16(at + 2);
  if (end > bytes.length) return null;
  return marker === SOS ? scanEnd(bytes, end) : end;
}

/** Compressed data runs until a marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Uint8Array, start: number): number | null {
  let at = bytes.indexOf(0xff, start);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return null;
}

export function readJpeg(bytes: Uint8Array): Header | Refused {
  const segments = jpegSegments(bytes);
  const frame = segments?.find((segment) => isFrame(segment.marker));
  if (!segments || !frame || !segments.some(({ marker }) => marker === SOS)) return refuse('photo-damaged');
  const view = viewOf(bytes);
  const components = bytes[frame.start + 9] ?? 0;
  const profile = segments
    .filter((segment) => isProfile(bytes, segment))
    .map((one) => bytes.subarray(one.start, one.end));
  return {
    format: 'jpeg',
    height: view.getUint16(frame.start + 5),
    width: view.getUint16(frame.start + 7),
    ...exifOf(bytes, segments),
    plainColours: components !== 4 && (profile.length === 0 || isSrgb(joined(profile))),
  };
}

const isProfile = (bytes: Uint8Array, { marker, start }: Segment): boolean =>
  marker === APP2 && ascii(bytes, start + 4, 11) === 'ICC_PROFILE';

function exifOf(bytes: Uint8Array, segments: readonly Segment[]): ExifFacts {
  const exif = segments.find(({ marker, start }) => marker === APP1 && ascii(bytes, start + 4, 4) === 'Exif');
  return exif ? readExif(bytes.subarray(exif.start + 10, exif.end)) : noExif;
}

/**
 * The same picture bit for bit without anything else: no EXIF, GPS, XMP, IPTC, comments, colour profile, embedded
 * thumbnails, second pictures (MPO) or data after the end. Adobe's marker stays, it says how the colours are coded.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const segments = jpegSegments(bytes);
  if (!segments) return null;
  const kept = segments.filter((segment) => keeps(bytes, segment));
  return joined(kept.map(({ start, end }) => bytes.subarray(start, end)));
}

function keeps(bytes: Uint8Array, { marker, start, end }: Segment): boolean {
  if (marker === APP0) return ascii(bytes, start + 4, 4) === 'JFIF' && end - start === 18;
  if (marker === APP14) return ascii(bytes, start + 4, 5) === 'Adobe';
  return !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe;
}
