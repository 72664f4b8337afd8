import { describe, expect, it } from 'vitest';

import { labDistance, labOf } from './lab.ts';
import { swatchOf, swatchOverlap } from './swatch.ts';

type Rgb = [number, number, number];
const garmentOn = (garment: Rgb, ground: Rgb, width = 60, height = 80): number[] =>
  Array.from({ length: width * height }, (_, index) => {
    const u = (index % width) / width;
    const v = Math.floor(index / width) / height;
    const inside = u > 0.2 && u < 0.8 && v > 0.2 && v < 0.8;
    return [...(inside ? garment : ground), 255];
  }).flat();

describe('labOf', () => {
  it.each([
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [255, 255, 255],
      [100, 0, 0],
    ],
    [
      [255, 0, 0],
      [53.2, 80.1, 67.2],
    ],
    [
      [0, 0, 255],
      [32.3, 79.2, -107.9],
    ],
  ] as const)('%j is %j', ([red, green, blue], expected) => {
    expect(labDistance(labOf(red, green, blue), expected)).toBeLessThan(0.3);
  });
});

describe('swatch', () => {
  const red: Rgb = [200, 30, 40];
  const blue: Rgb = [30, 50, 180];
  const bed: Rgb = [230, 225, 215];
  const floor: Rgb = [120, 80, 40];

  it('overlaps itself wholly, whatever the size of the picture', () => {
    const overlap = swatchOverlap(
      swatchOf(garmentOn(red, bed), 60, 80),
      swatchOf(garmentOn(red, bed, 300, 200), 300, 200),
    );
    expect(overlap.centre).toBeGreaterThan(0.97);
    expect(overlap.border).toBeGreaterThan(0.97);
  });

  it('tells another garment on the same bed from the same garment on the floor', () => {
    const garment = swatchOf(garmentOn(red, bed), 60, 80);
    const other = swatchOverlap(garment, swatchOf(garmentOn(blue, bed), 60, 80));
    expect(other.centre).toBeLessThan(0.2);
    expect(other.border).toBeGreaterThan(0.9);
    const moved = swatchOverlap(garment, swatchOf(garmentOn(red, floor), 60, 80));
    expect(moved.centre).toBeGreaterThan(0.9);
    expect(moved.border).toBeLessThan(0.5);
  });

  it('stays close under slightly different light', () => {
    const lit = swatchOverlap(
      swatchOf(garmentOn([120, 60, 60], bed), 60, 80),
      swatchOf(garmentOn([126, 64, 63], bed), 60, 80),
    );
    expect(lit.centre).toBeGreaterThan(0.8);
  });
});
