/** Small files of every kind a seller may drop, built byte by byte. */
const bytes = (...values: (number | string | Uint8Array)[]): Uint8Array<ArrayBuffer> => {
  const parts = values.map((value) =>
    typeof value === 'number'
      ? Uint8Array.of(value)
      : typeof value === 'string'
        ? Uint8Array.from(value, (letter) => letter.charCodeAt(0))
        : value,
  );
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const u16 = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 255);
const u32 = (value: number): Uint8Array =>
  Uint8Array.of(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);
const u16le = (value: number): Uint8Array => u16(value).toReversed();
const u32le = (value: number): Uint8Array => u32(value).toReversed();

const segment = (marker: number, body: Uint8Array): Uint8Array => bytes(0xff, marker, u16(body.length + 2), body);

/** A TIFF block with orientation, GPS pointer and the camera's time. */
export function exifBlock(orientation: number, taken = '2026:10:04 15:06:07', zone = '+02:00'): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: Uint8Array): Uint8Array =>
    bytes(u16(tag), u16(type), u32(count), value);
  const cameraAt = 8 + 2 + 3 * 12 + 4;
  const textAt = cameraAt + 2 + 2 * 12 + 4;
  return bytes(
    'MM',
    u16(42),
    u32(8),
    u16(3),
    entry(0x0112, 3, 1, bytes(u16(orientation), u16(0))),
    entry(0x8769, 4, 1, u32(cameraAt)),
    entry(0x8825, 4, 1, u32(0)),
    u32(0),
    u16(2),
    entry(0x9003, 2, 20, u32(textAt)),
    entry(0x9011, 2, 7, u32(textAt + 20)),
    u32(0),
    `${taken}\0`,
    `${zone}\0`,
    'GPSCANARY',
  );
}

export type JpegParts = {
  width?: number;
  height?: number;
  components?: number;
  before?: Uint8Array[];
  after?: Uint8Array;
  cutAt?: number;
};

/** Right in structure, not in pixels: enough for everything that reads headers. */
export function jpeg({ width = 800, height = 600, components = 3, before = [], after, cutAt }: JpegParts = {}) {
  const frame = bytes(8, u16(height), u16(width), components, ...Array.from({ length: components * 3 }, () => 1));
  const whole = bytes(
    0xff,
    0xd8,
    segment(0xe0, bytes('JFIF\0', 1, 1, 0, u16(1), u16(1), 0, 0)),
    ...before,
    segment(0xdb, new Uint8Array(65)),
    segment(0xc2, frame),
    segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    // Stuffed byte, restart marker, and a second scan, as progressive files have.
    Uint8Array.of(1, 2, 0xff, 0, 3, 0xff, 0xd0, 4),
    segment(0xda, Uint8Array.of(1, 1, 0, 1, 63, 0)),
    Uint8Array.of(5, 6, 7),
    0xff,
    0xd9,
  );
  const cut = cutAt === undefined ? whole : whole.slice(0, cutAt);
  return after ? bytes(cut, after) : cut;
}

export const exifSegment = (block: Uint8Array): Uint8Array => segment(0xe1, bytes('Exif\0\0', block));
export const xmpSegment = (): Uint8Array => segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>XMPCANARY'));
export const iptcSegment = (): Uint8Array => segment(0xed, bytes('Photoshop 3.0\0IPTCCANARY'));
export const commentSegment = (): Uint8Array => segment(0xfe, bytes('COMMENTCANARY'));
export const profileSegment = (name: string): Uint8Array => segment(0xe2, bytes('ICC_PROFILE\0', 1, 1, name));

const chunk = (type: string, body: Uint8Array = new Uint8Array()): Uint8Array =>
  bytes(u32(body.length), type, body, u32(0));

export function png(width: number, height: number, extra: [string, Uint8Array][] = [], end = true) {
  return bytes(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', bytes(u32(width), u32(height), 8, 2, 0, 0, 0)),
    ...extra.map(([type, body]) => chunk(type, body)),
    chunk('IDAT', new Uint8Array(20)),
    ...(end ? [chunk('IEND')] : []),
  );
}

const webpChunk = (type: string, body: Uint8Array): Uint8Array =>
  bytes(type, u32le(body.length), body, ...(body.length % 2 ? [0] : []));

export function webp(width: number, height: number, flags = 0, extra: [string, Uint8Array][] = []) {
  const three = (value: number): Uint8Array => u32le(value - 1).slice(0, 3);
  const body = bytes(
    'WEBP',
    webpChunk('VP8X', bytes(flags, 0, 0, 0, three(width), three(height))),
    webpChunk('VP8 ', new Uint8Array(11)),
    ...extra.map(([type, data]) => webpChunk(type, data)),
  );
  return bytes('RIFF', u32le(body.length), body);
}

export function gif(frames: number) {
  const picture = bytes(0x2c, u16le(0), u16le(0), u16le(300), u16le(200), 0, 2, 2, 0x4c, 1, 0);
  return bytes(
    'GIF89a',
    u16le(300),
    u16le(200),
    0,
    0,
    0,
    bytes(0x21, 0xf9, 4, 0, 0, 0, 0, 0),
    ...Array.from({ length: frames }, () => picture),
    0x3b,
  );
}

export const boxes = (brand: string, ...others: string[]): Uint8Array<ArrayBuffer> =>
  bytes(u32(16 + others.length * 4), 'ftyp', brand, u32(0), ...others, new Uint8Array(200));

export function avif(width: number, height: number) {
  return bytes(boxes('avif', 'mif1'), u32(20), 'ispe', u32(0), u32(width), u32(height), new Uint8Array(32));
}

export const text = (words: string): Uint8Array<ArrayBuffer> => bytes(words);
