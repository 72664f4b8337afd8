import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { stripMetadata } from './strip-metadata.ts';
import { inspectPhoto, maximumFileBytes } from './inspect-photo.ts';

const picture = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: { r: 40, g: 90, b: 160 } } });
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
const refusal = (bytes: Uint8Array): string => {
  const seen = inspectPhoto(bytes);
  return 'refused' in seen ? seen.refused : 'taken';
};

const jpeg = bytesOf(await picture().jpeg().toBuffer());
const png = bytesOf(await picture().png().toBuffer());
const webp = bytesOf(await picture().webp().toBuffer());
const gif = bytesOf(await picture().gif().toBuffer());

/** A header that promises `width` × `height` in front of a small file. */
function bomb(width: number, height: number): Uint8Array {
  const bytes = png.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

async function animated(format: 'gif' | 'webp'): Promise<Uint8Array> {
  const frames = await Promise.all(
    ['red', 'blue'].map((background) =>
      sharp({ create: { width: 200, height: 200, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const joined = sharp(frames, { join: { animated: true } });
  return bytesOf(await (format === 'gif' ? joined.gif() : joined.webp()).toBuffer());
}

describe('a file that is no photo is refused by its content', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'photo-empty'],
    ['a PDF named .jpg', utf8('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>'), 'photo-document'],
    [
      'an SVG with a script',
      utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'photo-drawing',
    ],
    ['a page named .jpg', utf8('<!doctype html><script>alert(1)</script>'), 'photo-unsupported'],
    ['a ZIP', utf8('PK\u0003\u0004'.padEnd(60, '\0')), 'photo-unsupported'],
    ['a video', utf8('\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2'.padEnd(40, '\0')), 'photo-video'],
    ['a HEIC photo', utf8('\0\0\0\u0018ftypheic\0\0\0\0mif1heic'.padEnd(40, '\0')), 'photo-heic'],
    ['one byte', utf8('x'), 'photo-damaged'],
  ])('%s', (_, bytes, code) => expect(refusal(bytes)).toBe(code));

  it('takes a PNG named .jpg for the PNG it is', () => {
    expect(inspectPhoto(png)).toMatchObject({ format: 'png', width: 400, height: 300 });
  });

  it('takes every format it reads', () => {
    expect([jpeg, png, webp, gif].map(refusal)).toEqual(['taken', 'taken', 'taken', 'taken']);
  });
});

describe('a broken or hostile photo is refused before it is decoded', () => {
  it.each([
    ['JPEG', jpeg],
    ['PNG', png],
    ['WebP', webp],
    ['GIF', gif],
  ])('a truncated %s, wherever it ends', (_, whole) => {
    const kept = [16, 40, Math.floor(whole.length / 2), whole.length - 3].filter((end) => end < whole.length);
    expect(kept.map((end) => refusal(whole.subarray(0, end)))).toEqual(kept.map(() => 'photo-damaged'));
  });

  it.each([
    ['20,000 × 20,000', 20_000, 20_000],
    ['10,000 × 10,000', 10_000, 10_000],
    ['4,294,967,295 × 4,294,967,295', 0xffffffff, 0xffffffff],
  ])('%s pixels in a small file', (_, width, height) => {
    expect(refusal(bomb(width, height))).toBe('photo-too-many-pixels');
  });

  it.each([
    ['1 × 1', 1, 1],
    ['1 × 20,000', 1, 20_000],
    ['20,000 × 1', 20_000, 1],
    ['0 × 0', 0, 0],
  ])('%s pixels', (_, width, height) => expect(refusal(bomb(width, height))).toBe('photo-bad-size'));

  it.each(['gif', 'webp'] as const)('an animated %s', async (format) => {
    expect(refusal(await animated(format))).toBe('photo-animated');
  });

  it('an animated PNG', () => {
    const chunk = utf8('\0\0\0\u0008acTL\0\0\0\u0002\0\0\0\0\0\0\0\0');
    const bytes = new Uint8Array([...png.subarray(0, 33), ...chunk, ...png.subarray(33)]);
    expect(refusal(bytes)).toBe('photo-animated');
  });

  it('a file beyond the limit, without looking further', () => {
    expect(refusal(new Uint8Array(maximumFileBytes + 1))).toBe('photo-too-big');
  });

  it('any bytes at all end in an answer', () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647);
    for (let round = 0; round < 2_000; round += 1) {
      const bytes = [jpeg, png, webp, gif][round % 4]!.slice();
      for (let change = 0; change < 4; change += 1) bytes[random() % bytes.length] = random() % 256;
      expect(refusal(bytes.subarray(0, 20 + (random() % bytes.length)))).toMatch(/^(taken|photo-[a-z-]+)$/);
    }
  });
});

describe('what the camera wrote does not leave', () => {
  const secret = 'Rue de la Paix 12';
  const gps = {
    IFD0: { Copyright: secret, Artist: 'Anna' },
    IFD3: { GPSLatitude: '48/1 51/1 0/1', GPSLatitudeRef: 'N' },
  };

  it.each(['jpeg', 'png', 'webp'] as const)('no EXIF, GPS or XMP in a %s', async (format) => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>${secret}</secret></x:xmpmeta>`;
    const tagged = bytesOf(await picture().withExif(gps).withXmp(xmp).toFormat(format).toBuffer());
    expect(Buffer.from(tagged).includes(secret)).toBe(true);
    const header = inspectPhoto(tagged);
    const stripped = 'refused' in header ? null : stripMetadata(tagged, header);
    const left = await sharp(stripped ?? Buffer.alloc(0)).metadata();
    expect([left.exif, left.xmp, left.iptc, left.width]).toEqual([undefined, undefined, undefined, 400]);
    expect(Buffer.from(stripped ?? []).includes(secret)).toBe(false);
  });

  it('nothing that hangs behind the end of the picture, such as a second one', () => {
    const tail = utf8(secret);
    const header = inspectPhoto(jpeg);
    const stripped = 'refused' in header ? null : stripMetadata(new Uint8Array([...jpeg, ...tail]), header);
    expect(Buffer.from(stripped ?? tail).includes(secret)).toBe(false);
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('a photo turned by tag %i is not kept as it is', async (orientation) => {
    const turned = bytesOf(await picture().withMetadata({ orientation }).jpeg().toBuffer());
    const header = inspectPhoto(turned);
    expect(header).toMatchObject({ orientation });
    expect('refused' in header ? 'refused' : stripMetadata(turned, header)).toBeNull();
  });

  it.each([
    ['four colours', () => picture().toColourspace('cmyk').jpeg()],
    ['a wide gamut', () => picture().withIccProfile('p3').jpeg()],
  ])('a photo in %s is encoded anew', async (_, make) => {
    const bytes = bytesOf(await make().toBuffer());
    const header = inspectPhoto(bytes);
    expect(header).toMatchObject({ plainColours: false });
    expect('refused' in header ? 'refused' : stripMetadata(bytes, header)).toBeNull();
  });
});
