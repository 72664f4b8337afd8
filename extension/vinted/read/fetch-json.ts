import { queryOne } from '../query.ts';

/** Reads of the JSON endpoints Vinted's own pages use: one at a time, with the headers the pages send (site.md §8.1). */
export type Answer = { status: number; retryAfter: number | null; body: unknown };
/** With `body` it is posted, as the pages do where a question is too long for an address. */
export type Read = (path: string, signal: AbortSignal, body?: object) => Promise<Answer>;

/** No answer came at all: the line is down, or the site is. It proves nothing about who is signed in. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

type Dependencies = { document: Document; fetch: typeof fetch; now: () => number };

const patience = 30_000;
/** Enough of a foreign HTML page to tell a wall by. */
const htmlKept = 4_000;

export function createRead(dependencies: Dependencies): Read {
  let last: Promise<unknown> = Promise.resolve();
  return (path, signal, body) => {
    const answer = last.then(() => readOnce(dependencies, path, signal, body));
    last = answer.catch(() => undefined);
    return answer;
  };
}

async function readOnce(
  { document, fetch, now }: Dependencies,
  path: string,
  signal: AbortSignal,
  body: object | undefined,
): Promise<Answer> {
  signal.throwIfAborted();
  try {
    const response = await fetch(path, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: { ...headersOf(document), ...(body ? { 'content-type': 'application/json' } : {}) },
      credentials: 'include',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    return { status: response.status, retryAfter: retryAfter(response, now), body: await bodyOf(response) };
  } catch (error) {
    signal.throwIfAborted();
    // Status 0 as in resource timing: no answer at all.
    return { status: 0, retryAfter: null, body: error instanceof Error ? error.message : null };
  }
}

export function headersOf(document: Document): Record<string, string> {
  const csrf = csrfToken(document);
  const anonId = /(?:^|;\s*)anon_id=([^;]+)/.exec(document.cookie)?.[1];
  return {
    accept: 'application/json',
    'x-money-object': 'true',
    'x-enable-multiple-size-groups': 'true',
    ...(document.documentElement.lang ? { locale: document.documentElement.lang } : {}),
    ...(csrf ? { 'x-csrf-token': csrf } : {}),
    ...(anonId ? { 'x-anon-id': anonId } : {}),
  };
}

/** In an inline script or the flight data, escaped or not; absent on some pages, then nothing is sent (site.md §8.1). */
export function csrfToken(document: Document): string | undefined {
  const token = /csrf_token\\*"?\s*[:=]\s*\\*"([\w+/=-]{8,200})\\*"/i;
  for (const script of document.scripts) {
    const found = token.exec(script.textContent ?? '')?.[1];
    if (found) return found;
  }
  return queryOne(document, 'meta[name="csrf-token"]')?.getAttribute('content') ?? undefined;
}

/** JSON whatever the content type says; Vinted sends HTML as JSON and the other way round (site.md §8.5). */
export async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text.slice(0, htmlKept);
  }
}

/** Milliseconds; the header holds seconds or a date. */
export function retryAfter(response: Response, now: () => number): number | null {
  const header = response.headers.get('retry-after');
  if (!header) return null;
  const seconds = Number(header);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now();
  return Number.isFinite(milliseconds) ? Math.max(0, Math.round(milliseconds)) : null;
}
