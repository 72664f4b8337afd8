import { browser } from 'wxt/browser';
import * as z from 'zod';

const KEY = 'deviceTokens';
const stored = z.record(z.string(), z.string()).catch({});

/** Tokens of this browser by backend address, in `storage.local`; issued by each backend at first contact. */
export const deviceTokens = {
  async read(address: string): Promise<string | null> {
    const all = stored.parse((await browser.storage.local.get(KEY))[KEY] ?? {});
    return Object.hasOwn(all, address) ? (all[address] ?? null) : null;
  },

  async write(address: string, token: string | null): Promise<void> {
    const all = stored.parse((await browser.storage.local.get(KEY))[KEY] ?? {});
    const { [address]: _, ...others } = all;
    await browser.storage.local.set({ [KEY]: token === null ? others : { ...others, [address]: token } });
  },
};
