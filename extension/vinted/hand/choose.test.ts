// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import type { Control } from '../selectors.ts';
import { handOf, show, sightOf } from '../testing/page-in-tests.ts';
import { close, type Closer, dropdown, open } from './choose.ts';

const control: Control = { kind: 'trigger', ways: [{ by: 'css', is: '#color' }], mounts: 'sometimes' };
const sight = sightOf(document);
const hand = handOf(document);

type Behaviour = { closes: 'done' | 'escape' | 'outside' | 'toggle'; deafFor?: number };

/** A drop-down as one of the variants has it (site.md §3.1). */
function fieldThat({ closes, deafFor = 0 }: Behaviour) {
  show(
    document,
    `<h1>Vends un article</h1>
     <div class="field"><input id="color" data-testid="color-select-dropdown-input" readonly><div id="panel" hidden>
       <div data-testid="color-select-dropdown-content"><div role="checkbox" id="color-1">Noir</div></div>
       ${closes === 'done' ? '<button id="done">Fait</button>' : ''}
     </div></div>`,
  );
  const trigger = document.querySelector<HTMLInputElement>('#color')!;
  const panel = document.querySelector<HTMLElement>('#panel')!;
  const shut = (): void => {
    if (!panel.hidden) trigger.value = 'Noir';
    panel.hidden = true;
  };
  let clicks = 0;
  trigger.addEventListener('click', () => {
    clicks += 1;
    if (clicks <= deafFor) return;
    if (panel.hidden) panel.hidden = false;
    else if (closes === 'toggle') shut();
  });
  document.querySelector('#done')?.addEventListener('click', shut);
  document.body.onkeydown = ({ key }) => void (key === 'Escape' && closes === 'escape' && shut());
  document.querySelector('h1')!.addEventListener('mousedown', () => void (closes === 'outside' && shut()));
  return { panel, clicks: () => clicks };
}

describe('opening', () => {
  it('takes one click', async () => {
    const { clicks } = fieldThat({ closes: 'done' });
    expect(await open(hand, dropdown(sight, control))).toBe(true);
    expect(clicks()).toBe(1);
  });

  it('leaves an open panel open: the trigger is a toggle', async () => {
    const { panel, clicks } = fieldThat({ closes: 'toggle' });
    panel.hidden = false;
    expect(await open(hand, dropdown(sight, control))).toBe(true);
    expect(clicks()).toBe(0);
  });

  it('is tried again where the first click was swallowed', async () => {
    const { clicks } = fieldThat({ closes: 'done', deafFor: 2 });
    expect(await open(hand, dropdown(sight, control))).toBe(true);
    expect(clicks()).toBe(3);
  });

  it('is given up where nothing opens it', async () => {
    fieldThat({ closes: 'done', deafFor: 99 });
    expect(await open(hand, dropdown(sight, control))).toBe(false);
  });

  it('ends where the field is gone', async () => {
    show(document, '');
    expect(await open(hand, dropdown(sight, control))).toBe(false);
  });
});

describe('closing', () => {
  it.each(['done', 'escape', 'outside', 'toggle'] as const)('by %s, and remembers it', async (closes) => {
    fieldThat({ closes });
    const field = dropdown(sight, control);
    const closer: Closer = { last: undefined };
    await open(hand, field);
    expect(await close(hand, sight, field, closer)).toBe(closes);
    expect(closer.last).toBe(closes);
    expect(field.value()).toBe('Noir');
  });

  it('is no work where it is closed', async () => {
    fieldThat({ closes: 'done' });
    expect(await close(hand, sight, dropdown(sight, control), { last: undefined })).toBeUndefined();
  });

  it('leaves out the ways that lost the choice before', async () => {
    fieldThat({ closes: 'escape' });
    const field = dropdown(sight, control);
    await open(hand, field);
    expect(await close(hand, sight, field, { last: undefined }, new Set(['escape']))).toBe(false);
  });
});
