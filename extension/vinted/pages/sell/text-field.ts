import type { ListingForm } from '../../../../shared/listing-form.ts';
import { find } from '../../find.ts';
import { sameLines, type TextField, type } from '../../hand/type.ts';
import { controls, type Control } from '../../selectors.ts';
import { present } from './present.ts';
import { absent, type Filled, refused, type SellField, type SellPage } from './sell-page.ts';

/** A native text field (site.md §3.2): typed, then read back. */
export function textField(control: Control, wanted: (form: ListingForm) => string | null): SellField {
  const shows = (page: SellPage): string => valueOf(find(page.sight, control));
  return {
    wants: wanted,
    shows,
    holds: (page, form) => sameLines(shows(page), wanted(form) ?? ''),
    fill: (page, form) => fillText(page, control, wanted(form) ?? ''),
  };
}

export async function fillText(page: SellPage, control: Control, text: string): Promise<Filled> {
  const field = await present(page, control);
  if (!isTextField(field)) return absent();
  if (sameLines(field.value, text)) return { is: 'already', shows: field.value };
  if (field.readOnly || field.disabled) return refused(field.value, 'The site locked this field.');
  await type(page.hand, field, text);
  const shows = valueOf(find(page.sight, control));
  return sameLines(shows, text) ? { is: 'filled', shows } : refused(shows, 'The page did not keep the text.');
}

export const isTextField = (element: Element | undefined): element is TextField =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

export const valueOf = (element: Element | undefined): string => (isTextField(element) ? element.value : '');

export const title = textField(controls.title, (form) => form.title);
export const description = textField(controls.description, (form) => form.description);
export const isbn = textField(controls.isbn, (form) => form.isbn);
