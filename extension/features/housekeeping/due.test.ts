import { describe, expect, it } from 'vitest';

import { nextNight, roundsDue } from './due.ts';

const HOUR = 3_600_000;
const paris = ['Europe/Paris'];
/** 24 November 2026, two at night in Paris. */
const two = Date.UTC(2026, 10, 24, 1);

describe('the night round', () => {
  const due = (night: number, now: number, zones = paris): boolean =>
    roundsDue({ night, photos: now }, zones, now).includes('night');

  it('is due from two at night in the zone of the account, once', () => {
    expect(due(two - 24 * HOUR, two - 1)).toBe(false);
    expect(due(two - 24 * HOUR, two)).toBe(true);
    expect(due(two, two + 23 * HOUR)).toBe(false);
  });

  it('is made up for once after nights slept through, and done at the first start ever', () => {
    expect(due(two - 72 * HOUR, two + 9 * HOUR)).toBe(true);
    expect(due(two + 9 * HOUR, two + 10 * HOUR)).toBe(false);
    expect(due(0, two)).toBe(true);
  });

  it('is due again when the clock went back behind it', () => {
    expect(due(two + 48 * HOUR, two + HOUR)).toBe(true);
  });

  it('goes by the accounts: the earliest night comes next', () => {
    const both = ['Europe/Paris', 'Europe/Vilnius'];
    expect(nextNight(both, two)).toBe(two + 23 * HOUR);
    expect(nextNight(paris, two - 1)).toBe(two);
    expect(nextNight(paris, two)).toBe(two + 24 * HOUR);
  });

  it('is at two also where the clocks change at two', () => {
    // In March three o'clock follows two; the hour that is skipped begins at 01:00 UTC.
    expect(nextNight(paris, Date.UTC(2026, 2, 28, 12))).toBe(Date.UTC(2026, 2, 29, 1));
    expect(nextNight(paris, Date.UTC(2026, 9, 24, 12))).toBe(Date.UTC(2026, 9, 25, 0));
  });
});

describe('the round for loose photos', () => {
  it('is due every six hours', () => {
    const due = (photos: number): boolean => roundsDue({ night: two, photos }, paris, two).includes('photos');
    expect([due(two - 6 * HOUR + 1), due(two - 6 * HOUR), due(two + HOUR), due(0)]).toEqual([false, true, true, true]);
  });
});
