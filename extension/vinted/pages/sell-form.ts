import type { FormField, ListingForm } from '../../../shared/listing-form.ts';
import type { FieldResult } from '../../../shared/page-results.ts';
import { close, dropdown, type Dropdown } from '../hand/choose.ts';
import { Refused } from '../hand/hand.ts';
import { pause } from '../hand/settle.ts';
import { controls } from '../selectors.ts';
import { clip } from '../text.ts';
import { attributes, model } from './sell/attributes.ts';
import { brand } from './sell/brand.ts';
import { category } from './sell/category.ts';
import { condition } from './sell/condition.ts';
import { measurements } from './sell/measurements.ts';
import { parcel } from './sell/package.ts';
import { photos } from './sell/photos.ts';
import { price } from './sell/price.ts';
import { colors, materials } from './sell/several.ts';
import type { Filled, SellField, SellPage } from './sell/sell-page.ts';
import { size } from './sell/size.ts';
import { description, isbn, title } from './sell/text-field.ts';
import { unisex } from './sell/unisex.ts';

/** The upload form as a whole: fills, reads back, compares. It decides nothing about when and whether. */

export const sellFields: Readonly<Record<FormField, SellField>> = {
  photos,
  title,
  description,
  category,
  brand,
  size,
  condition,
  colors,
  materials,
  unisex,
  isbn,
  model,
  measurements,
  attributes,
  price,
  package: parcel,
};
const names = Object.keys(sellFields) as FormField[];

const result = (field: FormField, { is, shows, why }: Filled): FieldResult => ({
  field,
  is,
  shows: clip(shows, 2_500),
  ...(why ? { why: clip(why, 500) } : {}),
});

/** Brings one field to what the form wants. Safe to repeat: what is right already is left alone. */
export async function fillField(page: SellPage, form: ListingForm, name: FormField): Promise<FieldResult> {
  const field = sellFields[name];
  if (field.wants(form) === null) return result(name, { is: 'skipped', shows: '' });
  if (isKnown(page, form, name)) return result(name, { is: 'already', shows: field.shows(page) });
  try {
    await pause(page.hand.pace.field(), page.hand.signal);
    await closePanels(page, name);
    const filled = await field.fill(page, form);
    if (filled.is === 'filled' || filled.is === 'already') remember(page, form, name, filled.shows);
    return result(name, filled);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return result(name, { is: 'refused', shows: field.shows(page), why: error.message });
  }
}

const wanted = (form: ListingForm, name: FormField): string => JSON.stringify(sellFields[name].wants(form));

function remember({ memory }: SellPage, form: ListingForm, name: FormField, shows: string): void {
  memory.fields.set(name, { wanted: wanted(form, name), shows });
}

/** Filled by us in this document, and the page still shows what it showed then. */
function isKnown(page: SellPage, form: ListingForm, name: FormField): boolean {
  const known = page.memory.fields.get(name);
  const field = sellFields[name];
  if (known?.wanted !== wanted(form, name) || known.shows !== field.shows(page)) return false;
  return field.holds(page, form) !== false || isChoice(name);
}

/** Choices may be shown in words of the site that differ from ours; native fields must match to the letter. */
const choices: readonly FormField[] = [
  'category',
  'brand',
  'size',
  'condition',
  'colors',
  'materials',
  'model',
  'attributes',
];
const isChoice = (name: FormField): boolean => choices.includes(name);

/** Reads everything back; changes nothing. Fields the form leaves alone are not looked at. */
export function verifyForm(page: SellPage, form: ListingForm): { differs: FieldResult[]; panelOpen: boolean } {
  const differs = names.flatMap((name): FieldResult[] => {
    if (sellFields[name].wants(form) === null || isKnown(page, form, name)) return [];
    const holds = sellFields[name].holds(page, form);
    if (holds === true) return [];
    const why = holds === false ? 'The page shows something else.' : 'Not to be told without opening the list.';
    return [result(name, { is: 'refused', shows: sellFields[name].shows(page), why })];
  });
  return { differs, panelOpen: openPanels(page).length > 0 };
}

const panels = ['category', 'brand', 'size', 'condition', 'colors', 'materials', 'model'] as const;

/** Vinted opens the category picker by itself after the photos; an open panel lies over what comes next (site.md §3.1). */
export async function closePanels(page: SellPage, except?: FormField): Promise<void> {
  for (const { name, field } of openPanels(page)) {
    if (name !== except) await close(page.hand, page.sight, field, page.picker.closer);
  }
}

function openPanels(page: SellPage): { name: FormField; field: Dropdown }[] {
  return panels
    .map((name) => ({ name, field: dropdown(page.sight, controls[name]) }))
    .filter(({ field }) => field.state() === 'open');
}
