import type { Failure } from '../../shared/failure.ts';

/** Thrown on the asking side when the other side answered with a failure, or did not answer at all. */
export class MessageError extends Error {
  override name = 'MessageError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Whether the site or the whole net could not be reached, as told by who asked, or by the browser. */
export const isOffline = (error: unknown): boolean =>
  (error instanceof MessageError && error.failure.code === 'offline') || navigator.onLine === false;

/** Any thrown value as a failure that may cross a border: nothing of a stack, nothing unbounded. */
export function toFailure(error: unknown): Failure {
  if (error instanceof MessageError) return error.failure;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'unexpected', message: message.slice(0, 2_000) };
}
