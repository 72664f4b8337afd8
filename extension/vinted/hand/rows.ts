import type { Sight } from '../find.ts';
import { normalise, piecesOf, sameText, textOf } from '../text.ts';
import { queryAll, queryOne } from '../query.ts';

/** One choice of an open panel: the element to click and the names it may be called by, the likeliest first. */
export type Row = { element: HTMLElement; titles: readonly string[]; checked: boolean | undefined };
export const titleOf = (row: Pick<Row, 'titles'>): string => row.titles[0] ?? '';

const choosable = '[role="radio"], [role="checkbox"], [role="option"], [role="button"], button';
const attribute = (name: string, value: string): string => `[${name}=${JSON.stringify(value)}]`;

/** The names one choice goes by: `color-12`, `color-checkbox-12`, `color-12--input` … as id or as test id. */
export function namesOf(prefix: string, id: number | string): string[] {
  const stems = [`${prefix}-${id}`, `${prefix}-radio-${id}`, `${prefix}-checkbox-${id}`, `suggested-${prefix}-${id}`];
  return stems.flatMap((stem) => [stem, `${stem}--input`]);
}

/** The row of one of these names, the earlier name first, inside `root`. */
export function rowNamed(sight: Sight, root: Element, names: readonly string[]): Row | undefined {
  let spare: Row | undefined;
  for (const name of names) {
    for (const found of queryAll(root, `${attribute('id', name)}, ${attribute('data-testid', name)}`)) {
      const row = rowAt(sight, found, root);
      if (row && !sight.layout.isDecoy(row.element)) return row;
      spare ??= row;
    }
  }
  return spare;
}

/** Every row whose id or test id `matches`, once each. */
export function rowsMatching(sight: Sight, root: Element, matches: RegExp): { row: Row; id: number }[] {
  const seen = new Map<Element, { row: Row; id: number }>();
  for (const found of queryAll(root, '[id], [data-testid]')) {
    const match = matches.exec(found.id) ?? matches.exec(found.getAttribute('data-testid') ?? '');
    const row = match && rowAt(sight, found, root);
    if (match?.[1] && row && !seen.has(row.element)) seen.set(row.element, { row, id: Number(match[1]) });
  }
  return [...seen.values()];
}

/** Every choice there is, for lookups by label alone. */
export function allRows(sight: Sight, root: Element): Row[] {
  const rows = queryAll(root, choosable).flatMap((element) => rowAt(sight, element, root) ?? []);
  return [...new Map(rows.map((row) => [row.element, row])).values()];
}

/** Exact titles first (“Bon état” is part of “Très bon état”); two rows of the same title: none, rather than a guess. */
export function rowTitled(rows: readonly Row[], title: string, same = sameText): Row | undefined {
  const titled = rows.filter((row) => row.titles.some((called) => same(called, title)));
  return titled.length === 1 ? titled[0] : undefined;
}

/** From anything inside a row, or its hidden native input, to the container that reacts (site.md §3.1). */
export function rowAt(sight: Sight, found: Element, root: Element): Row | undefined {
  const element = containerOf(found, root);
  if (!(element instanceof HTMLElement) || element.ownerDocument !== sight.document || !sight.layout.shown(element)) {
    return undefined;
  }
  return { element, titles: titlesOf(element), checked: isChecked(element) };
}

function containerOf(found: Element, root: Element): Element {
  if (found.matches(choosable)) return found;
  if (!(found instanceof HTMLInputElement)) {
    const inside = queryAll(found, choosable);
    if (inside[0] && inside.length === 1) return inside[0];
  }
  const around = found.closest(choosable);
  if (around && root.contains(around) && around !== root) return around;
  return found instanceof HTMLInputElement ? (found.closest('label, li') ?? found) : found;
}

function titlesOf(element: Element): string[] {
  const titled = queryOne(element, '[data-testid$="--title"], [id$="--title"], .web_ui__Cell__title');
  const labelled = [element, ...queryAll(element, '[aria-label]')].map((part) => part.getAttribute('aria-label') ?? '');
  const pieces = piecesOf(element).slice(0, 4);
  const growing = pieces.map((_, at) => pieces.slice(0, at + 1).join(' '));
  return [...new Set([titled ? textOf(titled) : '', ...labelled.map(normalise), ...growing])].filter(Boolean);
}

function isChecked(element: Element): boolean | undefined {
  for (const name of ['aria-checked', 'aria-selected', 'aria-pressed']) {
    const said = element.getAttribute(name) ?? queryOne(element, `[${name}]`)?.getAttribute(name);
    if (said === 'true' || said === 'false') return said === 'true';
  }
  const input = queryOne(element, 'input[type="radio"], input[type="checkbox"]');
  return input instanceof HTMLInputElement ? input.checked : undefined;
}

type Named = Pick<Row, 'titles'>;

/** Does the field's value name exactly these rows, in whatever order (site.md §3.1)? */
export function namesExactly(value: string, rows: readonly Named[]): boolean {
  const shown = normalise(value);
  if (rows.length === 0) return shown === '';
  if (rows.length === 1 && rows[0]) return isCalled(rows[0], shown);
  const parts = shown.split(', ');
  const left = [...rows];
  for (const part of parts) {
    const at = left.findIndex((row) => isCalled(row, part));
    if (at < 0) return joinedInAnyOrder(rows).includes(shown);
    left.splice(at, 1);
  }
  return left.length === 0;
}

export const isCalled = (row: Named, shown: string): boolean => row.titles.some((title) => sameText(title, shown));

/** Titles may hold commas themselves. */
const joinedInAnyOrder = (rows: readonly Named[]): string[] =>
  permutations(rows.map(titleOf)).map((titles) => titles.join(', '));

function permutations(items: readonly string[]): string[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
