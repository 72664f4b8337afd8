import { browser } from 'wxt/browser';

import type { Tabs } from '../../engine/work-tab.ts';
import { askTab } from '../../messaging/messenger.ts';

const KEY = 'workTab';
const READY_WITHIN = 30_000;
const LOOK_AGAIN = 250;

/** The browser's own tabs for the engine. `pageReady` resolves waiters when a content script reports. */
export function browserTabs(sleep: (ms: number) => Promise<void>) {
  const waiters = new Map<number, () => void>();

  const tabs: Tabs = {
    async openWindow(url) {
      const opened = await browser.windows.create({ url, focused: false, width: 1100, height: 900, type: 'normal' });
      const id = opened?.tabs?.[0]?.id;
      if (id === undefined) throw new Error('The browser did not open a window.');
      await browser.tabs.update(id, { autoDiscardable: false });
      return id;
    },
    async find(tabId) {
      const tab = await browser.tabs.get(tabId).catch(() => undefined);
      return tab?.id === undefined ? undefined : { id: tab.id, url: tab.pendingUrl ?? tab.url ?? '' };
    },
    async navigate(tabId, url) {
      await browser.tabs.update(tabId, { url });
      await untilLoading(tabId, url, sleep);
    },
    async ready(tabId, moved, signal) {
      const until = Date.now() + READY_WITHIN;
      while (!signal.aborted) {
        if (await isThere(tabId, moved)) return;
        if (Date.now() > until) throw new Error('The page did not answer.');
        await Promise.race([sleep(LOOK_AGAIN), new Promise<void>((resolve) => waiters.set(tabId, resolve))]);
      }
      throw new Error('stopped');
    },
    async recall() {
      const stored = (await browser.storage.session.get(KEY))[KEY];
      return typeof stored === 'number' ? stored : null;
    },
    remember: (tabId) => browser.storage.session.set({ [KEY]: tabId }),
  };

  const pageReady = (tabId: number): void => {
    waiters.get(tabId)?.();
    waiters.delete(tabId);
  };
  return { tabs, pageReady };
}

const isThere = async (tabId: number, moved: boolean): Promise<boolean> => {
  const tab = await browser.tabs.get(tabId);
  if (tab.status !== 'complete') return false;
  if (!moved) return true;
  return askTab(tabId, 'page.probe', undefined).then(
    () => true,
    () => false,
  );
};

/** `tabs.update` returns before the navigation began: the old page would still answer. */
async function untilLoading(tabId: number, url: string, sleep: (ms: number) => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const tab = await browser.tabs.get(tabId);
    if (tab.status === 'loading' || tab.pendingUrl === url) return;
    await sleep(25);
  }
}
