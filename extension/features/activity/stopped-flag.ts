import { browser } from 'wxt/browser';

/** The red button's state, kept by the background. */
export const readStopped = async (): Promise<boolean> =>
  Boolean((await browser.storage.local.get('stopped'))['stopped']);

export function watchStopped(changed: (stopped: boolean) => void): () => void {
  const listener = (changes: object): void => {
    if ('stopped' in changes) void readStopped().then(changed);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
