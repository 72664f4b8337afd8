import type { FormField } from '../../../shared/listing-form.ts';
import { find } from '../find.ts';
import { attributeControl, controls } from '../selectors.ts';
import { queryAll } from '../query.ts';
import { valueShown } from './sell/choice-field.ts';
import { chosenParcel } from './sell/package.ts';
import type { SellPage } from './sell/sell-page.ts';
import { valueOf } from './sell/text-field.ts';
import { thumbsOf } from './sell/thumbs.ts';

/** A field that stands there and holds nothing; `list` = code of a list of the category's own. */
type Empty = { field: FormField; list: string | null };

const texts = ['title', 'description', 'price'] as const;
const choices = ['category', 'brand', 'size', 'condition', 'colors', 'model'] as const;

/** Fields that no listing can do without where the form shows them (site.md §3.6), and that are empty now. */
export function demandedFields(page: SellPage): Empty[] {
  const isThere = (name: keyof typeof controls): boolean => find(page.sight, controls[name]) !== undefined;
  const isEmpty: Partial<Record<FormField, boolean>> = {
    photos: thumbsOf(page).length === 0,
    package: chosenParcel(page) === undefined && isThere('category'),
    ...Object.fromEntries(texts.map((name) => [name, valueOf(find(page.sight, controls[name])) === ''])),
    ...Object.fromEntries(choices.map((name) => [name, isThere(name) && valueShown(page, controls[name]) === ''])),
  };
  const plain = Object.entries(isEmpty).flatMap(([field, empty]): Empty[] =>
    empty ? [{ field: field as FormField, list: null }] : [],
  );
  return [...plain, ...emptyLists(page)];
}

const listTrigger = /^category-(?!size|condition|material)([a-z0-9_]+)-single-list-input$/i;

function emptyLists(page: SellPage): Empty[] {
  const codes = queryAll(page.sight.document, '[data-testid^="category-"]').flatMap(
    (trigger) => listTrigger.exec(trigger.getAttribute('data-testid') ?? '')?.[1] ?? [],
  );
  return [...new Set(codes)].flatMap((list): Empty[] =>
    valueShown(page, attributeControl(list)) === '' ? [{ field: 'attributes', list }] : [],
  );
}
