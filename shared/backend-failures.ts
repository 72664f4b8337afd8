/** Every `code` the backend answers with (docs/backend.md says when); the UI has words for each. */
export const requestFailureCodes = [
  'bad-request',
  'invalid-input',
  'unauthorized',
  'not-found',
  'method-not-allowed',
  'unsupported-media-type',
  'body-too-large',
  'idempotency-key-reused',
  'conflict',
  'rate-limited',
  'storage-full',
  'unavailable',
  'unexpected',
] as const;
export type RequestFailureCode = (typeof requestFailureCodes)[number];

/** Why one photo was refused; `field` is its hash. Nothing else of the upload is lost. */
export const photoFailureCodes = [
  'photo-empty',
  'photo-unsupported',
  'photo-damaged',
  'photo-too-big',
  'photo-too-many-pixels',
  'photo-bad-size',
  'photo-animated',
  'photo-not-listed',
  'too-many-photos',
  'no-photos',
] as const;
export type PhotoFailureCode = (typeof photoFailureCodes)[number];

/** Why one item has no suggestion. */
export const analysisFailureCodes = [
  'analysis-refused',
  'analysis-filtered',
  'analysis-truncated',
  'analysis-empty-answer',
  'analysis-invalid-answer',
  'analysis-unsafe-answer',
  'analysis-key-invalid',
  'analysis-quota',
  'analysis-rate-limited',
  'analysis-rejected',
  'analysis-provider-error',
  'analysis-unreachable',
  'analysis-timeout',
  'analysis-failed',
  'photos-expired',
] as const;
export type AnalysisFailureCode = (typeof analysisFailureCodes)[number];
