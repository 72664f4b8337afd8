import { describe, expect, it } from 'vitest';

import { windowOf } from './window-of.ts';

describe('windowOf', () => {
  const rows = { rowHeight: 100, columns: 1, overscan: 2, height: 500 };
  it('draws what is seen and a little more', () => {
    expect(windowOf(2_000, { ...rows, top: 10_000 })).toEqual({ from: 98, to: 107, before: 9_800, after: 189_300 });
    expect(windowOf(3, { ...rows, top: 0 })).toEqual({ from: 0, to: 3, before: 0, after: 0 });
    expect(windowOf(0, { ...rows, top: 0 })).toMatchObject({ to: 0, after: 0 });
    expect(windowOf(10, { ...rows, columns: 4, top: 0 })).toMatchObject({ from: 0, to: 12 });
  });

  it('keeps its head when scrolled beyond the end', () => {
    const window = windowOf(5, { ...rows, top: 99_999 });
    expect(window.from).toBeLessThan(5);
    expect(window.before + window.after).toBeLessThanOrEqual(500);
  });
});
