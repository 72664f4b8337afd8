import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { inspectPhoto } from './inspect-photo.ts';
import {
  avif,
  boxes,
  exifBlock,
  exifSegment,
  gif,
  jpeg,
  png,
  profileSegment,
  text,
  webp,
} from './photo-files-in-tests.ts';

const codeOf = (bytes: Uint8Array): string => {
  const found = inspectPhoto(bytes);
  return 'refused' in found ? found.refused : found.format;
};
const padded = (words: string): Uint8Array => text(words.padEnd(600, ' '));

describe('what is taken, by content', () => {
  test.each([
    ['jpeg', jpeg()],
    ['png', png(800, 600)],
    ['webp', webp(800, 600)],
    ['gif', gif(1)],
    ['avif', avif(800, 600)],
    ['jpeg', jpeg({ after: text('<html><script>') })],
  ])('%s', (format, bytes) => expect(codeOf(bytes)).toBe(format));
});

describe('what is refused, each with its own code', () => {
  test.each([
    ['photo-empty', new Uint8Array()],
    ['photo-too-big', new Uint8Array(60 * 1024 * 1024)],
    ['photo-document', padded('%PDF-1.7')],
    ['photo-drawing', padded('<?xml version="1.0"?><svg xmlns="x"><script>')],
    ['photo-unsupported', padded('PK\x03\x04 a zip')],
    ['photo-unsupported', padded('<!doctype html>')],
    ['photo-heic', boxes('heic', 'mif1')],
    ['photo-heic', boxes('mif1', 'heic')],
    ['photo-video', boxes('isom', 'mp42')],
    ['photo-animated', boxes('avis', 'avif')],
    ['photo-animated', gif(2)],
    ['photo-animated', png(800, 600, [['acTL', new Uint8Array(8)]])],
    ['photo-animated', webp(800, 600, 0x02)],
    ['photo-animated', webp(800, 600, 0, [['ANMF', new Uint8Array(16)]])],
    ['photo-damaged', jpeg({ cutAt: 120 })],
    ['photo-damaged', jpeg({ cutAt: 40 })],
    ['photo-damaged', jpeg().slice(0, -2)],
    ['photo-damaged', png(800, 600, [], false)],
    ['photo-damaged', webp(800, 600).slice(0, -9)],
    ['photo-damaged', gif(1).slice(0, -1)],
    ['photo-damaged', text('\xff\xd8')],
    ['photo-too-many-pixels', png(20_000, 20_000)],
    ['photo-too-many-pixels', webp(16_383, 16_383)],
    ['photo-too-many-pixels', jpeg({ width: 10_000, height: 10_000 })],
    ['photo-bad-size', jpeg({ width: 1, height: 1 })],
    ['photo-bad-size', jpeg({ width: 1, height: 20_000 })],
    ['photo-bad-size', png(20_000, 1)],
    ['photo-bad-size', png(4_000, 400)],
    ['photo-bad-size', jpeg({ width: 0, height: 0 })],
  ])('%s', (code, bytes) => expect(codeOf(bytes)).toBe(code));
});

test('reads size, orientation, time and whether the colours are plain', () => {
  const taken = Date.parse('2026-10-04T15:06:07+02:00');
  const turned = jpeg({ width: 4_000, height: 3_000, before: [exifSegment(exifBlock(6))] });
  expect(inspectPhoto(turned)).toEqual({
    format: 'jpeg',
    width: 4_000,
    height: 3_000,
    orientation: 6,
    takenAt: taken,
    plainColours: true,
  });
  expect(inspectPhoto(png(500, 400, [['eXIf', exifBlock(3)]]))).toMatchObject({ orientation: 3, takenAt: taken });
  expect(inspectPhoto(webp(500, 400, 0x08, [['EXIF', exifBlock(8)]]))).toMatchObject({
    orientation: 8,
    takenAt: taken,
  });
  expect(inspectPhoto(jpeg({ before: [profileSegment('Display P3')] }))).toMatchObject({ plainColours: false });
  expect(inspectPhoto(jpeg({ before: [profileSegment('sRGB IEC61966-2.1')] }))).toMatchObject({ plainColours: true });
  expect(inspectPhoto(jpeg({ components: 4 }))).toMatchObject({ plainColours: false });
});

test('a broken EXIF block never costs the photo', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(180), (noise, cut) => {
      const block = exifBlock(6).slice(0, cut);
      for (const exif of [noise, block]) expect(codeOf(jpeg({ before: [exifSegment(exif)] }))).toBe('jpeg');
    }),
  );
});

test('whatever bytes come, there is an answer', () => {
  const heads = [jpeg(), png(800, 600), webp(800, 600), gif(1), avif(800, 600)];
  fc.assert(
    fc.property(
      fc.constantFrom(...heads),
      fc.array(fc.tuple(fc.nat(250), fc.nat(255)), { maxLength: 12 }),
      (head, changes) => {
        const bytes = head.slice();
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        expect(codeOf(bytes)).toMatch(/^(jpeg|png|webp|gif|avif|photo-[a-z-]+)$/);
      },
    ),
    { numRuns: 2_000 },
  );
});
