import { browser } from 'wxt/browser';

import { writeSettings } from '../../db/settings.ts';
import { checkBackend } from '../../features/settings/check-backend.ts';
import type { SettingsDesk, StorageFacts } from '../../features/settings/settings-desk.ts';
import { backend, defaultBackend } from './compose-suggest.ts';

async function storageFacts(): Promise<StorageFacts> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { kept: await navigator.storage.persisted(), used: usage, room: quota };
}

export const settingsDesk: SettingsDesk = {
  save: async (change) => void (await writeSettings(change)),
  defaultBackend,
  tryBackend: (text) =>
    checkBackend(
      {
        capabilities: backend.capabilities,
        permit: (pattern) => browser.permissions.request({ origins: [pattern] }),
      },
      text,
      AbortSignal.timeout(20_000),
    ),
  storage: storageFacts,
  async keepStorage() {
    await navigator.storage.persist();
    return storageFacts();
  },
};
