import type { Wall, WallKind } from '../../../shared/wall.ts';
import { isLoginPage, isVerificationPage } from '../urls.ts';
import { buttonsCalled, languageOf, type Sight } from '../find.ts';
import { wordsFor } from '../labels.data.ts';
import { clip, normalise, textOf } from '../text.ts';
import { queryAll, queryOne } from '../query.ts';

/** Signs of refusal on a page or in an answer (site.md §8.5). A 403 is no logout. */

export const wallAt = (kind: WallKind, evidence: string, retryAfter: number | null = null): Wall => ({
  kind,
  evidence: clip(normalise(evidence), 500),
  retryAfter,
});

/** Words of Vinted's own pages, and of the pages that stand in for them. */
const says: readonly [WallKind, RegExp][] = [
  [
    'banned',
    /ton compte a été bloqué|le membre est bloqué|your account (has been|is|was) (blocked|banned|suspended)|dein konto wurde (gesperrt|blockiert)|tu cuenta ha sido (bloqueada|suspendida)|il tuo account è stato (bloccato|sospeso)|je account is geblokkeerd|twoje konto zostało zablokowane|a tua conta foi (bloqueada|suspensa)/i,
  ],
  [
    'restricted',
    /compte restreint|tu ne peux plus ajouter de nouveaux articles|account (is )?restricted|restricted until|can(no|')t (add|upload) new items|konto (ist )?eingeschränkt|cuenta restringida|account limitato|account (is )?beperkt|konto (zostało )?ograniczone|conta restrita/i,
  ],
  [
    'two-factor',
    /entity_2fa_required|code de vérification à 6|two-step verification|enter the (verification|6-digit) code|zwei-faktor|verificación en dos pasos|verifica in due passaggi|verificatie in twee stappen|weryfikacj[aię] dwuetapow|verificação em dois passos/i,
  ],
];

const challenges = [
  'iframe[src*="captcha-delivery"]',
  'iframe[src*="geo.captcha"]',
  'iframe[src*="challenges.cloudflare.com"]',
  '#cf-challenge-running',
  '#challenge-form',
  '#challenge-running',
  '.cf-turnstile',
].join(', ');
const challengeWords =
  /^.{0,400}?(are you a human|vérification que vous n|verifying (that )?you are|verify you are human|just a moment|un instant|nur einen moment|checking your browser)/is;
const deniedWords = /^.{0,400}?(access denied|error code:? 1020|you have been blocked)/is;
const brokenWords =
  /désolé, une erreur s.est produite|sorry, something went wrong|leider ist ein fehler aufgetreten|etwas ist schiefgelaufen|problème technique|technical problem|under maintenance|en maintenance|wartungsarbeiten|service unavailable|bad gateway|lo sentimos, (algo|ha)|si è verificato un errore|er is iets misgegaan|coś poszło nie tak|ocorreu um erro/i;

/** What the whole page says, before anything on it is trusted. `isVinted` = its own header or form is there. */
export function pageWall(sight: Sight, isVinted: boolean): Wall | null {
  const { document } = sight;
  const url = document.location.href;
  if (isVerificationPage(url)) return wallAt('verification', 'verification page');
  if (isLoginPage(url)) return wallAt('signed-out', 'login page');
  const challenge = queryAll(document, challenges).find((element) => sight.layout.shown(element));
  if (challenge) return wallAt('captcha', challenge.getAttribute('src') ?? challenge.id ?? challenge.className);
  const code = queryAll(document, codeFields).find((element) => sight.layout.shown(element));
  if (code) return wallAt('two-factor', saysAround(code));
  const banner = saidWall(sight);
  if (banner) return banner;
  return isVinted ? signedOut(sight) : foreignPage(document);
}

/** A dialog that asks for a code (site.md §8.5: code 146, a second factor for this listing), whatever its words. */
const codeFields = ['[autocomplete="one-time-code"]', 'input[name*="code" i]', 'input[id*="code" i]']
  .map((field) => `[role="dialog"] ${field}, [aria-modal="true"] ${field}`)
  .join(', ');
const saysAround = (field: Element): string =>
  textOf(field.closest('[role="dialog"], [aria-modal="true"]') ?? field) || 'a dialog asks for a code';

function foreignPage(document: Document): Wall | null {
  const text = `${document.title} ${document.body ? textOf(document.body) : ''}`;
  const scripted = queryOne(document, 'script[src*="captcha-delivery"], script[src*="challenge-platform"]') !== null;
  if (challengeWords.test(text) || scripted) return wallAt('captcha', text.slice(0, 120));
  if (queryOne(document, '.cf-error-details, #cf-error-details') || deniedWords.test(text)) {
    return wallAt('forbidden', text.slice(0, 120));
  }
  if (brokenWords.test(text)) return wallAt('site-error', text.slice(0, 120));
  return null;
}

/** Dialogs, banners and titles that name a sanction. The running text of a page (a listing, a message) is not asked. */
function saidWall({ document, layout }: Sight): Wall | null {
  const speaking =
    '[role="dialog"], [role="alertdialog"], [role="alert"], [class*="banner" i], [data-testid*="banner"], h1';
  const shown = queryAll(document, speaking).filter(
    (element) => layout.shown(element) && element.matches('h1') === (element.tagName === 'H1'),
  );
  for (const text of [document.title, ...shown.map(textOf)]) {
    const said = text.length < 1_500 ? says.find(([, words]) => words.test(text)) : undefined;
    if (said) return wallAt(said[0], text);
  }
  return null;
}

/** By where the header leads, then by what its buttons say. */
function signedOut({ document, layout }: Sight): Wall | null {
  if (queryOne(document, '[data-testid="user-menu-button"]')) return null;
  const shown = (element: Element): boolean => layout.shown(element);
  const words = wordsFor('signIn', languageOf(document));
  const links = queryAll(document, 'header a, a[href*="/member/signup"]');
  const toLogin = links.filter(
    (link) => link.closest('header') && isLoginPage(new URL(hrefOf(link), document.baseURI).href),
  );
  const called = links.filter((link) => words.includes(textOf(link)));
  const button = [...toLogin, ...called, ...buttonsCalled(document, words)].find(shown);
  return button ? wallAt('signed-out', textOf(button)) : null;
}

const hrefOf = (link: Element): string => {
  const href = link.getAttribute('href') ?? '';
  return URL.canParse(href, link.ownerDocument.baseURI) ? href : '';
};

/** Something went wrong on a page that is Vinted's own: told by its words, outside of a form that works. */
export const brokenPage = ({ document }: Sight): Wall | null =>
  document.body && brokenWords.test(textOf(document.body).slice(0, 3_000))
    ? wallAt('site-error', 'error text on the page')
    : null;
