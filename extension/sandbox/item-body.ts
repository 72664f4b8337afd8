/** What the form sends and the server keeps (site.md §8.3): one shape for both sides of the wire. */
export type ItemBody = {
  id: number | null;
  currency: string;
  temp_uuid: string;
  title: string;
  description: string;
  brand_id: number | null;
  brand: string | null;
  size_id: number | null;
  catalog_id: number | null;
  isbn: string | null;
  author: string | null;
  book_title: string | null;
  model: { id: number | null; title: string } | null;
  is_unisex: boolean;
  status_id: number | null;
  price: number | null;
  package_size_id: number | null;
  shipment_prices: { domestic: null; international: null };
  color_ids: number[];
  assigned_photos: { id: number; orientation: number }[];
  item_attributes: { code: string; ids: number[] }[];
  measurement_length: number | null;
  measurement_width: number | null;
  measurement_unit: string | null;
  manufacturer: string | null;
  ai_photo: boolean;
};

export const emptyBody = (currency: string): ItemBody => ({
  id: null,
  currency,
  temp_uuid: '',
  title: '',
  description: '',
  brand_id: null,
  brand: null,
  size_id: null,
  catalog_id: null,
  isbn: null,
  author: null,
  book_title: null,
  model: null,
  is_unisex: false,
  status_id: null,
  price: null,
  package_size_id: null,
  shipment_prices: { domestic: null, international: null },
  color_ids: [],
  assigned_photos: [],
  item_attributes: [],
  measurement_length: null,
  measurement_width: null,
  measurement_unit: null,
  manufacturer: null,
  ai_photo: false,
});

export type FieldError = { field: string; value: string };

/** A size travels at the root or as an attribute; both must be read (site.md §4.5). */
export const sizeIdOf = (body: ItemBody): number | null =>
  body.size_id ?? body.item_attributes.find((attribute) => attribute.code === 'size')?.ids[0] ?? null;

export const attributeIds = (body: ItemBody, code: string): number[] =>
  body.item_attributes.find((attribute) => attribute.code === code)?.ids ?? [];
