// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { show, sightOf } from '../testing/page-in-tests.ts';
import { probe } from './probe.ts';

const member = { status: 200, retryAfter: null, body: { user: { id: 101, login: 'camille_d' } } };
const header = '<header><button data-testid="user-menu-button"><img alt="camille_d"></button></header>';
const form = `
  <input type="file" name="photos" multiple>
  <label for="title">Titre</label><input id="title">
  <label for="description">Décris ton article</label><textarea id="description"></textarea>
  <input id="category" readonly>
  <button type="button">Ajouter</button>`;

type Page = { at?: string; html: string; title?: string; answer?: typeof member | { status: number; body: unknown } };

function look({ at = '/items/new', html, title = '', answer = member }: Page) {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`https://www.vinted.fr${at}`);
  show(document, html);
  document.title = title;
  return probe({
    sight: sightOf(document),
    read: () => Promise.resolve({ retryAfter: null, ...answer }),
    signal: new AbortController().signal,
    formBudget: 50,
  });
}

it('a dialog that asks for a code is a second factor, whatever it says', async () => {
  const dialog = '<div role="dialog"><p>Un instant…</p><input name="verification_code" inputmode="numeric"></div>';
  expect((await look({ html: header + form + dialog })).wall).toMatchObject({ kind: 'two-factor' });
});

describe('a page that is well', () => {
  it('the form, told by its ids and labels alone', async () =>
    expect(await look({ html: header + form })).toEqual({
      page: 'sell',
      url: 'https://www.vinted.fr/items/new',
      language: 'fr',
      member: { id: '101', login: 'camille_d' },
      wall: null,
    }));

  it('a form that mounts a moment later', async () => {
    const looking = look({ html: header });
    document.body.insertAdjacentHTML('beforeend', form);
    expect((await looking).wall).toBeNull();
  });

  it.each([
    ['/', 'home'],
    ['/member/101', 'wardrobe'],
    ['/items/7-robe', 'item'],
    ['/inbox', 'inbox'],
    ['/help/1-a', 'other'],
  ])('%s', async (at, page) => expect(await look({ at, html: header })).toMatchObject({ page, wall: null }));

  it('a listing whose text names a sanction or an error', async () =>
    expect(
      (await look({ at: '/items/7', html: `${header}<p>Compte restreint. Désolé, une erreur s'est produite.</p>` }))
        .wall,
    ).toBeNull());
});

it("no answer about who is signed in is nobody's refusal", async () => {
  await expect(look({ html: header + form, answer: { status: 0, body: null } })).rejects.toThrow(
    'could not be reached',
  );
});

describe('a wall', () => {
  it.each<[string, Page, string]>([
    ['a form that lacks its parts', { html: `${header}<input id="title">` }, 'unknown-layout'],
    ['an error instead of the form', { html: `${header}<h1>Désolé, une erreur s’est produite.</h1>` }, 'site-error'],
    ['the login page', { at: '/member/signup/select_type', html: '' }, 'signed-out'],
    [
      'a visit that is logged out',
      {
        at: '/',
        html: '<header class="web_ui__Navigation"><a href="/member/signup/select_type">Se connecter</a></header>',
      },
      'signed-out',
    ],
    ['the verification page', { at: '/users/verification', html: header }, 'verification'],
    [
      'a challenge over the form',
      { html: `${header}${form}<iframe src="https://geo.captcha-delivery.com/captcha/"></iframe>` },
      'captcha',
    ],
    ['a challenge instead of the page', { html: '<p>Just a moment...</p>', title: 'www.vinted.fr' }, 'captcha'],
    ['Cloudflare', { html: '<div class="cf-error-details">Error 1020</div>' }, 'forbidden'],
    ['a banned account', { html: header, title: 'Ton compte a été bloqué' }, 'banned'],
    [
      'a restricted account',
      { html: `${header}${form}<div role="dialog">Compte restreint jusqu'au 1 décembre</div>` },
      'restricted',
    ],
    [
      'nobody, by the site’s own answer',
      { html: header + form, answer: { status: 401, body: { code: 100 } } },
      'signed-out',
    ],
    ['a refusal', { html: header + form, answer: { status: 403, body: { code: 106 } } }, 'forbidden'],
  ])('%s', async (_name, page, kind) => {
    expect((await look(page)).wall?.kind).toBe(kind);
  });

  it('of an unknown form still says who is signed in', async () =>
    expect(await look({ html: `${header}<input id="title">` })).toMatchObject({
      member: { id: '101' },
      wall: { kind: 'unknown-layout' },
    }));

  it('that stands before any member names none', async () =>
    expect((await look({ at: '/member/login', html: '' })).member).toBeNull());
});
