import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { groupPhotos, type GroupablePhoto } from './grouping.ts';

const bins = 150;
/** A swatch with all weight in one bin of the centre and one of the border. */
const swatch = (garment: number, ground = 0): number[] =>
  Array.from({ length: 2 * bins }, (_, bin) => (bin === garment || bin === bins + ground ? 1_000 : 0));

/** Fingerprints of unrelated photos differ in about half of their bits: a fixed mixing of the seed. */
const fingerprint = (seed: number): string => {
  let state = seed * 2_654_435_761 + 1;
  return Array.from({ length: 64 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 28).toString(16);
  }).join('');
};

const photo = (order: number, more: Partial<GroupablePhoto> = {}): GroupablePhoto => ({
  id: `p${order}`,
  takenAt: null,
  order,
  fingerprint: fingerprint(order + 1),
  mirrored: fingerprint(order + 1_001),
  swatch: null,
  ...more,
});
const noon = Date.UTC(2026, 5, 1, 12);
const at = (...seconds: number[]): GroupablePhoto[] =>
  seconds.map((second, order) => photo(order, { takenAt: noon + second * 1_000 }));

describe('groupPhotos', () => {
  it('leaves 75 unrelated photos without a camera time as 75 items', () => {
    const roll = Array.from({ length: 75 }, (_, order) => photo(order, { swatch: swatch(order) }));
    expect(groupPhotos(roll)).toEqual(roll.map(({ id }) => [id]));
  });

  it('knows nothing and joins nothing when all evidence is missing', () => {
    expect(groupPhotos([photo(0), photo(1)])).toEqual([['p0'], ['p1']]);
    expect(groupPhotos([])).toEqual([]);
  });

  it('parts a camera roll where the seller changed the garment', () => {
    expect(groupPhotos(at(0, 5, 9, 70, 74, 79, 150, 156))).toEqual([
      ['p0', 'p1', 'p2'],
      ['p3', 'p4', 'p5'],
      ['p6', 'p7'],
    ]);
  });

  it('follows the clock, not the file names, when every photo has a time', () => {
    const shuffled = at(0, 5, 70, 74).map((one, index) => ({ ...one, order: (index * 3) % 4 }));
    expect(groupPhotos(shuffled)).toEqual([
      ['p0', 'p1'],
      ['p2', 'p3'],
    ]);
  });

  it('keeps the order handed over when a time is missing', () => {
    const roll = [photo(0, { takenAt: noon + 90_000 }), photo(1, { takenAt: null }), photo(2, { takenAt: noon })];
    expect(groupPhotos(roll).flat()).toEqual(['p0', 'p1', 'p2']);
  });

  it('needs more than the clock when shots follow each other evenly', () => {
    const colours = [1, 1, 50, 50, 90];
    const even = at(0, 5, 10, 15, 20).map((one, index) => ({
      ...one,
      swatch: swatch(colours[index] ?? 0, colours[index] ?? 0),
    }));
    expect(groupPhotos(even)).toEqual([['p0', 'p1'], ['p2', 'p3'], ['p4']]);
  });

  it('joins a close-up in other colours taken seconds later, but not another garment a minute later', () => {
    const roll = at(0, 4, 60, 64).map((one, index) => ({ ...one, swatch: swatch(index * 20, 0) }));
    expect(groupPhotos(roll)).toEqual([
      ['p0', 'p1'],
      ['p2', 'p3'],
    ]);
  });

  it('joins the same colours on the same ground without any time', () => {
    const roll = [
      photo(0, { swatch: swatch(3, 3) }),
      photo(1, { swatch: swatch(3, 3) }),
      photo(2, { swatch: swatch(9, 3) }),
    ];
    expect(groupPhotos(roll)).toEqual([['p0', 'p1'], ['p2']]);
  });

  it('joins copies of one photo, also a mirrored one', () => {
    const first = photo(0);
    const roll = [first, photo(1, { fingerprint: first.fingerprint }), photo(2, { fingerprint: first.mirrored })];
    expect(groupPhotos(roll)).toEqual([['p0', 'p1', 'p2']]);
  });

  it('gives a label photo to the garment before it', () => {
    const roll = [photo(0), photo(1, { kind: 'label' }), photo(2), photo(3, { kind: 'label' })];
    expect(groupPhotos(roll)).toEqual([
      ['p0', 'p1'],
      ['p2', 'p3'],
    ]);
  });

  it('gives a label that comes first to the garment after it, and none across a long break', () => {
    expect(groupPhotos([photo(0, { kind: 'label' }), photo(1)])).toEqual([['p0', 'p1']]);
    const roll = at(0, 3_600).map((one, index) => (index === 1 ? { ...one, kind: 'label' as const } : one));
    expect(groupPhotos(roll)).toEqual([['p0'], ['p1']]);
  });

  it('still sees the garment behind a label: a second look at it joins, another garment does not', () => {
    const shirt = { swatch: swatch(5, 5) };
    const roll = [
      photo(0, shirt),
      photo(1, { kind: 'label', swatch: swatch(40, 40) }),
      photo(2, shirt),
      photo(3, { swatch: swatch(80, 5) }),
    ];
    expect(groupPhotos(roll)).toEqual([['p0', 'p1', 'p2'], ['p3']]);
  });

  it('never puts more than 20 photos into one item', () => {
    const same = fingerprint(1);
    const roll = Array.from({ length: 47 }, (_, order) => photo(order, { fingerprint: same }));
    expect(groupPhotos(roll).map((item) => item.length)).toEqual([20, 20, 7]);
  });
});

const anyPhoto = fc.record({
  takenAt: fc.option(fc.integer({ min: noon, max: noon + 3_600_000 })),
  look: fc.integer({ min: 0, max: 4 }),
  swatch: fc.option(fc.integer({ min: 0, max: 6 }).map((bin) => swatch(bin, bin))),
  kind: fc.constantFrom('garment' as const, 'label' as const, null),
});
const anyRoll = fc
  .array(anyPhoto, { maxLength: 80 })
  .map((seeds) => seeds.map(({ look, ...seed }, order) => photo(order, { ...seed, fingerprint: fingerprint(look) })));

describe('groupPhotos, whatever the roll', () => {
  it('puts each photo into exactly one item of 1 to 20', () => {
    fc.assert(
      fc.property(anyRoll, (roll) => {
        const items = groupPhotos(roll);
        expect(items.flat().toSorted()).toEqual(roll.map(({ id }) => id).toSorted());
        expect(items.every((item) => item.length >= 1 && item.length <= 20)).toBe(true);
      }),
    );
  });

  it('keeps the sequence and does not depend on the order of its argument', () => {
    fc.assert(
      fc.property(anyRoll, (roll) => {
        const timed = roll.every(({ takenAt }) => takenAt !== null);
        const place = new Map(roll.map((one) => [one.id, timed ? (one.takenAt ?? 0) : one.order]));
        const items = groupPhotos(roll);
        const places = items.flat().map((id) => place.get(id) ?? 0);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(groupPhotos(roll.toReversed())).toEqual(items);
      }),
    );
  });
});
