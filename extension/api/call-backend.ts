/** One request to the backend and its answer, every way it can fail told apart. Knows HTTP; knows no route. */
import * as z from 'zod';

import { failure } from '../../shared/failure.ts';
import { BackendError } from './backend-error.ts';

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;
export type Call = {
  address: string;
  method?: 'GET' | 'POST';
  token?: string;
  headers?: Record<string, string>;
  body?: FormData;
  /** Ends the call with `backend-slow`; a signal rather than a number, so that tests need no clock. */
  timeout: AbortSignal;
  signal: AbortSignal;
};

/** Far above any honest answer: 200 items with their suggestions are some 600 KB. */
const longestAnswer = 5 * 1024 * 1024;
const problem = z.object({ failure });

/** The answer's head; throws `BackendError` for everything that is not a success. */
export async function send(fetch: Fetch, call: Call): Promise<Response> {
  const response = await reach(fetch, call);
  if (response.ok) return response;
  const body = await readJson(response, call).catch(() => null);
  const told = problem.safeParse(body);
  if (told.success) throw new BackendError({ ...told.data.failure, ...retryAfterOf(response, told.data.failure) });
  throw strange(response.status === 404 ? 'backend-broken' : 'backend-off', `HTTP ${response.status} without a reason`);
}

/** Parses the answer by the contract; another shape means another version of the backend. */
export async function ask<T extends z.ZodType>(fetch: Fetch, call: Call, schema: T): Promise<z.infer<T>> {
  const parsed = schema.safeParse(await readJson(await send(fetch, call), call));
  if (parsed.success) return parsed.data;
  throw strange('backend-version', z.prettifyError(parsed.error));
}

async function reach(
  fetch: Fetch,
  { address, method = 'GET', token, headers, body, timeout, signal }: Call,
): Promise<Response> {
  try {
    return await fetch(address, {
      method,
      headers: { Accept: 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers },
      ...(body ? { body } : {}),
      signal: AbortSignal.any([signal, timeout]),
      // A backend that points elsewhere is not the one the seller chose (reliability.md B83).
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch (error) {
    throw unreachable(error, timeout, signal);
  }
}

/** The seller's own abort stays what it is; everything else is a backend that is off or slow. */
export function unreachable(error: unknown, timeout: AbortSignal, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (timeout.aborted) return strange('backend-slow', 'The backend did not answer in time.');
  return strange('backend-off', error instanceof Error ? error.message : String(error));
}

async function readJson(response: Response, { timeout, signal }: Call): Promise<unknown> {
  if (!/^application\/json\b/i.test(response.headers.get('content-type') ?? ''))
    throw strange('backend-broken', 'The answer is not from a VintedBot backend.');
  if (Number(response.headers.get('content-length') ?? 0) > longestAnswer)
    throw strange('backend-broken', 'The answer is too long.');
  const text = await response.text().catch((error: unknown) => {
    throw unreachable(error, timeout, signal);
  });
  try {
    return text.length > longestAnswer ? null : JSON.parse(text);
  } catch {
    throw strange('backend-broken', 'The answer is cut off or not JSON.');
  }
}

function retryAfterOf(response: Response, told: { retryAfter?: number | undefined }): { retryAfter?: number } {
  if (told.retryAfter !== undefined) return { retryAfter: told.retryAfter };
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfter: Math.min(seconds, 3_600) * 1_000 } : {};
}

const strange = (code: string, message: string): BackendError =>
  new BackendError({ code, message: message.slice(0, 2_000) });
