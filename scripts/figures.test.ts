import { describe, expect, it } from 'vitest';

import { holds, sideBySide, type Figure } from './figures.ts';

const figure = (ours: number, peer: number, atMost = 1): Figure => ({
  what: 'fill one form',
  ours,
  peer,
  unit: 'ms',
  atMost,
});

describe('figures', () => {
  it('holds up to the limit, not beyond', () => {
    expect(holds(figure(100, 100))).toBe(true);
    expect(holds(figure(101, 100))).toBe(false);
    expect(holds(figure(130, 100, 1.3))).toBe(true);
  });

  it.each([
    [0, 0],
    [Number.NaN, 100],
    [100, 0],
  ])('never holds when nothing was measured: %s against %s', (ours, peer) =>
    expect(holds(figure(ours, peer))).toBe(false),
  );

  it('prints columns with the ratio and the verdict', () => {
    expect(sideBySide([figure(812.4, 903), figure(99, 50)], 'a script')).toEqual([
      '                   ours  a script  ratio  at most',
      'fill one form    812 ms    903 ms   0.90     1.00  held',
      'fill one form  99.00 ms  50.00 ms   1.98     1.00  MISSED',
    ]);
  });
});
