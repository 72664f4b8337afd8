import type { ContentfulStatusCode } from 'hono/utils/http-status';

import type { PhotoFailureCode, RequestFailureCode } from '../../shared/backend-failures.ts';
import type { Failure } from '../../shared/failure.ts';

export const statusOf = {
  'bad-request': 400,
  'invalid-input': 400,
  unauthorized: 401,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422,
  'rate-limited': 429,
  unexpected: 500,
  unavailable: 503,
  'storage-full': 507,
  'photo-empty': 422,
  'photo-unsupported': 422,
  'photo-damaged': 422,
  'photo-too-big': 413,
  'photo-too-many-pixels': 422,
  'photo-bad-size': 422,
  'photo-animated': 422,
  'photo-not-listed': 422,
  'too-many-photos': 413,
  'no-photos': 400,
} as const satisfies Record<RequestFailureCode | PhotoFailureCode, ContentfulStatusCode>;

export type RefusalCode = keyof typeof statusOf;

/** A request that is answered with a failure: thrown anywhere below a route, turned into the answer in one place. */
export class Refused extends Error {
  override name = 'Refused';
  readonly failure: Failure;
  readonly status: ContentfulStatusCode;

  constructor(code: RefusalCode, message: string, more: { field?: string; retryAfter?: number } = {}) {
    super(message);
    this.failure = { code, message, ...more };
    this.status = statusOf[code];
  }
}
