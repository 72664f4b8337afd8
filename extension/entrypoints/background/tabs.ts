import { browser } from 'wxt/browser';

import type { Tabs } from '../../engine/work-tab.ts';
import { askTab } from '../../messaging/messenger.ts';

const KEY = 'workTab';
const READY_WITHIN = 30_000;
/** How long a page that should be there already may take to come up, and to answer once it is. */
const COMES_UP_WITHIN = 10_000;
const ANSWERS_WITHIN = 3_000;
const LOOK_AGAIN = 250;

/** The browser's own tabs for the engine. `pageReady` resolves waiters when a content script reports. */
export function browserTabs(sleep: (ms: number) => Promise<void>) {
  const waiters = new Map<number, () => void>();

  /** Asked again and again: `comesUp` ms until it has loaded, from then on `answers` ms. */
  async function answersWithin(tabId: number, comesUp: number, answers: number, signal: AbortSignal): Promise<boolean> {
    let until = Date.now() + comesUp;
    for (let loaded = false; !signal.aborted;) {
      const tab = await browser.tabs.get(tabId).catch(() => undefined);
      if (tab?.status === 'complete' && !loaded) {
        loaded = true;
        until = Date.now() + answers;
      }
      if (loaded && (await isHere(tabId, sleep))) return true;
      if (!tab || Date.now() > until) return false;
      await Promise.race([sleep(LOOK_AGAIN), new Promise<void>((resolve) => waiters.set(tabId, resolve))]);
    }
    throw new Error('stopped');
  }

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
    async ready(tabId, signal) {
      if (!(await answersWithin(tabId, READY_WITHIN, READY_WITHIN, signal)))
        throw new Error('The page did not answer.');
    },
    answers: (tabId, signal) => answersWithin(tabId, COMES_UP_WITHIN, ANSWERS_WITHIN, signal),
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

/** A page that hangs never says no. */
const isHere = (tabId: number, sleep: (ms: number) => Promise<void>): Promise<boolean> =>
  Promise.race([
    askTab(tabId, 'page.here', undefined).then(
      () => true,
      () => false,
    ),
    sleep(ANSWERS_WITHIN).then(() => false),
  ]);

/** `tabs.update` returns before the navigation began: the old page would still answer. */
async function untilLoading(tabId: number, url: string, sleep: (ms: number) => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const tab = await browser.tabs.get(tabId);
    if (tab.status === 'loading' || tab.pendingUrl === url) return;
    await sleep(25);
  }
}
