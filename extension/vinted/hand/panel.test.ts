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
