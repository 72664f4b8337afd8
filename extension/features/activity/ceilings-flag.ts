import { browser } from 'wxt/browser';

/** Whether the limits of a day hold: always, but in a try-out that lifts them. */
export async function readCeilingsHold(): Promise<boolean> {
  const tryout: unknown = (await browser.storage.local.get('tryout'))['tryout'];
  return typeof tryout !== 'object' || tryout === null || ('ceilings' in tryout && tryout.ceilings === true);
}

export function watchCeilings(changed: (hold: boolean) => void): () => void {
  const listener = (changes: object): void => {
    if ('tryout' in changes) void readCeilingsHold().then(changed);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
