// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';

import { click } from './click.ts';
import { Refused, type Hand } from './hand.ts';
import { browserLayout } from './layout.ts';
import { instantPace } from './pacing.ts';

let real: HTMLButtonElement;
let clicked: string[];

function control(id: string, style = ''): HTMLButtonElement {
  const button = document.createElement('button');
  button.id = id;
  button.textContent = 'Upload';
  button.setAttribute('style', style);
  button.addEventListener('click', () => clicked.push(id));
  document.body.append(button);
  return button;
}

/** `onTop` is what a pointer would hit at the centre of the real control. */
function hand(onTop: Element[], unblock: Hand['unblock'] = async () => false): Hand {
  document.elementsFromPoint = () => [...onTop, real];
  document.elementFromPoint = () => onTop[0] ?? real;
  const layout = browserLayout(document);
  return { document, signal: new AbortController().signal, pace: instantPace, layout, budgets: [10], unblock };
}

/** Over the real one, but no part of the row it stands in. */
function lookAlike(style: string): Element {
  const over = document.createElement('div');
  const fake = control('fake', style);
  over.append(fake);
  document.body.append(over);
  return fake;
}

beforeEach(() => {
  document.body.replaceChildren();
  clicked = [];
  real = control('real');
});

describe('a click', () => {
  it('reaches the control that was found', async () => {
    await click(hand([]), real);
    expect(clicked).toEqual(['real']);
  });

  it.each([
    ['', 'as large'],
    ['opacity: 0', 'transparent'],
    ['width: 1px; height: 1px', 'of one pixel'],
  ])('is not made when a look-alike lies over the control (%s)', async (style) => {
    await expect(click(hand([lookAlike(style)]), real)).rejects.toThrow(Refused);
    expect(clicked).toEqual([]);
  });

  it('goes past our own panel, whose page below it is reached', async () => {
    const own = document.createElement('vintedbot-panel');
    document.body.append(own);
    await click(hand([own]), real);
    expect(clicked).toEqual(['real']);
  });

  it('is made once what lay over the control was put away', async () => {
    const cover = [lookAlike('')];
    const clear = async (): Promise<boolean> => cover.pop() !== undefined;
    const own = hand([]);
    document.elementsFromPoint = () => [...cover, real];
    await click({ ...own, unblock: clear }, real);
    expect(clicked).toEqual(['real']);
  });
});
