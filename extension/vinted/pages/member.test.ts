// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';

import { show } from '../testing/page-in-tests.ts';
import { memberFrom } from './member.ts';

const answer = (body: unknown, status = 200, retryAfter: number | null = null) => ({ status, body, retryAfter });
const camille = { id: 101, login: 'camille_d' };
const menu = (alt: string): string => `<button data-testid="user-menu-button"><img alt="${alt}"></button>`;

beforeEach(() => show(document, menu('camille_d')));

describe('the member', () => {
  it('is who the site says, where the page says the same', () =>
    expect(memberFrom(answer({ user: camille }), document)).toEqual({
      member: { id: '101', login: 'camille_d' },
      wall: null,
    }));

  it('may have an id that is text', () =>
    expect(memberFrom(answer({ user: { ...camille, id: '101' } }), document).member?.id).toBe('101'));

  it.each(['', 'Avatar', 'Profil', 'Photo de profil'])('is not doubted for a picture called “%s”', (alt) => {
    show(document, menu(alt));
    expect(memberFrom(answer({ user: camille }), document).wall).toBeNull();
  });

  it('is not trusted where the page is of another', () => {
    show(document, menu('jonas.k'));
    expect(memberFrom(answer({ user: camille }), document)).toMatchObject({
      member: null,
      wall: { kind: 'wrong-member' },
    });
  });

  it('is trusted where the page names them beside an old picture', () => {
    show(document, `${menu('old_name')}<a href="/settings/profile"></a><a href="/member/101-camille_d"></a>`);
    expect(memberFrom(answer({ user: camille }), document).member?.id).toBe('101');
  });
});

describe('nobody', () => {
  it.each([
    ['an anonymous answer', answer({ user: { id: 5, login: null } }), 'signed-out'],
    ['an empty answer', answer({}), 'signed-out'],
    ['401', answer({ code: 100 }, 401), 'signed-out'],
    ['403, which is no logout', answer({ code: 106, message_code: 'access_denied' }, 403), 'forbidden'],
    ['a challenge', answer({ url: 'https://geo.captcha-delivery.com/captcha/?x=1' }, 403), 'captcha'],
    ['a 404 in HTML', answer('<!DOCTYPE html>', 404), 'site-error'],
  ])('%s', (_name, given, kind) => expect(memberFrom(given, document)).toMatchObject({ member: null, wall: { kind } }));

  it('who asked too often is told when to come back', () =>
    expect(memberFrom(answer({}, 429, 90), document).wall).toMatchObject({
      kind: 'too-many-requests',
      retryAfter: 90,
    }));
});

describe('a sanction', () => {
  it.each([
    ['banned', { is_account_banned: true }, 'banned'],
    ['restricted', { action_restriction: { until: '2026-12-01' } }, 'restricted'],
    ['restricted in one word', { action_restriction: 'listing' }, 'restricted'],
    ['restricted from listing', { isListingRestricted: true }, 'restricted'],
  ])('%s', (_name, said, kind) =>
    expect(memberFrom(answer({ user: { ...camille, ...said } }), document)).toMatchObject({
      member: null,
      wall: { kind },
    }),
  );

  it.each([{ action_restriction: null }, { action_restriction: 'none' }, { is_account_banned: false }])(
    'is none: %o',
    (said) => expect(memberFrom(answer({ user: { ...camille, ...said } }), document).wall).toBeNull(),
  );
});
