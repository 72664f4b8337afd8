import { budgetOf, type Hand, within } from './hand.ts';
import { pause, until } from './settle.ts';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Beyond this many characters a person would paste: the rest goes in word by word. */
const keyByKey = 200;

/**
 * Replaces what a field holds, and tries again with a growing budget when the page did not take it (a page that has
 * not hydrated yet loses it). What the field shows at the end is for the caller to judge.
 */
export async function type(hand: Hand, field: TextField, text: string): Promise<void> {
  for (let attempt = 0; attempt < hand.budgets.length; attempt += 1) {
    focus(field);
    if (attempt > 0) put(field, '');
    for (const piece of pieces(hand, text)) {
      hand.signal.throwIfAborted();
      strike(field, piece);
      await pause(hand.pace.key(), hand.signal);
    }
    leave(field);
    if (await until(() => isTaken(field, text), within(hand, budgetOf(hand, attempt)))) return;
  }
}

/** Types into a search box and stays in it: leaving it could close the list it searches. */
export async function searchFor(hand: Hand, field: TextField, text: string): Promise<void> {
  focus(field);
  if (field.value === text) put(field, '');
  for (const piece of pieces(hand, text)) {
    hand.signal.throwIfAborted();
    strike(field, piece);
    await pause(hand.pace.key(), hand.signal);
  }
}

/** The text as it grows: `{ value: whole so far, added: the last piece }`. */
function* pieces(hand: Hand, text: string): Generator<{ value: string; added: string }> {
  if (hand.pace.kind === 'instant') {
    yield { value: text, added: text };
    return;
  }
  const characters = [...text];
  const keys = characters.slice(0, keyByKey);
  const words =
    characters
      .slice(keyByKey)
      .join('')
      .match(/\S+\s*|\s+/g) ?? [];
  let value = '';
  for (const added of [...keys, ...words]) {
    value += added;
    yield { value, added };
  }
}

function strike(field: TextField, { value, added }: { value: string; added: string }): void {
  const key = { key: added.length === 1 ? added : 'Unidentified', bubbles: true, cancelable: true, composed: true };
  field.dispatchEvent(new KeyboardEvent('keydown', key));
  put(field, value, added);
  field.dispatchEvent(new KeyboardEvent('keyup', key));
}

/** Through the prototype's own setter: React overrides the property on the element and would miss it (site.md §3.1). */
export function put(field: TextField, value: string, added = value): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(
    new InputEvent('input', {
      bubbles: true,
      composed: true,
      data: added || null,
      inputType: added ? 'insertText' : 'deleteContentBackward',
    }),
  );
}

/** One trusted insertion over everything: what a live mask needs (site.md §3.2, price). Falls back to the setter. */
export function insertOver(field: TextField, text: string): void {
  focus(field);
  field.select();
  const inserted = field.ownerDocument.execCommand?.('insertText', false, text) === true;
  if (!inserted || !field.value) put(field, text);
}

/** A window without focus sends no focus events of its own. */
export function focus(field: HTMLElement): void {
  const had = field.ownerDocument.activeElement === field;
  field.focus({ preventScroll: true });
  if (!had && !field.ownerDocument.hasFocus()) field.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
}

export function leave(field: HTMLElement): void {
  const focused = field.ownerDocument.activeElement === field;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.blur();
  if (!focused || !field.ownerDocument.hasFocus()) field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}

/**
 * React mirrors the value it holds in the `value` attribute of its inputs: where one is, it must follow. A field without
 * the attribute tells nothing, and what it shows must do.
 */
export function isTaken(field: TextField, text: string): boolean {
  const mirrored = field instanceof HTMLTextAreaElement ? null : field.getAttribute('value');
  return sameLines(field.value, text) && (mirrored === null || sameLines(mirrored, text));
}

/** A textarea turns CR LF into LF; an input drops line breaks. */
export const sameLines = (shown: string, wanted: string): boolean =>
  shown.replace(/\r\n?/g, '\n').trim() === wanted.replace(/\r\n?/g, '\n').trim();
