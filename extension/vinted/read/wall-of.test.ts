import { expect, it } from 'vitest';

import { wallOf } from './wall-of.ts';

it.each([
  [401, { code: 100, message_code: 'invalid_authentication_token' }, 'signed-out'],
  [403, { code: 21, message_code: 'user_login_required' }, 'signed-out'],
  [403, { code: 106, message_code: 'access_denied' }, 'forbidden'],
  [429, { code: 106, message_code: 'rate_limit_exceeded' }, 'too-many-requests'],
  [403, { url: 'https://geo.captcha-delivery.com/captcha/?x' }, 'captcha'],
  [403, '<html><title>Just a moment...</title>', 'captcha'],
  [400, { code: 146, message_code: 'entity_2fa_required' }, 'two-factor'],
  [403, { code: 115 }, 'verification'],
  [403, { code: 168 }, 'verification'],
  [503, '<html>maintenance', 'site-error'],
  [200, '<html><h1>Nous sommes en maintenance</h1>', 'site-error'],
  [403, { code: 106, message_code: 'listing_restricted' }, 'restricted'],
  [403, '<html>no', 'forbidden'],
] as const)('%s %o is %s', (status, body, kind) => expect(wallOf(status, body)?.kind).toBe(kind));

it.each([
  [200, { items: [] }],
  [404, { code: 104, message_code: 'not_found' }],
  [400, { code: 99, message_code: 'validation_error', errors: [] }],
])('%s is no refusal', (status, body) => expect(wallOf(status, body)).toBeNull());

it('hands on how long the site asks to wait, and no text of the page', () => {
  const wall = wallOf(429, { code: 106, message: 'camille_d' }, 30_000);
  expect(wall).toEqual({ kind: 'too-many-requests', evidence: 'answer 429 106', retryAfter: 30_000 });
});
