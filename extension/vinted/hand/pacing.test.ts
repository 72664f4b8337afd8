import fc from 'fast-check';
import { expect, it } from 'vitest';

import { humanPace, instantPace } from './pacing.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('keeps a person’s waits inside what people take', () => {
  fc.assert(
    fc.property(fc.infiniteStream(chance), (draws) => {
      const pace = humanPace(() => draws.next().value ?? 0);
      expect(pace.key()).toBeGreaterThanOrEqual(40);
      expect(pace.key()).toBeLessThanOrEqual(140);
      expect(pace.field()).toBeGreaterThanOrEqual(400);
      expect(pace.field()).toBeLessThanOrEqual(1_800);
      expect(pace.photo()).toBeGreaterThanOrEqual(1_500);
      expect(pace.photo()).toBeLessThanOrEqual(4_000);
      expect(pace.submit()).toBeGreaterThanOrEqual(4_000);
      expect(pace.submit()).toBeLessThanOrEqual(10_000);
    }),
  );
});

it('does not tick like a clock', () => {
  let seed = 7;
  const pace = humanPace(() => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647);
  expect(new Set(Array.from({ length: 50 }, () => Math.round(pace.key()))).size).toBeGreaterThan(15);
});

it('waits for nothing when instant', () => {
  expect([
    instantPace.key(),
    instantPace.gesture(),
    instantPace.field(),
    instantPace.photo(),
    instantPace.submit(),
  ]).toEqual([0, 0, 0, 0, 0]);
});
