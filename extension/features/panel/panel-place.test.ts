import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { movedByKey, onScreen, overlap, startPlace } from './panel-place.ts';

describe('startPlace', () => {
  it('is open in the lower right corner of a wide screen', () => {
    expect(startPlace(null, 1_440)).toEqual({ x: 12, y: 12, folded: false });
  });

  it('is where the seller left it, folded or not', () => {
    expect(startPlace({ x: 50, y: 60, folded: true }, 1_440)).toEqual({ x: 50, y: 60, folded: true });
    expect(startPlace({ x: 50, y: 60, folded: false }, 1_440).folded).toBe(false);
  });

  it.each([320, 768, 1_366])('is folded at %i px, where it would cover the form', (width) => {
    expect(startPlace(null, width).folded).toBe(true);
    expect(startPlace({ x: 12, y: 12, folded: false }, width)).toEqual({ x: 12, y: 12, folded: true });
  });
});

describe('onScreen', () => {
  it('never leaves a part outside, whatever was remembered', () => {
    const distance = fc.oneof(fc.double(), fc.integer({ min: -10_000, max: 10_000 }));
    const view = fc.record({
      width: fc.integer({ min: 320, max: 3_000 }),
      height: fc.integer({ min: 200, max: 2_000 }),
    });
    const own = { width: 200, height: 100 };
    fc.assert(
      fc.property(distance, distance, view, (x, y, size) => {
        const place = onScreen({ x, y, folded: false }, own, size);
        expect(place.x).toBeGreaterThanOrEqual(12);
        expect(place.y).toBeGreaterThanOrEqual(12);
        expect(place.x + own.width).toBeLessThanOrEqual(size.width - 12);
        expect(place.y + own.height).toBeLessThanOrEqual(size.height - 12);
      }),
    );
  });

  it('stays in the corner of a screen that is too small', () => {
    const own = { width: 320, height: 400 };
    expect(onScreen({ x: 500, y: 500, folded: false }, own, { width: 200, height: 100 })).toEqual({
      x: 12,
      y: 12,
      folded: false,
    });
  });
});

describe('movedByKey', () => {
  it('moves with the arrows and with nothing else', () => {
    const place = { x: 100, y: 100, folded: true };
    expect(movedByKey(place, 'ArrowLeft')).toEqual({ x: 124, y: 100, folded: true });
    expect(movedByKey(place, 'ArrowDown')).toEqual({ x: 100, y: 76, folded: true });
    expect(movedByKey(place, 'Enter')).toBeUndefined();
    expect(movedByKey(place, 'toString')).toBeUndefined();
  });
});

describe('overlap', () => {
  const box = { left: 10, top: 10, right: 20, bottom: 20 };
  it('tells touching from covering', () => {
    expect(overlap(box, { left: 15, top: 15, right: 30, bottom: 30 })).toBe(true);
    expect(overlap(box, { left: 20, top: 10, right: 30, bottom: 20 })).toBe(false);
  });
});
