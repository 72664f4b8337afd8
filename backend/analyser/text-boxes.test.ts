import { describe, expect, it } from 'vitest';

import { textBoxes } from './text-boxes.ts';

const side = 100;
/** A map with a bar of text of 60 × 8 around the middle, turned by `degrees`. */
const barAt = (degrees: number): Float32Array => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return Float32Array.from({ length: side * side }, (_, index) => {
    const [x, y] = [(index % side) - 50, Math.floor(index / side) - 50];
    return Math.abs(x * cos + y * sin) < 30 && Math.abs(y * cos - x * sin) < 4 ? 0.9 : 0;
  });
};

describe('textBoxes', () => {
  it.each([0, 10, -30, 45, 90])('wraps a line turned by %i° and widens it', (degrees) => {
    const [box, ...others] = textBoxes(barAt(degrees), side, side);
    expect(others).toEqual([]);
    expect(Math.hypot((box?.x ?? 0) - 50, (box?.y ?? 0) - 50)).toBeLessThan(2);
    expect(((box?.angle ?? 0) * 180) / Math.PI).toBeCloseTo(degrees, -1);
    expect(box?.width).toBeGreaterThan(62);
    expect(box?.height).toBeLessThan(26);
  });

  it('drops specks and unsure smudges', () => {
    const map = new Float32Array(side * side);
    map[505] = 1;
    for (let index = 3_000; index < 3_040; index += 1)
      map[index] = map[index + side] = map[index + 2 * side] = map[index + 3 * side] = 0.35;
    expect(textBoxes(map, side, side)).toEqual([]);
  });
});
