import type { Failure } from '../../shared/failure.ts';

/** The backend did not do it; `failure.code` says why (shared/backend-failures.ts and the codes of call-backend.ts). */
export class BackendError extends Error {
  override name = 'BackendError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** May be over by itself soon: the same question is worth asking again. */
export const isPassing = (error: unknown): error is BackendError =>
  error instanceof BackendError &&
  ['backend-off', 'backend-slow', 'unavailable', 'rate-limited'].includes(error.failure.code);

export const isBackendCode = (error: unknown, code: string): boolean =>
  error instanceof BackendError && error.failure.code === code;
