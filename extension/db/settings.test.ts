import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Storage somebody edited by hand. */
const world = vi.hoisted(() => {
  const state = { stored: {} as Record<string, unknown> };
  Object.assign(globalThis, {
    chrome: {
      runtime: { id: 'us' },
      storage: {
        local: {
          get: async (key: string) => ({ [key]: state.stored[key] }),
          set: async (change: object) => void Object.assign(state.stored, structuredClone(change)),
        },
      },
    },
  });
  return state;
});

const { readSettings, settings, writeSettings } = await import('./settings.ts');

const usual = settings.parse({});

beforeEach(() => {
  world.stored = {};
});

describe('settings edited by hand', () => {
  it.each([
    ['backendUrl', 'javascript:alert(1)'],
    ['backendUrl', 'file:///etc/passwd'],
    ['backendUrl', 7],
    ['market', 'www.vinted.fr.evil.test'],
    ['market', 'evil.test'],
    ['market', null],
    ['language', 7],
    ['tone', 'rude'],
    ['consent', true],
    ['publishAs', 'everything'],
    ['theme', { dark: true }],
    ['panelPlace', { x: Number.NaN, y: 0, folded: false }],
    ['panelPlace', { x: '1', y: 0, folded: false }],
    ['onboarded', 'yes'],
    ['templateId', ['a']],
    ['defaults', { prices: { dress: -1 } }],
    ['defaults', { condition: 'perfect' }],
    ['defaults', null],
  ] as const)('%s = %j is read as the default, and costs no other setting', async (name, value) => {
    world.stored = { settings: { tone: 'short', [name]: value } };
    const read = await readSettings();
    expect(read[name]).toEqual(usual[name]);
    expect(read.tone).toBe(name === 'tone' ? usual.tone : 'short');
  });

  it.each([['text'], [7], [null], [[]]])('%j instead of all of them is read as the defaults', async (stored) => {
    world.stored = { settings: stored };
    expect(await readSettings()).toEqual(usual);
  });

  it('are whole again after the next change', async () => {
    world.stored = { settings: { tone: 'rude', theme: 'dark', unknown: 1 } };
    await writeSettings({ publishAs: 'publish' });
    expect(world.stored['settings']).toEqual({ ...usual, theme: 'dark', publishAs: 'publish' });
  });
});
