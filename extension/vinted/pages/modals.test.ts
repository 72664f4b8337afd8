// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { show, sightOf } from '../testing/page-in-tests.ts';
import { dismiss, messageDialog, refuseCookies, saysOf } from './modals.ts';

const sight = sightOf(document);
const dialog = (inside: string, attributes = ''): string => `<div role="dialog" ${attributes}>${inside}</div>`;
/** Shows a page and tells which button is pressed. */
function pressedBy(html: string, act: () => boolean): string | false {
  show(document, html);
  let pressed = '';
  document.body.addEventListener('click', ({ target }) => (pressed = (target as Element).id), { once: true });
  return act() && pressed;
}
const dismissed = (html: string): string | false =>
  pressedBy(html, () => {
    const message = messageDialog(sight);
    return message !== undefined && dismiss(sight, message);
  });

describe('a message', () => {
  it.each([
    [
      'by its test id',
      '<button id="go">Ajouter des photos</button><button id="x" data-testid="modal-close">✕</button>',
    ],
    ['by its name', '<button id="go">Ajouter des photos</button><button id="x" aria-label="Fermer">✕</button>'],
    ['by what it says', '<button id="go">Ajouter des photos</button><button id="x">OK, fermer</button>'],
    ['as the only answer there is', '<button id="x">Bien reçu !</button>'],
  ])('is put away %s', (_name, inside) => expect(dismissed(dialog(inside))).toBe('x'));

  it('is never answered with a button that starts something', () =>
    expect(dismissed(dialog('<button id="buy">Booster</button><button id="go">Continuer</button>'))).toBe(false));

  it('is not left by its only link', () =>
    expect(dismissed(dialog('<a id="go" href="/users/verification">Vérifier</a>'))).toBe(false));

  it('is the uppermost one', () => {
    show(document, dialog('Premier') + dialog('Second'));
    expect(saysOf(messageDialog(sight)!)).toBe('Second');
  });
});

describe('no message', () => {
  it.each([
    ['a panel of choices', dialog('<div role="radio" id="condition-2">Très bon état</div>')],
    ['a panel with a search', dialog('<input type="search">')],
    ['one that is not seen', dialog('Rien', 'hidden')],
    ['the cookie banner', `<div id="onetrust-consent-sdk">${dialog('Cookies')}</div>`],
  ])('%s', (_name, html) => {
    show(document, html);
    expect(messageDialog(sight)).toBeUndefined();
  });
});

describe('the cookie banner', () => {
  const accept = '<button id="onetrust-accept-btn-handler">Accepter tous les cookies</button>';
  const banner = (more: string): string => `<div id="onetrust-consent-sdk">${accept}${more}</div>`;

  it('is refused by its known button', () =>
    expect(pressedBy(banner('<button id="onetrust-reject-all-handler">Non</button>'), () => refuseCookies(sight))).toBe(
      'onetrust-reject-all-handler',
    ));

  it('is refused by what the button says', () =>
    expect(pressedBy(banner('<button id="no">Cookies requis uniquement</button>'), () => refuseCookies(sight))).toBe(
      'no',
    ));

  it('is never accepted for the seller', () => expect(pressedBy(banner(''), () => refuseCookies(sight))).toBe(false));
});
