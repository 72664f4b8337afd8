/** Where the analysis meets the real clock, network and settings; for the dashboard and for the background alike. */
import { backendAt, type Backend } from '../../api/backend.ts';
import { deviceTokens } from '../../db/device-tokens.ts';
import { readSettings } from '../../db/settings.ts';
import { workshop } from '../../db/stores.ts';
import type { SuggestDeps } from '../../features/suggest/suggest-deps.ts';
import { resolveCategory } from '../../../shared/catalog/resolve-category.ts';

declare const __BACKEND_URL__: string;
export const defaultBackend: string = __BACKEND_URL__;

export const backend: Backend = backendAt({
  fetch: (address, init) => fetch(address, init),
  address: async () => (await readSettings()).backendUrl ?? defaultBackend,
  tokens: deviceTokens,
  timeout: (ms) => AbortSignal.timeout(ms),
});

/** `queue` waits for another runner of the same intake; the background would rather look again at its next alarm. */
export const suggestDeps = (readCatalog: SuggestDeps['readCatalog'], queue: boolean): SuggestDeps => ({
  workshop,
  backend,
  settings: readSettings,
  resolve: resolveCategory,
  readCatalog,
  alone: (name, run) =>
    navigator.locks.request(name, { ifAvailable: !queue }, async (lock) => {
      if (lock) await run();
      return lock !== null;
    }),
  wait,
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
});

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
