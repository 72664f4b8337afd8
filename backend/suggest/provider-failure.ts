import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';

import type { AnalysisFailureCode } from '../../shared/backend-failures.ts';
import { AnalysisError } from './analyser.ts';
import type { Usage } from './analyser.ts';
import { AnswerTooLong } from './bounded-fetch.ts';

type Verdict = { code: AnalysisFailureCode; message: string; retry: boolean; retryAfter?: number };

export const analysisError = (
  { code, message, retry, retryAfter }: Verdict,
  usage: Usage | null = null,
): AnalysisError =>
  new AnalysisError(retryAfter === undefined ? { code, message } : { code, message, retryAfter }, retry, usage);

/** What went wrong between us and the provider, by what to do next. Nothing the provider wrote is repeated. */
export function providerFailure(error: unknown, now: number): Verdict | null {
  if (error instanceof APIUserAbortError) return null;
  if (error instanceof APIConnectionTimeoutError) {
    return { code: 'analysis-timeout', message: 'The AI provider did not answer in time.', retry: true };
  }
  if (error instanceof APIConnectionError) return connectionFailure(error);
  if (error instanceof APIError) return statusFailure(error as APIError, now);
  if (error instanceof SyntaxError) {
    return {
      code: 'analysis-invalid-answer',
      message: 'The AI provider sent something that is not JSON.',
      retry: true,
    };
  }
  return null;
}

function connectionFailure(error: APIConnectionError): Verdict {
  if (error.cause instanceof AnswerTooLong) {
    return { code: 'analysis-invalid-answer', message: 'The AI provider sent far too long an answer.', retry: true };
  }
  return { code: 'analysis-unreachable', message: 'The AI provider cannot be reached.', retry: true };
}

const verdicts: Record<number, Verdict> = {
  401: {
    code: 'analysis-key-invalid',
    message: 'The AI provider does not accept the key of this server.',
    retry: false,
  },
  403: { code: 'analysis-key-invalid', message: 'The AI provider does not let this server in.', retry: false },
  402: { code: 'analysis-quota', message: 'The budget at the AI provider is used up.', retry: false },
  404: { code: 'analysis-rejected', message: 'The AI provider does not know the configured model.', retry: false },
  408: { code: 'analysis-timeout', message: 'The AI provider did not answer in time.', retry: true },
  409: { code: 'analysis-provider-error', message: 'The AI provider is busy.', retry: true },
};

function statusFailure(error: APIError, now: number): Verdict {
  const status = error.status ?? 500;
  const waits = retryAfter(error.headers, now);
  if (status === 429) return tooMany(error, waits);
  const known = verdicts[status];
  if (known) return known;
  if (status >= 500) {
    return {
      code: 'analysis-provider-error',
      message: 'The AI provider has trouble of its own.',
      retry: true,
      ...waits,
    };
  }
  if (/content_(policy|filter)/.test(error.code ?? '')) {
    return {
      code: 'analysis-filtered',
      message: "The AI provider's filter did not let these photos through.",
      retry: false,
    };
  }
  return { code: 'analysis-rejected', message: 'The AI provider did not accept the request.', retry: false };
}

function tooMany(error: APIError, waits: { retryAfter?: number }): Verdict {
  if (
    error.code === 'insufficient_quota' ||
    error.type === 'insufficient_quota' ||
    error.code === 'billing_hard_limit_reached'
  ) {
    return { code: 'analysis-quota', message: 'The budget at the AI provider is used up.', retry: false };
  }
  return { code: 'analysis-rate-limited', message: 'The AI provider asks for a slower pace.', retry: true, ...waits };
}

const longestWait = 86_400_000;

/** `Retry-After` in milliseconds, seconds or as a date; garbage counts as absent. */
export function retryAfter(headers: Headers | undefined, now: number): { retryAfter?: number } {
  const exact = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  const plain = headers?.get('retry-after') ?? '';
  const seconds = /^\d{1,9}(\.\d+)?$/.test(plain.trim()) ? Number(plain) * 1_000 : Date.parse(plain) - now;
  const wait = exact >= 0 ? exact : seconds;
  return Number.isFinite(wait) ? { retryAfter: Math.round(Math.min(longestWait, Math.max(0, wait))) } : {};
}
