import { beforeEach, describe, expect, it, vi } from 'vitest';

/** A browser that holds what somebody wrote into its storage by hand. */
const world = vi.hoisted(() => {
  const state = { stored: {} as Record<string, unknown>, installType: 'normal' };
  Object.assign(globalThis, {
    chrome: {
      runtime: { id: 'us' },
      storage: { local: { get: async (key: string) => ({ [key]: state.stored[key] }) } },
      management: { getSelf: async () => ({ installType: state.installType }) },
    },
  });
  return state;
});

const { readRules } = await import('./rules.ts');

beforeEach(() => {
  world.stored = {};
  world.installType = 'normal';
});

const seller = { pacing: 'human', ceilings: true };

describe('the ceilings', () => {
  it('hold where nothing is stored', async () => {
    expect(await readRules()).toMatchObject(seller);
  });

  it.each([
    ['lifted', { ceilings: false }],
    ['a number', { ceilings: 1e9 }],
    ['hurried', { pacing: 'instant', between: [0, 0] }],
    ['of an unknown shape', 'off'],
  ])('hold in an installed copy though storage says they are %s', async (_, tryout) => {
    world.stored = { tryout };
    expect(await readRules()).toMatchObject(seller);
  });

  it.each([
    ['a number', { ceilings: 1e9 }],
    ['a pause before the last', { between: [-1, 0] }],
    ['a day of settling', { settleWindow: 86_400_000 }],
    ['nothing known', 'off'],
  ])('hold in a try-out that asks for %s', async (_, tryout) => {
    world.stored = { tryout };
    world.installType = 'development';
    expect(await readRules()).toMatchObject(seller);
  });

  it('are lifted by a whole try-out in an unpacked copy alone', async () => {
    world.stored = { tryout: {} };
    world.installType = 'development';
    expect(await readRules()).toMatchObject({ pacing: 'instant', ceilings: false });
  });
});
