/** What went wrong, in a seller's words. Owns the translation of stable failure codes; knows nothing of where they arise. */
import { i18n } from '#i18n';

const failureCodes = [
  'unexpected',
  'needs-real-click',
  'rejected-field',
  'field-differs',
  'photo-upload-failed',
  'no-member',
  'wrong-member',
  'unsettled',
  'draft-incomplete',
  'photo-missing',
  'tab-closed',
  'no-answer',
  'offline',
  'timed-out',
  'stopped',
  'over-ceiling',
  'bad-message',
  'keeps-failing',
  'extension-updated',
  'draft-gone',
  'draft-analysing',
  'already-published',
  'already-queued',
  'copy-incomplete',
  'act-refused',
  'listing-sold',
  'other-form',
  'price-changed',
  'synced-lately',
  'nothing-to-undo',
  'stale-step',
  'site-answer',
  'review',
  'relist-stopped',
  'listing-gone',
  'too-soon',
  'copy-gone',
  'both-sold',
  'copy-lost',
  'field-not-offered',
  'field-demanded',
  'backup-gone',
  'still-online',
  'price-unknown',
  'price-same',
  'price-not-taken',
  'below-minimum',
  'listing-live',
  'listing-active',
  'listing-hidden',
  'listing-reserved',
  'listing-in-talks',
  'listing-under-review',
  'listing-changed',
  'listing-draft',
  'listing-closed',
  'copy-differs',
  'old-reserved',
  'old-changed',
  'old-gone',
  'old-under-review',
  'old-in-talks',
  'bad-request',
  'invalid-input',
  'method-not-allowed',
  'unsupported-media-type',
  'idempotency-key-reused',
  'conflict',
  'photo-empty',
  'photo-too-big',
  'photo-too-many-pixels',
  'photo-bad-size',
  'photo-animated',
  'photo-heic',
  'photo-document',
  'photo-drawing',
  'photo-video',
  'photo-unreadable',
  'photo-twice',
  'unreadable-photo',
  'too-many-photos',
  'no-photos',
  'interrupted',
  'backend-off',
  'backend-slow',
  'backend-broken',
  'backend-version',
  'unauthorized',
  'rate-limited',
  'unavailable',
  'storage-full',
  'consent-needed',
  'not-found',
  'missed',
  'rule-proposes',
  'photo-not-listed',
  'photo-damaged',
  'photo-unsupported',
  'body-too-large',
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
  'analysis-cancelled',
  'photos-expired',
] as const;

const wallKinds = [
  'signed-out',
  'captcha',
  'forbidden',
  'too-many-requests',
  'restricted',
  'banned',
  'verification',
  'two-factor',
  'wrong-member',
  'unknown-layout',
  'site-error',
] as const;

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

const camel = <S extends string>(code: S): Camel<S> =>
  // `replace` cannot tell the type checker what it makes of a literal.
  code.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) as Camel<S>;

const find = <S extends string>(known: readonly S[], code: string): S | undefined => known.find((one) => one === code);

/** Words for a failure code; a code nobody knows yet keeps its plain message, so that nothing is hidden. */
export function failureWords(code: string, message: string): string {
  const failure = find(failureCodes, code);
  if (failure) return i18n.t(`failure.${camel(failure)}`);
  const wall = find(wallKinds, code.replace(/^wall-/, ''));
  if (wall) return wallWords(wall);
  return message ? `${i18n.t('failure.unexpected')} ${message}` : i18n.t('failure.unexpected');
}

/** Why an account is paused and what re-arms it. */
export function wallWords(kind: string): string {
  const known = find(wallKinds, kind);
  return known ? i18n.t(`wall.${camel(known)}`) : i18n.t('wall.siteError');
}
