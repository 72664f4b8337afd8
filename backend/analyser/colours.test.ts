import { describe, expect, it } from 'vitest';

import type { ColorCode } from '../../shared/vocabulary.ts';

import { coloursOf } from './colours.ts';
import type { Pixels } from './photo-pixels.ts';

type Rgb = readonly [number, number, number];
const bed: Rgb = [222, 214, 202];

const lyingOn = (ground: Rgb, garment: (u: number, v: number) => Rgb): Pixels => {
  const [width, height] = [72, 96];
  const data = Uint8Array.from(
    Array.from({ length: width * height }, (_, index) => {
      const [u, v] = [(index % width) / width, Math.floor(index / width) / height];
      const shade = 0.92 + 0.16 * (((index * 7919) % 101) / 101);
      const colour = Math.abs(u - 0.5) < 0.28 && Math.abs(v - 0.5) < 0.32 ? garment(u, v) : ground;
      return colour.map((part) => Math.min(255, Math.round(part * shade)));
    }).flat(),
  );
  return { data, width, height };
};

describe('coloursOf', () => {
  it.each<[Rgb, ColorCode[]]>([
    [[24, 24, 26], ['BLACK']],
    [[120, 120, 122], ['GREY']],
    [[178, 34, 40], ['RED']],
    [[30, 80, 160], ['BLUE']],
    [[30, 36, 70], ['NAVY']],
    [[60, 130, 60], ['GREEN']],
    [[110, 70, 40], ['BROWN']],
    [[235, 200, 40], ['YELLOW']],
    [[100, 20, 40], ['BURGUNDY']],
    [
      [230, 120, 160],
      ['PINK', 'ROSE'],
    ],
    [[110, 60, 140], ['PURPLE']],
    [[110, 108, 66], ['KHAKI']],
  ])('names a garment of %j lying on a bed', (colour, accepted) => {
    expect(accepted).toContain(coloursOf(lyingOn(bed, () => colour)).colors[0]);
  });

  it('sees a white garment on a dark floor', () => {
    expect(coloursOf(lyingOn([70, 50, 38], () => [236, 236, 234])).colors[0]).toBe('WHITE');
  });

  it('does not take the ground for the garment', () => {
    const { colors } = coloursOf(lyingOn([180, 40, 40], () => [30, 80, 160]));
    expect(colors).toEqual(['BLUE']);
  });

  it('names two colours of a garment in two halves, the larger first', () => {
    const { colors } = coloursOf(lyingOn(bed, (_, v) => (v < 0.57 ? [178, 34, 40] : [30, 80, 160])));
    expect(colors).toEqual(['RED', 'BLUE']);
  });

  it('says multicoloured when no colour leads', () => {
    const stripes: Rgb[] = [
      [178, 34, 40],
      [30, 80, 160],
      [60, 130, 60],
      [235, 200, 40],
    ];
    const { colors, confidence } = coloursOf(lyingOn(bed, (u) => stripes[Math.floor(u * 24) % 4] ?? bed));
    expect(colors[0]).toBe('VARIOUS');
    expect(confidence).toBeLessThan(0.6);
  });

  it('survives a picture of one colour and one of a few pixels', () => {
    expect(coloursOf(lyingOn(bed, () => bed)).colors).toHaveLength(1);
    expect(() => coloursOf({ data: new Uint8Array(12), width: 2, height: 2 })).not.toThrow();
  });
});
