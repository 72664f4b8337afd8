import type { Wall, WallKind } from '../../../shared/wall.ts';

/** What an answer of the API means (site.md §8.5); `null` = no refusal. */
export function wallOf(status: number, body: unknown, retryAfter: number | null = null): Wall | null {
  const kind = kindOf(status, body);
  return kind && { kind, evidence: `answer ${status}${codeText(body)}`, retryAfter };
}

const byCode: Readonly<Record<string, WallKind>> = {
  21: 'signed-out',
  100: 'signed-out',
  115: 'verification',
  146: 'two-factor',
  168: 'verification',
  user_login_required: 'signed-out',
  invalid_authentication_token: 'signed-out',
  entity_2fa_required: 'two-factor',
  listing_restricted: 'restricted',
  selling_restricted: 'restricted',
  account_restricted: 'restricted',
  account_banned: 'banned',
};

function kindOf(status: number, body: unknown): WallKind | null {
  if (isCaptcha(body)) return 'captcha';
  const [code, message] = codesOf(body);
  const known = byCode[String(code)] ?? byCode[String(message)];
  if (known && status >= 400) return known;
  if (status === 401) return 'signed-out';
  if (status === 429 || message === 'rate_limit_exceeded') return 'too-many-requests';
  if (status === 403) return 'forbidden';
  if (status >= 500 || (typeof body === 'string' && isMaintenance(body))) return 'site-error';
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Served in the place of an answer, with 200 too. */
const isMaintenance = (body: string): boolean =>
  /^\s*<[^]{0,600}?(maintenance|wartungsarbeiten|problème technique|technical problem)/i.test(body);

function isCaptcha(body: unknown): boolean {
  if (isObject(body)) return typeof body.url === 'string' && /captcha-delivery\.com|geo\.captcha/.test(body.url);
  if (typeof body !== 'string') return false;
  return /captcha-delivery\.com|geo\.captcha|just a moment|vérification que vous n|are you a human|cf-turnstile/i.test(
    body,
  );
}

const codesOf = (body: unknown): [unknown, unknown] => (isObject(body) ? [body.code, body.message_code] : [null, null]);

function codeText(body: unknown): string {
  const [code, message] = codesOf(body);
  return [code, message]
    .flatMap((part) => (typeof part === 'string' || typeof part === 'number' ? [` ${part}`] : []))
    .join('');
}
