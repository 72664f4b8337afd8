import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { distance, fingerprintOf, grayscale17x16, likeness, mirroredFingerprintOf } from './fingerprint.ts';

const size = 17 * 16;
const grays = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: size, maxLength: size });
const flipped = (gray: number[]): number[] =>
  gray.map((_, index) => gray[Math.floor(index / 17) * 17 + 16 - (index % 17)] ?? 0);

describe('fingerprintOf', () => {
  it('is 64 hex digits, one bit per darker right neighbour', () => {
    const falling = Array.from({ length: size }, (_, index) => 200 - (index % 17));
    expect(fingerprintOf(falling)).toBe('f'.repeat(64));
    expect(fingerprintOf(flipped(falling))).toBe('0'.repeat(64));
    const oneDrop = Array.from({ length: size }, (_, index) => (index === 0 ? 9 : 3));
    expect(fingerprintOf(oneDrop)).toBe(`8${'0'.repeat(63)}`);
  });

  it('refuses anything but 17 × 16 pixels', () => {
    expect(() => fingerprintOf([1, 2, 3])).toThrow(RangeError);
  });

  it('does not change when the whole photo gets brighter', () => {
    fc.assert(
      fc.property(grays, fc.integer({ min: 1, max: 50 }), (gray, more) => {
        expect(fingerprintOf(gray.map((value) => value + more))).toBe(fingerprintOf(gray));
      }),
    );
  });
});

describe('mirroredFingerprintOf', () => {
  it('is the fingerprint of the flipped photo', () => {
    fc.assert(
      fc.property(grays, (gray) => {
        expect(mirroredFingerprintOf(gray)).toBe(fingerprintOf(flipped(gray)));
      }),
    );
  });
});

describe('distance', () => {
  it('counts differing bits, is symmetric and keeps the triangle inequality', () => {
    expect(distance('0f', '00')).toBe(4);
    fc.assert(
      fc.property(grays, grays, grays, (one, two, three) => {
        const [a, b, c] = [fingerprintOf(one), fingerprintOf(two), fingerprintOf(three)] as const;
        expect(distance(a, a)).toBe(0);
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
      }),
    );
  });

  it('refuses fingerprints of different lengths', () => {
    expect(() => distance('00', '000')).toThrow(RangeError);
  });
});

describe('likeness', () => {
  const zero = '0'.repeat(64);
  const withBits = (bits: number): string =>
    `${'f'.repeat(Math.floor(bits / 4))}${['', '8', 'c', 'e'][bits % 4]}`.padEnd(64, '0');

  it.each([
    [0, 'same'],
    [60, 'same'],
    [61, 'alike'],
    [72, 'alike'],
    [73, 'different'],
    [256, 'different'],
  ] as const)('%i differing bits are %s', (bits, expected) => {
    expect(likeness(zero, withBits(bits))).toBe(expected);
  });
});

describe('grayscale17x16', () => {
  const picture = (
    width: number,
    height: number,
    colour: (x: number, y: number) => [number, number, number, number],
  ): number[] =>
    Array.from({ length: width * height }, (_, index) => colour(index % width, Math.floor(index / width))).flat();

  it('weighs the colours as the eye does and shows transparency as white', () => {
    expect(
      grayscale17x16(
        picture(17, 16, () => [255, 0, 0, 255]),
        17,
        16,
      )[0],
    ).toBe(76);
    expect(
      grayscale17x16(
        picture(17, 16, () => [0, 0, 0, 0]),
        17,
        16,
      )[100],
    ).toBe(255);
  });

  it('gives the same fingerprint for a picture and the same picture twice as large', () => {
    const shade = (x: number, y: number): [number, number, number, number] => {
      const value = Math.round(127 + 120 * Math.sin(x * 9 + y * 4));
      return [value, value, value, 255];
    };
    const small = fingerprintOf(
      grayscale17x16(
        picture(34, 32, (x, y) => shade(x / 34, y / 32)),
        34,
        32,
      ),
    );
    const large = fingerprintOf(
      grayscale17x16(
        picture(340, 320, (x, y) => shade(x / 340, y / 320)),
        340,
        320,
      ),
    );
    expect(likeness(small, large)).toBe('same');
  });

  it('takes pictures smaller than its own grid', () => {
    expect(
      grayscale17x16(
        picture(1, 1, () => [9, 9, 9, 255]),
        1,
        1,
      ),
    ).toEqual(new Uint8Array(size).fill(9));
  });
});
