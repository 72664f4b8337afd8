import { BackendError } from '../../api/backend-error.ts';
import type { Backend } from '../../api/backend.ts';
import type { Capabilities } from '../../../shared/bulk.ts';
import type { Failure } from '../../../shared/failure.ts';

export type BackendCheck =
  | { is: 'fits'; address: string; capabilities: Capabilities }
  | { is: 'no-address' | 'not-secure' | 'no-permission' }
  | { is: 'failed'; failure: Failure };

type CheckDeps = {
  capabilities: Backend['capabilities'];
  /** Asks the browser, and so the seller, for this host. Must be called straight from the click. */
  permit(pattern: string): Promise<boolean>;
};

const isLocal = (host: string): boolean => host === 'localhost' || host === '127.0.0.1' || host === '[::1]';

/** An address as a person types it: `example.org`, with or without scheme, path or slash. Null = not an address. */
export function readAddress(text: string): URL | null {
  const trimmed = text.trim();
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(trimmed);
  const url = URL.parse(/^[a-z]+:\/\//i.test(trimmed) ? trimmed : `${local ? 'http' : 'https'}://${trimmed}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || !url.hostname) return null;
  return url;
}

/** Tries a backend before it is saved: its host is allowed, it answers, and it is one of ours. */
export async function checkBackend(deps: CheckDeps, text: string, signal: AbortSignal): Promise<BackendCheck> {
  const url = readAddress(text);
  if (!url) return { is: 'no-address' };
  // Photos and the device token travel there: in the clear only inside this machine.
  if (url.protocol === 'http:' && !isLocal(url.hostname)) return { is: 'not-secure' };
  if (!(await deps.permit(`${url.protocol}//${url.hostname}/*`))) return { is: 'no-permission' };
  const address = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  try {
    return { is: 'fits', address, capabilities: await deps.capabilities(signal, address) };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { is: 'failed', failure: error.failure };
  }
}
