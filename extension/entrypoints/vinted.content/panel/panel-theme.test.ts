// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';

import { keepTheme, type ThemeStorage } from './panel-theme.ts';

function fakeStorage() {
  const listeners = new Set<(changes: object) => void>();
  const state = { settings: undefined as unknown, listeners };
  const storage: ThemeStorage = {
    get: async () => ({ settings: state.settings }),
    onChanged: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
  };
  const set = (settings: unknown): void => {
    state.settings = settings;
    for (const listener of listeners) listener({ settings: {} });
  };
  return { storage, set, listeners };
}

it('follows the settings while it is shown, and no longer', async () => {
  const { storage, set, listeners } = fakeStorage();
  const host = document.createElement('vintedbot-panel');
  const end = new AbortController();
  set({ theme: 'dark' });
  keepTheme(host, storage, end.signal);
  await vi.waitFor(() => expect(host.dataset['theme']).toBe('dark'));
  set({ theme: 'light' });
  await vi.waitFor(() => expect(host.dataset['theme']).toBe('light'));
  set({ theme: 'system' });
  await vi.waitFor(() => expect(host.dataset['theme']).toBeUndefined());
  end.abort();
  expect(listeners.size).toBe(0);
});

it.each([[undefined], [null], [7], [{ theme: 'x" onload="' }]])('follows the system for %j', async (settings) => {
  const { storage, set } = fakeStorage();
  const host = document.createElement('vintedbot-panel');
  set(settings);
  keepTheme(host, storage, new AbortController().signal);
  await new Promise((resolve) => setTimeout(resolve));
  expect(host.dataset['theme']).toBeUndefined();
});
