// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { show, sightOf } from '../testing/page-in-tests.ts';
import { closeButton, doneButton, panelOf, panelState } from './panel.ts';

const sight = sightOf(document);
const trigger = (): Element => document.querySelector('#brand')!;
const testId = (id: string, inside = ''): string => `<div data-testid="brand-select-dropdown-${id}">${inside}</div>`;
const field = (around: string, attributes = 'data-testid="brand-select-dropdown-input"'): string =>
  `<div class="field"><label>Marque</label><input id="brand" readonly ${attributes}>${around}</div>
   <div class="field"><input id="price"></div>`;
const stateOf = (around: string, attributes?: string) => {
  show(document, field(around, attributes));
  return panelState(sight, trigger());
};
const row = '<div role="radio" id="brand-53">Nike</div>';

describe('a panel is open', () => {
  it.each([
    ['by its content', testId('content')],
    ['by the chevron', testId('chevron-up')],
    ['by its close button', testId('close-button')],
  ])('%s', (_name, around) => expect(stateOf(around)).toBe('open'));

  it('by what the trigger says', () => expect(stateOf('', 'aria-expanded="true"')).toBe('open'));

  it('by the choices in its own block, without any test id', () => expect(stateOf(row, '')).toBe('open'));

  it('by the list that the trigger controls, wherever it stands', () => {
    show(document, `${field('', 'aria-controls="list"')}<div id="list">…</div>`);
    expect(panelState(sight, trigger())).toBe('open');
    expect(panelOf(sight, trigger()).id).toBe('list');
  });
});

describe('a panel is closed', () => {
  it.each([
    ['with the chevron down', testId('chevron-down')],
    ['where its container stays behind, unseen', `<div hidden>${testId('content', row)}</div>`],
    ['where the block holds nothing to choose', '<div class="input-dropdown__content"></div>'],
  ])('%s', (_name, around) => expect(stateOf(around)).toBe('closed'));

  it('where only the next field shows choices', () => {
    show(document, `${field('', '')}<div><input id="color">${row}</div>`);
    expect(panelState(sight, trigger())).toBe('closed');
  });
});

it('is loading while its loader shows', () => expect(stateOf(testId('-loader'))).toBe('loading'));

describe('a dialog that floats apart from its field', () => {
  const fields = `<main><div><input id="brand" aria-label="Marque" readonly></div>
    <div><input id="color" aria-label="Couleur" readonly></div></main>`;
  const color = (): Element => document.querySelector('#color')!;
  const two = (one: string, other: string): string =>
    `<div role="radio" ${one}>A</div><div role="radio" ${other}>B</div>`;
  const states = (dialog: string) => {
    show(document, fields + dialog);
    return [panelState(sight, trigger()), panelState(sight, color())];
  };

  it('belongs to the field that its rows name', () => {
    const rows = two('id="color-1"', 'id="suggested-color-2"');
    expect(states(`<div role="dialog">${rows}</div>`)).toEqual(['closed', 'open']);
    expect(panelOf(sight, color()).getAttribute('role')).toBe('dialog');
  });

  it('belongs to the field it is named after', () =>
    expect(states(`<div role="dialog" aria-label="Marque">${two('', '')}</div>`)).toEqual(['open', 'closed']));

  it('is no panel where it has but one box to tick, or is inside the form', () => {
    expect(states('<div role="dialog"><input type="checkbox"> Ne plus afficher</div>')).toEqual(['closed', 'closed']);
    expect(states(`<div><input id="material"><div role="dialog">${two('', '')}</div></div>`)).toEqual([
      'closed',
      'closed',
    ]);
  });
});

describe('a block that stands at the end of the page', () => {
  const fields = `<main><form><label for="brand">Marque</label><input id="brand" readonly>
    <label for="sim_lock">SIM</label><input id="sim_lock" readonly><input id="price"></form></main>`;
  const states = (block: string) => {
    show(document, fields + block);
    return ['#brand', '#sim_lock'].map((id) => panelState(sight, document.querySelector(id)!));
  };

  it('belongs to the field that its rows name, within a wrapper or not', () => {
    const block = '<div><div id="brand-1" role="radio">A</div><div id="brand-2" role="radio">B</div></div>';
    expect(states(block)).toEqual(['open', 'closed']);
    expect(states(`<div>${block}</div>`)).toEqual(['open', 'closed']);
  });

  it('a named dialog is known before its rows came', () =>
    expect(states('<div><div role="dialog" aria-label="SIM">…</div></div>')).toEqual(['closed', 'open']));

  it('is no panel where it is the page’s frame or the cookie banner', () => {
    const boxes = '<input type="checkbox"><input type="checkbox">';
    expect(states(`<header>${boxes}</header><div id="onetrust-consent-sdk">${boxes}</div>`)).toEqual([
      'closed',
      'closed',
    ]);
  });
});

describe('the buttons of a panel', () => {
  it('Done is known by its test id or its word', () => {
    show(document, field(testId('content', row) + '<button id="done">Fait</button>'));
    expect(doneButton(sight, trigger())?.id).toBe('done');
    show(
      document,
      field(testId('content', row)) + '<button id="own" data-testid="input-dropdown-save-button">…</button>',
    );
    expect(doneButton(sight, trigger())?.id).toBe('own');
  });

  it('no other button counts as Done', () => {
    show(document, field(testId('content', `${row}<button>Ajouter</button>`)));
    expect(doneButton(sight, trigger())).toBeUndefined();
  });

  it('the close button is the field’s own', () => {
    const other = '<button data-testid="size-select-dropdown-close-button"></button>';
    show(
      document,
      field(testId('content', row) + '<button id="x" data-testid="brand-select-dropdown-close-button">✕</button>') +
        other,
    );
    expect(closeButton(sight, trigger())?.id).toBe('x');
  });
});
