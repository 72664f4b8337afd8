import { browser } from 'wxt/browser';

/** What the background keeps in `storage.local` for every surface to show. */
export type Flags = { stopped: boolean; tryout: boolean };

export async function readFlags(): Promise<Flags> {
  const stored = await browser.storage.local.get(['stopped', 'tryout']);
  return { stopped: Boolean(stored['stopped']), tryout: Boolean(stored['tryout']) };
}

export function watchFlags(changed: (flags: Flags) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && ('stopped' in changes || 'tryout' in changes)) void readFlags().then(changed);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
