// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://www.vinted.fr/items/7-robe" }
import { beforeEach, describe, expect, it } from 'vitest';

import { handOf, show, sightOf } from '../../testing/page-in-tests.ts';
import type { Call } from '../traffic.ts';
import { actOnListing, type ItemPage, type OwnerAct } from './owner-acts.ts';

let calls: Call[] = [];
let heard: (() => void)[] = [];
let clicks: string[] = [];
let told: { status: number | null }[] = [];

const answer = (path: string, status: number): void => {
  calls.push({ path, status, start: 1, end: 2 });
  for (const hear of heard) hear();
};
const page = (): ItemPage => ({
  hand: handOf(document),
  sight: sightOf(document),
  traffic: {
    since: () => calls,
    now: () => 0,
    onCall: (hear) => {
      heard.push(hear);
      return () => (heard = heard.filter((one) => one !== hear));
    },
  },
  evidence: (seen) => told.push(seen),
});
const act = (what: OwnerAct, id = '7') => actOnListing(page(), id, what);

const buttons = (hide = 'Masquer') =>
  `<div class="u-mobiles-only" hidden><button data-testid="item-hide-button">${hide}</button><button data-testid="item-delete-button">Supprimer</button></div>
   <button data-testid="item-bump-button">Booster</button><button data-testid="item-hide-button">${hide}</button>
   <button data-testid="item-delete-button">Supprimer</button>`;
const dialog =
  '<div role="dialog"><button data-testid="item-delete-confirmation-button">Confirmer et supprimer</button></div>';

beforeEach(() => {
  [calls, heard, clicks, told] = [[], [], [], []];
  show(document, buttons());
});

function onClick(react: (name: string) => void): void {
  document.body.onclick = ({ target }) => {
    const name = (target as Element).getAttribute('data-testid') ?? '';
    clicks.push(name);
    react(name);
  };
}

describe('hiding', () => {
  it('presses the visible button once and reports the answer before the page reloads', async () => {
    onClick(() => answer('/api/v2/items/7/is_hidden', 200));
    expect(await act('hide')).toEqual({ is: 'done', why: '' });
    expect(clicks).toEqual(['item-hide-button']);
    expect(told).toMatchObject([{ status: 200, itemId: null }]);
  });

  it('presses nothing when it is so already, or when its word is not known', async () => {
    onClick(() => undefined);
    expect(await act('unhide')).toMatchObject({ is: 'already' });
    show(document, buttons('Démasquer'));
    expect(await act('hide')).toMatchObject({ is: 'already' });
    show(document, buttons('Sichern'));
    expect(await act('hide')).toMatchObject({ is: 'refused' });
    expect(clicks).toEqual([]);
  });

  it.each([
    [403, 'forbidden'],
    [401, 'signed-out'],
    [429, 'too-many-requests'],
  ])('answered with %s is a wall', async (status, kind) => {
    onClick(() => answer('/api/v2/items/7/is_hidden', status));
    expect(await act('hide')).toMatchObject({ is: 'refused', wall: { kind } });
  });

  it('cut off is unclear', async () => {
    onClick(() => answer('/api/v2/items/7/is_hidden', 0));
    expect(await act('hide')).toMatchObject({ is: 'unclear' });
  });
});

describe('deleting', () => {
  const opening = (status: number) => (name: string) => {
    if (name === 'item-delete-button') document.body.append(document.createRange().createContextualFragment(dialog));
    if (name === 'item-delete-confirmation-button') answer('/api/v2/items/7/delete', status);
  };

  it('confirms in the dialog, once', async () => {
    onClick(opening(200));
    expect(await act('delete')).toEqual({ is: 'done', why: '' });
    expect(clicks).toEqual(['item-delete-button', 'item-delete-confirmation-button']);
  });

  it('of what is gone is no second deletion, and a refusal is one', async () => {
    onClick(opening(404));
    expect(await act('delete')).toMatchObject({ is: 'already' });
    show(document, buttons());
    calls = [];
    onClick(opening(400));
    expect(await act('delete')).toEqual({ is: 'refused', why: 'answer 400' });
  });

  it('where buttons are dead had no effect for certain', async () => {
    onClick(() => undefined);
    expect(await act('delete')).toMatchObject({ is: 'no-effect' });
    expect(clicks).not.toContain('item-delete-confirmation-button');
  });

  it('never happens on the page of another listing, nor over a wall', async () => {
    onClick(() => undefined);
    expect(await act('delete', '8')).toMatchObject({ is: 'refused' });
    show(document, `${buttons()}<div class="cf-turnstile">.</div>`);
    expect(await act('delete')).toMatchObject({ is: 'refused', wall: { kind: 'captcha' } });
    expect(clicks).toEqual([]);
  });
});
