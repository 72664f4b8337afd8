import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { watchAddress } from './watch-address.ts';

function fakeView(navigation?: EventTarget) {
  const events = new EventTarget();
  const location = { pathname: '/items/new' };
  const view = {
    location,
    addEventListener: events.addEventListener.bind(events),
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
    ...(navigation ? { navigation } : {}),
  } as unknown as Parameters<typeof watchAddress>[0];
  return { view, events, goTo: (pathname: string) => (location.pathname = pathname) };
}

describe('watchAddress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells the address it starts with and each new one, once', () => {
    const navigation = new EventTarget();
    const { view, goTo } = fakeView(navigation);
    const seen: string[] = [];
    watchAddress(view, (path) => seen.push(path), new AbortController().signal);
    goTo('/member/1');
    navigation.dispatchEvent(new Event('currententrychange'));
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(seen).toEqual(['/items/new', '/member/1']);
  });

  it('compares by the clock where the browser has no Navigation API', () => {
    const { view, goTo } = fakeView();
    const seen: string[] = [];
    watchAddress(view, (path) => seen.push(path), new AbortController().signal);
    goTo('/member/1');
    vi.advanceTimersByTime(1_000);
    expect(seen).toEqual(['/items/new', '/member/1']);
  });

  it('sees the back button', () => {
    const { view, events, goTo } = fakeView(new EventTarget());
    const seen: string[] = [];
    watchAddress(view, (path) => seen.push(path), new AbortController().signal);
    goTo('/');
    events.dispatchEvent(new Event('popstate'));
    expect(seen).toEqual(['/items/new', '/']);
  });

  it('falls silent when aborted', () => {
    const end = new AbortController();
    const { view, events, goTo } = fakeView();
    const seen: string[] = [];
    watchAddress(view, (path) => seen.push(path), end.signal);
    end.abort();
    goTo('/');
    events.dispatchEvent(new Event('popstate'));
    vi.advanceTimersByTime(5_000);
    expect(seen).toEqual(['/items/new']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
