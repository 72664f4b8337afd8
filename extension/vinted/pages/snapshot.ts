import type { ListingForm } from '../../../shared/listing-form.ts';
import { find } from '../find.ts';
import { readAmount } from '../price-text.ts';
import { controls } from '../selectors.ts';
import { findMarket } from '../markets.ts';
import { category } from './sell/category.ts';
import { brand } from './sell/brand.ts';
import { size } from './sell/size.ts';
import { materials, colorsShown } from './sell/several.ts';
import { conditionShown } from './sell/condition.ts';
import { chosenParcel } from './sell/package.ts';
import type { SellPage } from './sell/sell-page.ts';
import { thumbsOf } from './sell/thumbs.ts';
import { valueOf } from './sell/text-field.ts';

/** What the form holds now, for undo. What only ids could say is left `null`: undo then leaves that field alone. */
export function snapshot(page: SellPage): { form: ListingForm; photos: number } {
  const text = (name: 'title' | 'description' | 'isbn'): string | null => {
    const field = find(page.sight, controls[name]);
    return field ? valueOf(field) : null;
  };
  const form: ListingForm = {
    photos: [],
    title: text('title'),
    description: text('description'),
    category: null,
    brand: labelled(brand.shows(page)),
    size: labelled(size.shows(page)),
    condition: conditionShown(page),
    colors: colorsShown(page),
    materials: materialsShown(page),
    unisex: unisexShown(page),
    isbn: text('isbn') || null,
    model: null,
    measurements: null,
    attributes: {},
    price: priceShown(page),
    package: chosenParcel(page) ?? null,
  };
  return { form: { ...form, category: categoryShown(page) }, photos: thumbsOf(page).length };
}

const labelled = (label: string): { id: null; label: string } | null => (label ? { id: null, label } : null);

function materialsShown(page: SellPage): ListingForm['materials'] {
  const shown = materials.shows(page);
  if (!find(page.sight, controls.materials)) return null;
  return shown === ''
    ? []
    : shown
        .split(', ')
        .slice(0, 3)
        .map((label) => ({ id: null, label }));
}

function unisexShown(page: SellPage): boolean | null {
  const box = find(page.sight, controls.unisex);
  return box instanceof HTMLInputElement ? box.checked : null;
}

function priceShown(page: SellPage): ListingForm['price'] {
  const amount = readAmount(valueOf(find(page.sight, controls.price)));
  const market = findMarket(page.sight.document.location.host);
  return amount && market ? { amount, currency: market.currency } : null;
}

/** Its id only where we chose it ourselves in this document. */
function categoryShown(page: SellPage): ListingForm['category'] {
  const known = page.memory.fields.get('category');
  if (!known || known.shows !== category.shows(page)) return null;
  return JSON.parse(known.wanted) as ListingForm['category'];
}
