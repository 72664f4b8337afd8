import { describe, expect, test } from 'vitest';

import { inspectPhoto } from './inspect-photo.ts';
import {
  commentSegment,
  exifBlock,
  exifSegment,
  iptcSegment,
  jpeg,
  png,
  profileSegment,
  text,
  webp,
  xmpSegment,
} from './photo-files-in-tests.ts';
import { stripMetadata } from './strip-metadata.ts';

const strip = (bytes: Uint8Array): Uint8Array | null => {
  const header = inspectPhoto(bytes);
  if ('refused' in header) throw new Error(header.refused);
  return stripMetadata(bytes, header);
};
const textOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

describe('the publishing copy carries nothing but the picture', () => {
  test('JPEG: EXIF, GPS, XMP, IPTC, comments, profile, second picture and what follows the end', () => {
    const before = [exifSegment(exifBlock(1)), xmpSegment(), iptcSegment(), commentSegment(), profileSegment('sRGB')];
    const second = jpeg({ before: [exifSegment(exifBlock(1))] });
    const stripped = strip(jpeg({ before, after: second }));
    expect(stripped && textOf(stripped)).toBe(textOf(jpeg()));
  });
  test('PNG: text, time, EXIF and data after the end', () => {
    const extra: [string, Uint8Array][] = [
      ['tEXt', text('Comment\0CANARY')],
      ['eXIf', exifBlock(1)],
      ['tIME', new Uint8Array(7)],
    ];
    const dirty = new Uint8Array([...png(800, 600, extra), ...text('CANARY')]);
    expect(textOf(strip(dirty)!)).toBe(textOf(png(800, 600)));
  });
  test('WebP: EXIF and XMP chunks and their flags', () => {
    const dirty = webp(800, 600, 0x0c, [
      ['EXIF', exifBlock(1)],
      ['XMP ', text('CANARY!')],
    ]);
    expect(textOf(strip(dirty)!)).toBe(textOf(webp(800, 600)));
  });
});

test('encoded anew instead: turned photos, other colours, CMYK, too large, other formats', () => {
  expect(strip(jpeg({ before: [exifSegment(exifBlock(6))] }))).toBeNull();
  expect(strip(jpeg({ before: [profileSegment('Display P3')] }))).toBeNull();
  expect(strip(jpeg({ components: 4 }))).toBeNull();
  expect(strip(png(800, 600, [['IDAT', new Uint8Array(9.5 * 1024 * 1024)]]))).toBeNull();
});
