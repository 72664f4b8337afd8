import { findCatalog, isLeaf } from '../data/catalog.ts';
import { brands } from '../data/choices.ts';
import type { Language } from '../hosts.ts';
import { attributeIds, sizeIdOf, type FieldError, type ItemBody } from '../item-body.ts';
import { formOf, isSizeRequired } from './form-of.ts';
import { message, type MessageName } from './messages.ts';
import { modelsOf } from './models.ts';

export type Rules = { language: Language; luxuryNeedsThreePhotos: boolean };
type Refusal = [field: string, name: MessageName];

const symbols = /[\p{So}\p{Extended_Pictographic}]/u;

function titleRefusals(title: string): Refusal[] {
  if (title.trim() === '') return [['title', 'titleEmpty']];
  if (title.length < 5 || title.length > 100) return [['title', 'titleLength']];
  return symbols.test(title) ? [['title', 'titleSymbols']] : [];
}

function descriptionRefusals(text: string): Refusal[] {
  if (text.trim() === '') return [['description', 'descriptionEmpty']];
  return text.length < 5 || text.length > 2000 ? [['description', 'descriptionLength']] : [];
}

function photoRefusals(body: ItemBody, rules: Rules): Refusal[] {
  const count = body.assigned_photos.length;
  if (count === 0 || count > 20) return [['photos', 'photos']];
  const luxury = brands.some((brand) => brand.id === body.brand_id && brand.isLuxury);
  return luxury && rules.luxuryNeedsThreePhotos && count < 3 ? [['photos', 'luxuryPhotos']] : [];
}

function priceRefusals(body: ItemBody): Refusal[] {
  if (body.price === null || !Number.isFinite(body.price) || body.price < 1) return [['price', 'price']];
  return body.currency === 'USD' && body.price > 9000 ? [['price', 'priceTooHigh']] : [];
}

/** A check digit over 10 or 13 digits; hyphens and spaces do not count. */
export function isIsbn(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '').toUpperCase();
  if (/^\d{13}$/.test(digits)) {
    return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 ? 3 : 1), 0) % 10 === 0;
  }
  if (!/^\d{9}[\dX]$/.test(digits)) return false;
  return (
    [...digits].reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - index), 0) % 11 === 0
  );
}

function categoryRefusals(body: ItemBody, catalogId: number): Refusal[] {
  const form = formOf(catalogId);
  const refusals: Refusal[] = [];
  if (form.brand && body.brand_id === null && !body.brand) refusals.push(['brand', 'brand']);
  if (isSizeRequired(catalogId) && sizeIdOf(body) === null) refusals.push(['size', 'size']);
  if (form.color && body.color_ids.length === 0) refusals.push(['color', 'color']);
  if (body.status_id === null || !form.conditionIds.includes(body.status_id)) refusals.push(['condition', 'choose']);
  for (const attribute of form.attributes) {
    if (attribute.required && attributeIds(body, attribute.code).length === 0)
      refusals.push([attribute.code, 'choose']);
  }
  if (modelsOf(catalogId, body.brand_id ?? 0).length > 0 && !body.model) refusals.push(['model', 'model']);
  if (form.isbn && body.isbn && !isIsbn(body.isbn)) refusals.push(['isbn', 'isbn']);
  if (!form.packageIds.includes(body.package_size_id ?? 0)) refusals.push(['package_size', 'package']);
  return refusals;
}

const speak = (refusals: Refusal[], language: Language): FieldError[] =>
  refusals.map(([field, name]) => ({ field, value: message(name, language) }));

/** Publishing and saving a live listing: everything the site refuses (site.md §3.5, §3.6). */
export function refusalsOf(body: ItemBody, rules: Rules): FieldError[] {
  const catalogId = body.catalog_id ?? 0;
  const chosen = findCatalog(catalogId) !== undefined && isLeaf(catalogId);
  const refusals = [
    ...photoRefusals(body, rules),
    ...titleRefusals(body.title),
    ...descriptionRefusals(body.description),
    ...(chosen
      ? categoryRefusals(body, catalogId)
      : ([
          ['catalog', 'catalog'],
          ['price', 'price'],
        ] satisfies Refusal[])),
    ...(chosen ? priceRefusals(body) : []),
  ];
  return speak(refusals, rules.language);
}

/** A draft may lack anything; only what can never become a listing is refused. */
export function draftRefusalsOf(body: ItemBody, language: Language): FieldError[] {
  const refusals: Refusal[] = [];
  if (body.title.length > 100) refusals.push(['title', 'titleLength']);
  if (symbols.test(body.title)) refusals.push(['title', 'titleSymbols']);
  if (body.description.length > 2000) refusals.push(['description', 'descriptionLength']);
  return speak(refusals, language);
}
