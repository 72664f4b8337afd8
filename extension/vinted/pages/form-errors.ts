import type { FormField } from '../../../shared/listing-form.ts';
import { find, type Sight } from '../find.ts';
import { controls, type ControlName } from '../selectors.ts';
import { clip, textOf } from '../text.ts';
import { queryAll, queryId, queryOne } from '../query.ts';

/** What the form complains about, found by generic cues only: no test id of an error is known (site.md §3.5). */
export type FormError = { field: string | null; text: string };

const cues = [
  '[data-testid*="error" i]',
  '[class*="error" i]',
  '[role="alert"]',
  '[role="status"]',
  '.web_ui__InputBar__error',
].join(', ');
const longest = 300;

const fieldOf: Readonly<Partial<Record<ControlName, FormField>>> = { width: 'measurements', length: 'measurements' };
const named = Object.keys(controls).filter((name) => name !== 'publish' && name !== 'saveDraft') as ControlName[];

/** Every complaint shown now. Words are not judged, only where they stand. */
export function formErrors(sight: Sight): FormError[] {
  const texts = queryAll(sight.document, cues).flatMap((element) => messageOf(sight, element));
  const invalid = queryAll(sight.document, '[aria-invalid="true"]').flatMap((element) => complaintOf(sight, element));
  const all = [...texts, ...invalid];
  return all.filter((error, at) => isNews(error, all.slice(0, at))).slice(0, 30);
}

/** Not said before; a field marked wrong without words adds nothing to one that has them. */
const isNews = ({ field, text }: FormError, before: readonly FormError[]): boolean =>
  !before.some((other) => (other.text === text || text === '') && (other.field ?? field) === (field ?? other.field));

function messageOf(sight: Sight, element: Element): FormError[] {
  const text = textOf(element);
  if (text === '' || text.length > longest || !sight.layout.shown(element)) return [];
  // A wrapper of a whole field or form is no message, and an inner cue says the same more exactly.
  if (queryOne(element, 'input, textarea, select, button') || queryOne(element, cues)) return [];
  return [{ field: fieldNear(sight, element), text: clip(text, 500) }];
}

function complaintOf(sight: Sight, element: Element): FormError[] {
  const ids = `${element.getAttribute('aria-errormessage') ?? ''} ${element.getAttribute('aria-describedby') ?? ''}`;
  const words = ids.split(/\s+/).flatMap((id) => (id ? (queryId(sight.document, id) ?? []) : []));
  const text = words.map(textOf).filter(Boolean).join(' ');
  const field = fieldNear(sight, element);
  return text || field ? [{ field, text: clip(text, 500) }] : [];
}

/** The field whose control stands in the smallest block around the message. */
function fieldNear(sight: Sight, element: Element): FormField | null {
  const known = named.flatMap((name) => {
    const control = find(sight, controls[name]);
    return control ? [{ field: fieldOf[name] ?? (name as FormField), control }] : [];
  });
  for (let block: Element | null = element; block && block !== sight.document.body; block = block.parentElement) {
    const inside = known.filter(({ control }) => block?.contains(control));
    if (inside.length > 0) return inside.length === 1 ? (inside[0]?.field ?? null) : null;
  }
  return null;
}

export const sameError = (a: FormError, b: FormError): boolean => a.field === b.field && a.text === b.text;
