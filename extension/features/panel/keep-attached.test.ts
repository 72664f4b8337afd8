// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';

import { keepAttached } from './keep-attached.ts';

describe('keepAttached', () => {
  let end = new AbortController();
  afterEach(() => {
    end.abort();
    end = new AbortController();
  });

  it('returns three times, then leaves the page its way', async () => {
    const host = document.createElement('vintedbot-panel');
    keepAttached(host, document, end.signal);
    for (let time = 0; time < 3; time += 1) {
      host.remove();
      await vi.waitFor(() => expect(host.isConnected).toBe(true));
    }
    host.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.isConnected).toBe(false);
  });

  it('goes away and stays away when aborted', async () => {
    const host = document.createElement('vintedbot-panel');
    keepAttached(host, document, end.signal);
    expect(host.isConnected).toBe(true);
    end.abort();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.isConnected).toBe(false);
  });

  it('ignores changes of the page that leave it where it is', async () => {
    const host = document.createElement('vintedbot-panel');
    keepAttached(host, document, end.signal);
    for (let time = 0; time < 5; time += 1) {
      document.documentElement.append(document.createElement('div'));
      await Promise.resolve();
    }
    host.remove();
    await vi.waitFor(() => expect(host.isConnected).toBe(true));
  });
});
