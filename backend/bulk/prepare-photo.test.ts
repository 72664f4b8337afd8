import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { Refused } from '../http/refused.ts';
import { picture } from '../testing/pictures.ts';
import { preparePhoto } from './prepare-photo.ts';

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#3a6' } });
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** A PNG whose header claims a size; its pixels are never there, so only a check before decoding can answer. */
async function pngClaiming(width: number, height: number): Promise<Uint8Array> {
  const png = await blank(64, 64).png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return withCrc(png);
}

function withCrc(png: Buffer): Uint8Array {
  let crc = 0xffffffff;
  for (const byte of png.subarray(12, 29)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  png.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 29);
  return png;
}

async function animatedPng(): Promise<Uint8Array> {
  const png = await blank(64, 64).png().toBuffer();
  const control = Buffer.concat([
    Buffer.from([0, 0, 0, 8]),
    Buffer.from('acTL'),
    Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]),
    Buffer.alloc(4),
  ]);
  return Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
}

async function animated(format: 'webp' | 'gif'): Promise<Uint8Array> {
  const frames = await Promise.all(
    ['#a11', '#1a1', '#11a'].map((background) =>
      sharp({ create: { width: 64, height: 64, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    [format]()
    .toBuffer();
}

describe('a photo is refused', () => {
  const cases: [string, () => Promise<Uint8Array> | Uint8Array, string][] = [
    ['when it is empty', () => new Uint8Array(), 'photo-empty'],
    ['when it is a PDF named .jpg', () => text('%PDF-1.7\n1 0 obj'), 'photo-unsupported'],
    ['when it is HEIC', () => Buffer.from('000000186674797068656963000000006d696631', 'hex'), 'photo-unsupported'],
    [
      'when it is an SVG with a script',
      () => text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'photo-unsupported',
    ],
    ['when it is HTML', () => text('<!doctype html><img>'), 'photo-unsupported'],
    ['when it is a ZIP', () => text('PK\u0003\u0004 something'), 'photo-unsupported'],
    ['when it is a GIF', () => animated('gif'), 'photo-unsupported'],
    ['when it is an animated WebP', () => animated('webp'), 'photo-animated'],
    ['when it is an animated PNG', animatedPng, 'photo-animated'],
    ['when it claims 400 megapixels', () => pngClaiming(20_000, 20_000), 'photo-too-many-pixels'],
    ['when it claims 51 megapixels', () => pngClaiming(8_500, 6_000), 'photo-too-many-pixels'],
    ['when it is one pixel', () => blank(1, 1).png().toBuffer(), 'photo-bad-size'],
    ['when it is a line', () => blank(4_000, 60).png().toBuffer(), 'photo-bad-size'],
    ['when it is cut off', async () => (await blank(400, 400).jpeg().toBuffer()).subarray(0, 600), 'photo-damaged'],
    ['when only its first bytes are a JPEG', () => Buffer.from('ffd8ffe000104a46', 'hex'), 'photo-damaged'],
    ['when it is larger than 20 MB', () => new Uint8Array(20 * 1024 * 1024 + 1).fill(255), 'photo-too-big'],
  ];
  it.each(cases)('%s', async (_name, make, code) => {
    const bytes = await make();
    const error: unknown = await preparePhoto(bytes, 'the-hash').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).failure).toMatchObject({ code, field: 'the-hash' });
  });
});

describe('a photo that is kept', () => {
  it('carries no metadata of any kind', async () => {
    const exif = {
      IFD0: { Copyright: 'Jane Doe', Make: 'Phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1' },
    };
    const tagged = await blank(200, 100)
      .withExif(exif)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Jane Doe</x:xmpmeta>')
      .jpeg()
      .toBuffer();
    expect(tagged.includes('Jane Doe')).toBe(true);
    const kept = await preparePhoto(tagged, 'h');
    const { exif: left, xmp, iptc, icc, orientation } = await sharp(kept).metadata();
    expect([left, xmp, iptc, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(Buffer.from(kept).includes('Jane Doe')).toBe(false);
    expect(Buffer.from(kept).includes('Exif')).toBe(false);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('with orientation %i stands upright', async (orientation) => {
    const tagged = await blank(200, 100).jpeg().withMetadata({ orientation }).toBuffer();
    const { width, height } = await sharp(await preparePhoto(tagged, 'h')).metadata();
    expect([width, height]).toEqual(orientation > 4 ? [100, 200] : [200, 100]);
  });

  it('is small enough to send on', async () => {
    const large = await blank(6_000, 4_000).jpeg().toBuffer();
    const { width, height, format } = await sharp(await preparePhoto(large, 'h')).metadata();
    expect([width, height, format]).toEqual([2_000, 1_333, 'jpeg']);
  });

  it('shows white where it was transparent', async () => {
    const clear = await sharp({
      create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { data } = await sharp(await preparePhoto(clear, 'h'))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([data[0], data[1], data[2]]).toEqual([255, 255, 255]);
  });

  it.each(['cmyk', 'b-w', 'rgb16'] as const)('is converted from %s', async (space) => {
    const photo = sharp((await picture(4)).bytes).toColourspace(space);
    const bytes = space === 'cmyk' ? await photo.jpeg().toBuffer() : await photo.png().toBuffer();
    const { space: kept, channels } = await sharp(await preparePhoto(bytes, 'h')).metadata();
    expect(kept).toBe('srgb');
    expect(channels).toBe(3);
  });

  it('may be a PNG named .jpg: what counts is the content', async () => {
    await expect(preparePhoto(await blank(100, 100).png().toBuffer(), 'h')).resolves.toBeInstanceOf(Uint8Array);
  });
});
