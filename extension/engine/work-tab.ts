import type { Place } from './flow.ts';

/** What the engine needs of the browser's tabs; the composition gives the real one, tests a fake. */
export interface Tabs {
  /** Opens a small window of its own that is neither minimised nor hidden (hidden tabs throttle timers, site.md §3.1). */
  openWindow(url: string): Promise<number>;
  find(tabId: number): Promise<{ id: number; url: string } | undefined>;
  navigate(tabId: number, url: string): Promise<void>;
  /** Resolves once the tab has loaded and its content script answers. Rejects when it does not, or `signal` aborts. */
  ready(tabId: number, signal: AbortSignal): Promise<void>;
  /** Whether the page that is there, or comes up just now, answers: one that crashed or never loaded does not. */
  answers(tabId: number, signal: AbortSignal): Promise<boolean>;
  /** Remembered in `storage.session`: gone after a browser restart, like the tab itself. */
  recall(): Promise<number | null>;
  remember(tabId: number): Promise<void>;
}

export class TabClosed extends Error {
  override name = 'TabClosed';
}

/** Brings the one work tab, or the seller's own tab, to a place. Never takes a tab of the seller's for other work. */
export function tabBringer(tabs: Tabs) {
  async function workTab(market: string, path: string | null, fresh: boolean, signal: AbortSignal): Promise<number> {
    const url = `https://${market}${path ?? '/'}`;
    const known = await tabs.recall();
    const tab = known === null ? undefined : await tabs.find(known);
    if (!tab) {
      const opened = await tabs.openWindow(url);
      await tabs.remember(opened);
      await tabs.ready(opened, signal);
      return opened;
    }
    const stays = !fresh && (path === null ? URL.parse(tab.url)?.host === market : isAt(tab.url, url));
    if (stays && (await tabs.answers(tab.id, signal))) return tab.id;
    await tabs.navigate(tab.id, url);
    await tabs.ready(tab.id, signal);
    return tab.id;
  }

  /** A tab of the seller's is never reloaded. */
  async function own(tabId: number, signal: AbortSignal): Promise<number> {
    const tab = await tabs.find(tabId);
    if (!tab) throw new TabClosed('The tab was closed.');
    await tabs.ready(tab.id, signal);
    return tab.id;
  }

  return async (place: Place, signal: AbortSignal): Promise<number> => {
    if (place.tab === 'none') return -1;
    return place.tab === 'work'
      ? workTab(place.market, place.path, place.fresh ?? false, signal)
      : own(place.tabId, signal);
  };
}

/** Same host and path; Vinted may add a query or a slug of its own. */
function isAt(current: string, wanted: string): boolean {
  const [here, there] = [URL.parse(current), URL.parse(wanted)];
  return here !== null && there !== null && here.host === there.host && here.pathname === there.pathname;
}
