import type { Place } from './flow.ts';

/** What the engine needs of the browser's tabs; the composition gives the real one, tests a fake. */
export interface Tabs {
  /** Opens a small window of its own that is neither minimised nor hidden (hidden tabs throttle timers, site.md §3.1). */
  openWindow(url: string): Promise<number>;
  find(tabId: number): Promise<{ id: number; url: string } | undefined>;
  navigate(tabId: number, url: string): Promise<void>;
  /**
   * Resolves once the tab has loaded and, after a navigation of ours, its content script answers; a tab that stayed where
   * it was is not asked, the step itself will find out. Rejects when `signal` aborts.
   */
  ready(tabId: number, moved: boolean, signal: AbortSignal): Promise<void>;
  /** Remembered in `storage.session`: gone after a browser restart, like the tab itself. */
  recall(): Promise<number | null>;
  remember(tabId: number): Promise<void>;
}

export class TabClosed extends Error {
  override name = 'TabClosed';
}

type Brought = { id: number; moved: boolean };

/** Brings the one work tab, or the seller's own tab, to a place. Never takes a tab of the seller's for other work. */
export function tabBringer(tabs: Tabs) {
  async function workTab(market: string, path: string | null, fresh: boolean): Promise<Brought> {
    const url = `https://${market}${path ?? '/'}`;
    const known = await tabs.recall();
    const tab = known === null ? undefined : await tabs.find(known);
    if (!tab) {
      const opened = await tabs.openWindow(url);
      await tabs.remember(opened);
      return { id: opened, moved: true };
    }
    const stays = !fresh && (path === null ? URL.parse(tab.url)?.host === market : isAt(tab.url, url));
    if (!stays) await tabs.navigate(tab.id, url);
    return { id: tab.id, moved: !stays };
  }

  async function own(tabId: number): Promise<Brought> {
    const tab = await tabs.find(tabId);
    if (!tab) throw new TabClosed('The tab was closed.');
    return { id: tab.id, moved: false };
  }

  return async (place: Place, signal: AbortSignal): Promise<number> => {
    if (place.tab === 'none') return -1;
    const tab =
      place.tab === 'work' ? await workTab(place.market, place.path, place.fresh ?? false) : await own(place.tabId);
    await tabs.ready(tab.id, tab.moved, signal);
    return tab.id;
  };
}

/** Same host and path; Vinted may add a query or a slug of its own. */
function isAt(current: string, wanted: string): boolean {
  const [here, there] = [URL.parse(current), URL.parse(wanted)];
  return here !== null && there !== null && here.host === there.host && here.pathname === there.pathname;
}
