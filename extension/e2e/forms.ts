import { type ListingForm, nothingSaid } from '../../shared/listing-form.ts';
import { catalogPath } from '../sandbox/data/catalog.ts';
import { findSize } from '../sandbox/data/choices.ts';
import { type Language, marketOf } from '../sandbox/hosts.ts';
import type { ItemBody } from '../sandbox/item-body.ts';
import { hosts } from './form-driver.ts';

/** Listings that together use every field of the form (site.md §3.2), and what the site must have stored of each. */

export type Kind = {
  form(language: Language): ListingForm;
  /** What the site keeps, attributes in no order. */
  stored: Partial<ItemBody>;
};

const photos = (...ids: string[]): ListingForm['photos'] =>
  ids.map((id) => ({ id, name: `${id}.png`, type: 'image/png', bytes: 200 }));
const path = (id: number, language: Language): { id: number; path: string[] } => ({
  id,
  path: catalogPath(id).map((node) => node.titles[language]),
});
const price = (amount: number, language: Language): ListingForm['price'] => ({
  amount,
  currency: marketOf(hosts[language]).currency as 'EUR',
});

export const shirt: Kind = {
  form: (language) => ({
    ...nothingSaid,
    photos: photos('front', 'back', 'label'),
    title: 'T-shirt blanc en coton',
    description: 'Première ligne.\nDeuxième ligne, très bon état.',
    category: path(1806, language),
    brand: { id: 53, label: 'Nike' },
    size: { id: 208, label: 'M' },
    condition: 3,
    colors: [12, 9],
    materials: [
      { id: 44, label: 'Coton' },
      { id: 53, label: 'Élasthanne' },
      { id: 43, label: 'Cuir' },
    ],
    unisex: true,
    measurements: { width: 52, length: 70 },
    price: price(1_250, language),
    package: 2,
  }),
  stored: {
    title: 'T-shirt blanc en coton',
    description: 'Première ligne.\nDeuxième ligne, très bon état.',
    catalog_id: 1806,
    brand_id: 53,
    size_id: 208,
    status_id: 3,
    color_ids: [9, 12],
    item_attributes: [{ code: 'material', ids: [43, 44, 53] }],
    is_unisex: true,
    measurement_width: 52,
    measurement_length: 70,
    price: 12.5,
    package_size_id: 2,
    ai_photo: false,
  },
};

export const phone: Kind = {
  form: (language) => ({
    ...nothingSaid,
    photos: photos('front'),
    title: 'iPhone 13 Pro',
    description: 'Sans rayures.',
    category: path(3661, language),
    brand: { id: 54_661, label: 'Apple' },
    model: { id: null, label: 'iPhone 13 Pro' },
    condition: 2,
    colors: [1],
    attributes: {
      internal_memory_capacity: { id: 2004, label: language === 'fr' ? '128 Go' : '128 GB' },
      sim_lock: { id: 2022, label: { fr: 'Non', en: 'No', de: 'Nein' }[language] },
    },
    price: price(40_000, language),
    package: 1,
  }),
  stored: {
    catalog_id: 3661,
    brand_id: 54_661,
    status_id: 2,
    color_ids: [1],
    item_attributes: [
      { code: 'internal_memory_capacity', ids: [2004] },
      { code: 'sim_lock', ids: [2022] },
    ],
    price: 400,
    package_size_id: 1,
  },
};

export const book: Kind = {
  form: (language) => ({
    ...nothingSaid,
    photos: photos('front', 'back'),
    title: 'Le Petit Prince',
    description: 'Édition de poche, lue une fois.',
    category: path(2319, language),
    condition: 1,
    isbn: '978-2-07-061275-8',
    price: price(300, language),
    package: 1,
  }),
  stored: {
    catalog_id: 2319,
    brand_id: null,
    status_id: 1,
    isbn: '978-2-07-061275-8',
    author: 'Antoine de Saint-Exupéry',
    color_ids: [],
    item_attributes: [],
    price: 3,
    package_size_id: 1,
  },
};

/** No brand, a colour, no size field. */
export const bag: Kind = {
  form: (language) => ({
    ...nothingSaid,
    photos: photos('inside', 'front', 'side', 'back', 'label'),
    title: 'Sac à dos noir',
    description: 'Deux poches intérieures.',
    category: path(157, language),
    brand: 'none',
    condition: 4,
    colors: [1],
    materials: [{ id: 44, label: 'Coton' }],
    price: price(1_999, language),
    package: 3,
  }),
  stored: {
    catalog_id: 157,
    brand_id: 1,
    size_id: null,
    status_id: 4,
    color_ids: [1],
    item_attributes: [{ code: 'material', ids: [44] }],
    price: 19.99,
    package_size_id: 3,
  },
};

/** A brand of the seller's own, a size of the bed, parcels of home goods. */
export const duvet: Kind = {
  form: (language) => ({
    ...nothingSaid,
    photos: photos('front'),
    title: 'Housse de couette rayée',
    description: 'Lin lavé, très douce.',
    category: path(1943, language),
    brand: { id: null, label: 'Atelier Zoé' },
    size: { id: 1493, label: findSize(1493)?.titles[language] ?? '' },
    condition: 6,
    colors: [12],
    price: price(2_450, language),
    package: 9,
  }),
  stored: {
    catalog_id: 1943,
    brand_id: null,
    brand: 'Atelier Zoé',
    size_id: 1493,
    status_id: 6,
    color_ids: [12],
    price: 24.5,
    package_size_id: 9,
  },
};

/** Women's sizes, behind tabs where the site has them: 38 of the EU tab, which other tabs have too. */
export const skirt: Kind = {
  form: (language) => ({
    ...nothingSaid,
    photos: photos('front', 'side'),
    title: 'Jupe midi plissée',
    description: 'Taille élastique, doublée.',
    category: path(199, language),
    brand: { id: 53, label: 'Nike' },
    size: { id: 1763, label: '38' },
    condition: 2,
    colors: [9],
    attributes: { skirt_length: { id: 2082, label: { fr: 'Mi-long', en: 'Midi', de: 'Mittellang' }[language] } },
    price: price(1_800, language),
    package: 1,
  }),
  stored: {
    catalog_id: 199,
    size_id: 1763,
    status_id: 2,
    color_ids: [9],
    item_attributes: [{ code: 'skirt_length', ids: [2082] }],
    price: 18,
    package_size_id: 1,
  },
};

/** What a site stored, with everything that has no order sorted. */
export function ordered(body: ItemBody | undefined): Partial<ItemBody> | undefined {
  return (
    body && {
      ...body,
      color_ids: body.color_ids.toSorted((a, b) => a - b),
      item_attributes: body.item_attributes
        .map(({ code, ids }) => ({ code, ids: ids.toSorted((a, b) => a - b) }))
        .toSorted((a, b) => a.code.localeCompare(b.code)),
    }
  );
}
