import { browser } from 'wxt/browser';

import type { SmallStore } from '../../engine/mirror.ts';

/** `storage.local` as the engine's mirror sees it. */
export const smallStore: SmallStore = {
  all: () => browser.storage.local.get(null),
  set: (entries) => browser.storage.local.set(entries),
  remove: (keys) => browser.storage.local.remove([...keys]),
};
