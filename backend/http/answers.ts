import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';

import { failure } from '../../shared/failure.ts';
import { databaseErrorCode, diskFull } from '../db/transact.ts';
import type { Logger } from '../deps.ts';
import { Refused } from './refused.ts';

/** The one shape of every answer that is not a success. */
export const problem = z.strictObject({ failure });

export function answerRefusal(c: Context, refused: Refused): Response {
  const { failure: why, status } = refused;
  if (why.retryAfter !== undefined) c.header('Retry-After', String(Math.ceil(why.retryAfter / 1_000)));
  if (status === 401) c.header('WWW-Authenticate', 'Bearer');
  // A sender cut off in the middle of its body must not have the rest of it read as the next request.
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') c.header('Connection', 'close');
  return c.json({ failure: why }, status);
}

/** Whatever was thrown as an answer: nothing of a stack, a query or a value ever leaves. */
export function toRefused(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (error instanceof HTTPException) {
    if (error.status === 413) return new Refused('body-too-large', 'The request is too long.');
    return new Refused('bad-request', 'The request cannot be read.');
  }
  const code = databaseErrorCode(error);
  if (code === null) return null;
  if (code === diskFull || code === 'ENOSPC') return new Refused('storage-full', 'The server has no room left.');
  if (isOutage(code)) {
    return new Refused('unavailable', 'The server cannot reach its database. Try again soon.', { retryAfter: 5_000 });
  }
  return null;
}

const isOutage = (code: string): boolean =>
  /^(08|57P|53|40)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND'].includes(code);

export const answerError =
  (logger: Logger) =>
  (error: Error, c: Context): Response => {
    const refused = toRefused(error) ?? new Refused('unexpected', 'Something went wrong here. Nothing was lost.');
    if (refused.status >= 500) {
      const facts = {
        requestId: c.get('requestId') as string | undefined,
        error: error.name,
        code: refused.failure.code,
      };
      logger.error({ ...facts, where: firstOwnFrame(error) }, 'request failed');
    }
    return answerRefusal(c, refused);
  };

/** Where it broke, from the stack: file and line only, never the message, which may hold what was sent. */
function firstOwnFrame(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .find((line) => line.includes('/backend/') && !line.includes('node_modules'))
    ?.match(/backend\/[\w./-]+:\d+/)?.[0];
}
