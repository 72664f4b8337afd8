import { browser } from 'wxt/browser';

/** What the background keeps in `storage.local` that only the popup shows. */
export type Stored = { stoppedSince: number | null; tryout: boolean; heartbeat: unknown };

export async function readStored(): Promise<Stored> {
  const stored = await browser.storage.local.get(['stopped', 'tryout', 'heartbeat']);
  const stopped: unknown = stored['stopped'];
  const since = typeof stopped === 'object' && stopped !== null && 'since' in stopped ? stopped.since : null;
  return {
    stoppedSince: typeof since === 'number' ? since : null,
    tryout: Boolean(stored['tryout']),
    heartbeat: stored['heartbeat'],
  };
}

export function watchStored(changed: (stored: Stored) => void): () => void {
  const listener = (): void => void readStored().then(changed);
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
