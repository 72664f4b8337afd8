import type { Fault } from '../switches.ts';
import { cloudflarePage, dataDomePage, maintenancePage, plainPage, somethingWrongPage } from './walls.ts';
import { signedIn, type Ask, type Site } from './site.ts';

/** Answers of a refusing site (site.md §8.5), as JSON for calls and as HTML for documents. */
export const failure = (
  ask: Ask,
  status: 400 | 401 | 403 | 404 | 429 | 500,
  code: number,
  messageCode: string,
): Response =>
  ask.json({ code, message_code: messageCode, message: messageCode.replaceAll('_', ' '), errors: [] }, status);

export const notFound = (ask: Ask): Response => failure(ask, 404, 104, 'not_found');

/** The site also answers a retired call with a JSON content type and an HTML body. */
export const notFoundAsHtml = (ask: Ask): Response =>
  ask.body('<!DOCTYPE html><html><body>404</body></html>', 404, {
    'content-type': 'application/json',
  });

function rateLimit(ask: Ask, fault: Fault, now: number, isPage: boolean): Response {
  const after = fault.retryAfter ?? { seconds: 60 };
  if (after !== 'none') {
    const value = 'seconds' in after ? String(after.seconds) : new Date(now + after.dateIn * 1000).toUTCString();
    ask.header('retry-after', value);
  }
  return isPage ? ask.html(plainPage('Too Many Requests'), 429) : failure(ask, 429, 106, 'rate_limit_exceeded');
}

const verificationPath = '/users/verification';

function refusedPage(ask: Ask, fault: Fault, site: Site): Response | null {
  if (fault.is === 'forbidden') return ask.html(plainPage('Access denied'), 403);
  if (fault.is === 'rate-limit') return rateLimit(ask, fault, site.now(), true);
  if (fault.is === 'datadome') return ask.html(dataDomePage(), 403);
  // The page it leads to is there: no ring of redirects.
  if (fault.is === 'verification' && ask.req.path !== verificationPath) return ask.redirect(verificationPath);
  if (fault.is === 'cloudflare') return ask.html(cloudflarePage(), 403);
  if (fault.is === 'maintenance') return ask.html(maintenancePage(), 200);
  if (fault.is === 'something-went-wrong') return ask.html(somethingWrongPage(ask.var.market.language), 200);
  if (fault.is === 'server-error') return ask.html(plainPage('500'), 500);
  if (fault.is === 'not-found') return ask.html(plainPage('404'), 404);
  return null;
}

/** Losing the session is a change of state: every later request is logged out, too. */
function loseSession(ask: Ask, site: Site, isPage: boolean): Response {
  site.switches.signedInAs = null;
  if (isPage) return ask.redirect(`/member/signup/select_type?ref_url=${encodeURIComponent(ask.req.path)}`);
  return failure(ask, 401, 100, 'invalid_authentication_token');
}

function refusedCall(ask: Ask, fault: Fault, site: Site): Response | null {
  const until = 'https://geo.captcha-delivery.com/captcha/?initialCid=sandbox&t=fe';
  if (fault.is === 'forbidden') return failure(ask, 403, 106, 'access_denied');
  if (fault.is === 'rate-limit') return rateLimit(ask, fault, site.now(), false);
  if (fault.is === 'datadome') return ask.json({ url: until }, 403);
  if (fault.is === 'cloudflare') return ask.html(cloudflarePage(), 403);
  if (fault.is === 'restricted') return failure(ask, 403, 106, 'listing_restricted');
  if (fault.is === 'two-factor') return failure(ask, 400, 146, 'entity_2fa_required');
  if (fault.is === 'verification') return failure(ask, 403, fault.code ?? 115, 'verification_required');
  if (fault.is === 'server-error') return failure(ask, 500, 1, 'server_error');
  if (fault.is === 'maintenance') return ask.html(maintenancePage(), 200);
  if (fault.is === 'not-found') return notFoundAsHtml(ask);
  if (fault.is !== 'validation') return null;
  const value =
    fault.field === 'isbn'
      ? 'Numéro ISBN invalide. Vérifie à nouveau et réessaie'
      : 'Sélectionne une valeur pour continuer';
  const errors = [{ field: fault.field ?? 'base', value }];
  return ask.json({ code: 99, message_code: 'validation_error', errors }, 400);
}

/** `null` when the fault does not answer by itself (a cut connection, a delay). */
export function refusal(ask: Ask, fault: Fault, site: Site, isPage: boolean): Response | null {
  if (fault.is === 'session-lost') return loseSession(ask, site, isPage);
  return isPage ? refusedPage(ask, fault, site) : refusedCall(ask, fault, site);
}

/** A write needs a member and the token from the page; deleting and hiding also the `anon_id` cookie as a header (site.md §8.3). */
export function mayNotWrite(ask: Ask, site: Site, csrf: string, withAnonId = false): Response | null {
  const anonId = /(?:^|;\s*)anon_id=([^;]+)/.exec(ask.req.header('cookie') ?? '')?.[1];
  if (!signedIn(site)) return failure(ask, 401, 100, 'invalid_authentication_token');
  if (ask.req.header('x-csrf-token') !== csrf) return failure(ask, 403, 106, 'access_denied');
  if (withAnonId && (!anonId || ask.req.header('x-anon-id') !== anonId)) return failure(ask, 403, 106, 'access_denied');
  if (site.switches.banned || site.switches.restricted) return failure(ask, 403, 106, 'listing_restricted');
  return null;
}
