import { describe, expect, it } from 'vitest';

import { checkGuard, guardNames } from './saga-model/guards.ts';
import { ours } from './saga-model/ours.ts';
import { peers } from './saga-model/peers.ts';
import { bounds, explore, play } from './saga-model/world.ts';

const plain = { hands: 0, sly: false, hideMayBeRefused: false } as const;

describe('the model of a relist', () => {
  it('finds nothing wrong in any schedule of one crash and one fault', { timeout: 30_000 }, () => {
    const limits = bounds({ ...plain, crashes: 1, faults: 1 });
    expect(explore(ours(limits.lag), limits)).toMatchObject({ complete: true, wrong: {} });
  });

  it('has no double sale with two buyers', () => {
    const limits = bounds({ ...plain, crashes: 0, faults: 1, buyers: 2 });
    expect(explore(ours(limits.lag), limits)).toMatchObject({ complete: true, wrong: {} });
  });

  it('finds nothing wrong in a seeded part of what is far too much to enumerate', { timeout: 30_000 }, () => {
    let seed = 20_261_123;
    const pick = (choices: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * choices);
    };
    const limits = bounds({ crashes: 6, faults: 6 });
    const wrong = Array.from({ length: 20_000 }, () => [...play(ours(limits.lag), limits, pick).wrong]).flat();
    expect(wrong).toEqual([]);
  });

  it.each(guardNames)('goes wrong without the guard %s, and not with it', (name) => {
    const { whole, without } = checkGuard(name);
    expect(whole).toMatchObject({ complete: true, wrong: {} });
    expect(Object.values(without.wrong).reduce((sum, times) => sum + times, 0)).toBeGreaterThan(0);
  });

  it.each(Object.keys(peers))('finds what is wrong with %s', (name) => {
    const design = peers[name];
    const found = explore(design!, bounds({ ...plain, crashes: 1, faults: 1 }), { most: 50_000 });
    expect(Object.keys(found.wrong)).not.toEqual([]);
  });
});
