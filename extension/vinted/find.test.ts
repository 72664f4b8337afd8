// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { find } from './find.ts';
import { controls, type Control } from './selectors.ts';

const shown = vi.fn<(element: Element) => boolean>((element: Element) => !element.closest('[hidden]'));
const sight = {
  document,
  layout: { shown, isDecoy: () => false, coveredBy: () => null, centre: () => ({ x: 0, y: 0 }) },
};
const ways: [string, Control][] = controls.title.ways.map((way) => [way.by, { ...controls.title, ways: [way] }]);

function make(tag: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  document.body.append(element);
  return element;
}

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.body.replaceChildren();
  make('label', { for: 'title' }, 'Title');
  make('input', { id: 'title', name: 'title', 'data-testid': 'title--input' });
  shown.mockClear();
});
afterEach(() => vi.restoreAllMocks());

/** What `<form name=…>` does to a document in every browser: the element stands where the method was. */
function clobber(names: readonly string[]): void {
  const forms = names.map((name) => make('form', { name }));
  names.forEach((name, at) => Object.defineProperty(document, name, { value: forms[at], configurable: true }));
}

describe('in a page whose forms are named like the document’s own methods', () => {
  const names = ['querySelectorAll', 'querySelector', 'getElementById', 'documentElement', 'forms', 'cookie'];
  afterEach(() => {
    for (const name of names) Reflect.deleteProperty(document, name);
  });

  it.each(ways)('the title is found by its %s', (_, control) => {
    clobber(names);
    expect(find(sight, control)?.id).toBe('title');
  });

  it('forms and fields with such ids change nothing', () => {
    for (const id of ['body', 'location', 'getElementById', 'documentElement']) make('form', { id });
    for (const name of ['querySelectorAll', 'parentElement', 'matches']) make('input', { name });
    for (const [, control] of ways) expect(find(sight, control)?.id).toBe('title');
  });
});

describe('in a page of 10,000 cards and a megabyte of text', () => {
  beforeEach(() => {
    for (let card = 0; card < 10_000; card += 1) make('div', { id: `card-${card}` }, `Card ${card}`);
    make('p', {}, 'x'.repeat(1_000_000));
  });

  it('a field with its own id costs no look at the cards', () => {
    const walk = vi.spyOn(document, 'createTreeWalker');
    expect(find(sight, controls.title)?.id).toBe('title');
    expect(walk).not.toHaveBeenCalled();
    expect(shown.mock.calls.length).toBeLessThan(5);
  });

  it('a field known by its words alone costs one look at each', () => {
    const walk = vi.spyOn(document, 'createTreeWalker');
    const nowhere: Control = { ...controls.description, ways: [{ by: 'label', is: 'description', of: 'field' }] };
    expect(find(sight, nowhere)).toBeUndefined();
    expect(walk.mock.calls.length).toBeLessThan(10_100);
  });
});

describe('copies that nobody can use', () => {
  const isDecoy = (element: Element): boolean => element.closest('[aria-hidden]') !== null;
  const seeing = { ...sight, layout: { ...sight.layout, isDecoy } };

  it('do not count beside the control, whichever way finds it', () => {
    make('input', { 'data-testid': 'title--input', 'aria-hidden': 'true' });
    document.body.prepend(document.body.lastElementChild!);
    expect(find(seeing, controls.title)?.id).toBe('title');
    document.querySelector('#title')!.removeAttribute('data-testid');
    expect(find(seeing, controls.title)?.id).toBe('title');
  });

  it('count where there is nothing else: a dialog may hide the whole page from screen readers', () => {
    document.querySelector('#title')!.setAttribute('aria-hidden', 'true');
    expect(find(seeing, controls.title)?.id).toBe('title');
  });
});
