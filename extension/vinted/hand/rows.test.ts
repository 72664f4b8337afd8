// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';

import { similarText } from '../text.ts';
import { allRows, namesExactly, namesOf, rowNamed, rowsMatching, rowTitled, titleOf } from './rows.ts';

const sight = {
  document,
  layout: {
    shown: (element: Element) => !element.closest('[hidden]'),
    isDecoy: () => false,
    coveredBy: () => null,
    centre: () => ({ x: 0, y: 0 }),
  },
};

function row(id: string, title: string, attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement('div');
  element.id = id;
  element.setAttribute('role', 'radio');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const span = document.createElement('span');
  span.textContent = title;
  element.append(span);
  document.body.append(element);
  return element;
}

beforeEach(() => document.body.replaceChildren());

it('takes the exact title, not one that contains it', () => {
  row('condition-2', 'Très bon état');
  row('condition-3', 'Bon état');
  expect(rowTitled(allRows(sight, document.body), 'Bon état')?.element.id).toBe('condition-3');
});

it('reads a non-breaking space as a space', () => {
  row('internal_memory_capacity-1', '128\u00a0Go');
  expect(rowTitled(allRows(sight, document.body), '128 Go')?.element.id).toBe('internal_memory_capacity-1');
});

it('takes neither of two rows of the same title', () => {
  row('brand-1', 'Zara');
  row('brand-2', 'Zara');
  expect(rowTitled(allRows(sight, document.body), 'Zara')).toBeUndefined();
});

it('finds a row by id or test id, through its hidden native input', () => {
  const element = row('', 'Blau');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.checked = true;
  input.dataset.testid = 'color-checkbox-9--input';
  element.append(input);
  const found = rowNamed(sight, document.body, namesOf('color', 9));
  expect(found?.element).toBe(element);
  expect(found?.checked).toBe(true);
});

it('does not see the copy without a size', () => {
  row('condition-3', 'Good', { hidden: '' });
  expect(rowNamed(sight, document.body, namesOf('condition', 3))).toBeUndefined();
});

it('keeps suggestions and search results out of the tree', () => {
  for (const id of ['catalog-suggestion-5', 'catalog-search-5-result', 'catalog-5', 'catalog-search-input'])
    row(id, id);
  expect(rowsMatching(sight, document.body, /^catalog-(\d+)$/).map(({ id }) => id)).toEqual([5]);
});

it('names a row by its title, then by its label, then by what it says', () => {
  const titled = row('a', 'text');
  const title = document.createElement('b');
  title.className = 'web_ui__Cell__title';
  title.textContent = 'title';
  titled.append(title);
  const labelled = row('b', 'text', { 'aria-label': 'label' });
  const [first, second] = allRows(sight, document.body);
  expect([first && titleOf(first), second && titleOf(second)]).toEqual(['title', 'label']);
  expect(labelled.id).toBe('b');
});

it.each([
  ['Blanc, Noir', ['Noir', 'Blanc'], true],
  ['Noir', ['Noir', 'Blanc'], false],
  ['Noir, Blanc, Rose', ['Noir', 'Blanc'], false],
  ['', [], true],
  ['Noir', [], false],
  ['Zara Home', ['Zara'], false],
  ['Cuir, verni, Laine', ['Laine', 'Cuir, verni'], true],
] as const)('“%s” names %o: %s', (shown, titles, expected) => {
  expect(
    namesExactly(
      shown,
      titles.map((title) => ({ titles: [title] })),
    ),
  ).toBe(expected);
});

it('forgives case and accents only where asked', () => {
  row('brand-3', 'Ba&Sh Été');
  expect(rowTitled(allRows(sight, document.body), 'ba&sh ete')).toBeUndefined();
  expect(rowTitled(allRows(sight, document.body), 'ba&sh ete', similarText)?.element.id).toBe('brand-3');
});
