import type { ProbeResult } from '../../../shared/page-results.ts';
import type { Wall } from '../../../shared/wall.ts';
import type { Answer } from '../read/fetch-json.ts';
import { wallOf } from '../read/wall-of.ts';
import { wallAt } from './walls.ts';
import { queryOne } from '../query.ts';

export type Member = NonNullable<ProbeResult['member']>;
type Found = { member: Member | null; wall: Wall | null };

/** Who is signed in: the site's own answer, checked against what the page shows (reliability.md §3.5.9). */
export function memberFrom(answer: Answer, document: Document): Found {
  const user = userOf(answer.body);
  if (!user) return { member: null, wall: noMember(answer) };
  const sanction = sanctionOf(user);
  if (sanction) return { member: null, wall: sanction };
  const id = typeof user.id === 'number' || typeof user.id === 'string' ? String(user.id) : '';
  const login = typeof user.login === 'string' ? user.login : '';
  // An anonymous session may answer 200 without a login (site.md §8.2).
  if (!/^\d{1,15}$/.test(id) || login === '')
    return { member: null, wall: wallAt('signed-out', 'users/current names nobody') };
  const other = otherMember(document, { id, login });
  return other
    ? { member: null, wall: wallAt('wrong-member', other) }
    : { member: { id, login: login.slice(0, 100) }, wall: null };
}

type User = Record<string, unknown>;

function userOf(body: unknown): User | undefined {
  const user = typeof body === 'object' && body !== null && 'user' in body ? body.user : undefined;
  return typeof user === 'object' && user !== null ? { ...user } : undefined;
}

/** Not to be asked is not signed out: a refusal stays the refusal it is. */
const noMember = ({ status, body, retryAfter }: Answer): Wall | null =>
  wallOf(status, body, retryAfter) ??
  (status === 200
    ? wallAt('signed-out', 'users/current names nobody')
    : wallAt('site-error', `users/current answered ${status}`));

function sanctionOf(user: User): Wall | null {
  if (user.is_account_banned === true) return wallAt('banned', 'is_account_banned');
  const restricted = [user.isListingRestricted, user.isSellingRestricted, user.is_listing_restricted].includes(true);
  const action = user.action_restriction;
  const acts =
    typeof action === 'string' ? action !== '' && action !== 'none' : typeof action === 'object' && action !== null;
  return restricted || acts ? wallAt('restricted', 'action_restriction') : null;
}

/** The second place: the menu's picture, else the page's own data. Says who else the page is of, if anybody. */
function otherMember(document: Document, { id, login }: Member): string | undefined {
  const shown = queryOne(document, '[data-testid="user-menu-button"] img[alt]')?.getAttribute('alt')?.trim() ?? '';
  const isLogin = /^[\w.-]{3,}$/u.test(shown) && !/^(avatar|user|profile|profil|photo|image)$/i.test(shown);
  if (!isLogin || shown.toLowerCase() === login.toLowerCase()) return undefined;
  return namesMember(document, { id, login }) ? undefined : 'the page shows another member than the session';
}

function namesMember(document: Document, { id, login }: Member): boolean {
  const own = new RegExp(`\\\\*"login\\\\*":\\\\*"${login.replace(/[^\w-]/g, '.')}\\\\*"`);
  const settings = queryOne(document, 'a[href="/settings/profile"]') && queryOne(document, `a[href*="/member/${id}"]`);
  return settings !== null || [...document.scripts].some((script) => own.test(script.textContent ?? ''));
}
