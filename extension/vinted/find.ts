import { wordsFor } from './labels.data.ts';
import { queryAll, queryId, queryOne } from './query.ts';
import { type Control, type Kind, type Way } from './selectors.ts';
import { normalise, textOf } from './text.ts';
import type { Layout } from './hand/layout.ts';

/** A page as the lookups see it. */
export type Sight = { document: Document; layout: Layout };

export const languageOf = (document: Document): string =>
  (queryOne(document, 'html')?.getAttribute('lang') ?? '').slice(0, 2).toLowerCase();

const kinds: Readonly<Record<Kind, (element: Element) => boolean>> = {
  text: (element) => element instanceof HTMLInputElement && !['file', 'checkbox', 'radio'].includes(element.type),
  textarea: (element) => element instanceof HTMLTextAreaElement,
  file: (element) => element instanceof HTMLInputElement && element.type === 'file',
  checkbox: (element) => element instanceof HTMLInputElement && element.type === 'checkbox',
  trigger: (element) => element instanceof HTMLElement && !(element instanceof HTMLTextAreaElement),
  button: (element) => element instanceof HTMLElement && isButton(element),
};
const isButton = (element: Element): boolean =>
  element instanceof HTMLButtonElement || element.getAttribute('role') === 'button';
/** File inputs and styled checkboxes have no size of their own (site.md §3.2). */
const sizeless: readonly Kind[] = ['file', 'checkbox'];

/**
 * The first visible match of the first way that finds one. Several different visible matches of one way: none. Copies that
 * nobody can use count only where no way finds anything else.
 */
export function find(sight: Sight, control: Control): HTMLElement | undefined {
  let spare: HTMLElement | undefined;
  for (const way of control.ways) {
    const found = matches(sight, control.kind, way);
    const usable = found.filter((element) => !sight.layout.isDecoy(element));
    const decided = only(way, usable);
    if (decided) return decided;
    spare ??= only(way, found);
  }
  return spare;
}

/** Titles may name several fields; of the other ways the first match is meant. */
const only = (way: Way, found: readonly HTMLElement[]): HTMLElement | undefined =>
  found.length === 1 || way.by !== 'label' ? found[0] : undefined;

/** All that fit one way: of the right kind, of this document, with a size. */
export function matches(sight: Sight, kind: Kind, way: Way): HTMLElement[] {
  return [...candidates(sight, kind, way)].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      element.ownerDocument === sight.document &&
      kinds[kind](element) &&
      (sizeless.includes(kind) || sight.layout.shown(element)),
  );
}

function candidates({ document }: Sight, kind: Kind, way: Way): Iterable<Element> {
  if (way.by === 'test-id') return queryAll(document, `[data-testid=${JSON.stringify(way.is)}]`);
  if (way.by === 'css') return queryAll(document, way.is);
  const words = wordsFor(way.is, languageOf(document));
  return way.of === 'button' ? buttonsCalled(document, words) : fieldsTitled(document, kind, words);
}

/** Buttons by their name; the first word that names one decides, so that the page's own language comes first. */
export function buttonsCalled(root: Document | Element, words: readonly string[]): Element[] {
  const buttons = queryAll(root, 'button, [role="button"]');
  for (const word of words) {
    const called = buttons.filter((button) => nameOf(button) === normalise(word));
    if (called.length > 0) return called;
  }
  return [];
}

/** What a screen reader would say of it, roughly: its label, else its text. */
export const nameOf = (element: Element): string =>
  normalise(element.getAttribute('aria-label') ?? '') || textOf(element);

function fieldsTitled(document: Document, kind: Kind, words: readonly string[]): Element[] {
  // Read once: a page may hold thousands of them, and a language has several words.
  const labels = queryAll(document, 'label, legend, [id]').map((label) => ({ label, text: textOf(label) }));
  for (const word of words) {
    const titled = labels.flatMap(({ label, text }) => (text === word ? label : []));
    const fields = titled.flatMap((label) => fieldOf(document, label) ?? []).filter((field) => kinds[kind](field));
    const named = queryAll(document, `[aria-label=${JSON.stringify(word)}]`).filter((field) => kinds[kind](field));
    const all = [...new Set([...fields, ...named])];
    if (all.length > 0) return all;
  }
  return [];
}

function fieldOf(document: Document, label: Element): Element | null {
  const target = label instanceof HTMLLabelElement ? label.htmlFor : '';
  if (target) return queryId(document, target);
  const byReference = label.id && queryOne(document, `[aria-labelledby~=${JSON.stringify(label.id)}]`);
  return byReference || queryOne(label, 'input, textarea');
}
