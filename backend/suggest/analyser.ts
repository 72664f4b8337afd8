import type { AnalyzeOptions, PhotoKind } from '../../shared/bulk.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Suggestion } from '../../shared/suggestion.ts';

export type ItemPhoto = { hash: string; bytes: Uint8Array };

/** `cost` in millionths of a US dollar, null when no price is known. */
export type Usage = { inputTokens: number; outputTokens: number; cost: number | null };

export type Analysis = { suggestion: Suggestion; usage: Usage; kinds: PhotoKind[] };

/** Turns the photos of one item into a suggestion. Two exist: a vision model and the built-in one. */
export interface Analyser {
  kind: 'model' | 'built-in';
  /** Host photos are sent to, null when they stay here. */
  provider: string | null;
  /** Throws `AnalysisError` for everything expected: refusal, truncation, rate limit, time-out, unreadable photo. */
  analyse(photos: ItemPhoto[], options: AnalyzeOptions, signal: AbortSignal): Promise<Analysis>;
  close(): Promise<void>;
}

/** An analysis that gave no suggestion. `retry` = worth asking again after `failure.retryAfter` ms; `usage` = spent on it. */
export class AnalysisError extends Error {
  override name = 'AnalysisError';
  readonly failure: Failure;
  readonly retry: boolean;
  readonly usage: Usage | null;

  constructor(failure: Failure, retry: boolean, usage: Usage | null = null) {
    super(failure.message);
    this.failure = failure;
    this.retry = retry;
    this.usage = usage;
  }
}
