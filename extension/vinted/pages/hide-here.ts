import type { ActResult } from '../../../shared/page-results.ts';
import { bodyOf, headersOf, retryAfter } from '../read/fetch-json.ts';
import { wallOf } from '../read/wall-of.ts';

type Parts = { document: Document; fetch: typeof fetch; now: () => number; signal: AbortSignal };

const patience = 30_000;

/**
 * The call the site's own *Hide* button makes, from the page that is open (site.md §8.3): a form that is filled stays as it is.
 * Without the page's own token nothing is sent.
 */
export async function hideHere(parts: Parts, itemId: string, hidden: boolean): Promise<ActResult> {
  const { document, fetch, now, signal } = parts;
  const headers = headersOf(document);
  if (!headers['x-csrf-token'] || !headers['x-anon-id'])
    return { is: 'refused', why: 'This page carries no token to write with.' };
  signal.throwIfAborted();
  let response: Response;
  try {
    response = await fetch(`/api/v2/items/${itemId}/is_hidden`, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ is_hidden: hidden }),
      credentials: 'include',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
  } catch {
    return { is: 'unclear', why: 'No answer came.' };
  }
  if (response.ok) return { is: 'done', why: '' };
  const wall = wallOf(response.status, await bodyOf(response).catch(() => null), retryAfter(response, now));
  const is = response.status >= 500 ? 'unclear' : 'refused';
  return { is, why: `answer ${response.status}`, ...(wall ? { wall } : {}) };
}
