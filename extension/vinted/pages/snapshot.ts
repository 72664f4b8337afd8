import type { ListingForm } from '../../../shared/listing-form.ts';
import { find } from '../find.ts';
import { readAmount } from '../price-text.ts';
import { attributeControl, controls } from '../selectors.ts';
import { findMarket } from '../markets.ts';
import { model } from './sell/attributes.ts';
import { category } from './sell/category.ts';
import { valueShown } from './sell/choice-field.ts';
import { brand } from './sell/brand.ts';
import { size } from './sell/size.ts';
import { materials, colorsShown } from './sell/several.ts';
import { conditionShown } from './sell/condition.ts';
import { chosenParcel } from './sell/package.ts';
import type { SellPage } from './sell/sell-page.ts';
import { thumbsOf } from './sell/thumbs.ts';
import { valueOf } from './sell/text-field.ts';
import { queryAll } from '../query.ts';

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
    model: labelled(model.shows(page)),
    measurements: measurementsShown(page),
    attributes: attributesShown(page),
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

function measurementsShown(page: SellPage): ListingForm['measurements'] {
  const [width, length] = (['width', 'length'] as const).map((side) => {
    const shown = valueOf(find(page.sight, controls[side])).replace(',', '.');
    return shown !== '' && Number.isFinite(Number(shown)) ? Number(shown) : null;
  });
  return width || length ? { width: width ?? null, length: length ?? null } : null;
}

const attributeTrigger = /^category-(?!size|condition|material)([a-z0-9_]+)-(?:single|multi)-list-input$/i;

/** Lists of the category itself, told by their test ids; where those moved they stay as they are. */
function attributesShown(page: SellPage): ListingForm['attributes'] {
  const triggers = queryAll(page.sight.document, '[data-testid^="category-"]');
  const codes = triggers.flatMap(
    (trigger) => attributeTrigger.exec(trigger.getAttribute('data-testid') ?? '')?.[1] ?? [],
  );
  const shown = [...new Set(codes)].flatMap((code): [string, { id: null; label: string }][] => {
    const option = labelled(valueShown(page, attributeControl(code)));
    return option ? [[code, option]] : [];
  });
  return Object.fromEntries(shown);
}

/** Its id only where we chose it ourselves in this document. */
function categoryShown(page: SellPage): ListingForm['category'] {
  const known = page.memory.fields.get('category');
  if (!known || known.shows !== category.shows(page)) return null;
  return JSON.parse(known.wanted) as ListingForm['category'];
}
