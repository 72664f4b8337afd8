import { emptyBody, type ItemBody } from '../../item-body.ts';
import { boot, type BootItem } from '../page-data.ts';

export type FormPhoto = { key: string; id: number; url: string; orientation: number };
export type FormValues = {
  photos: FormPhoto[];
  title: string;
  description: string;
  catalog: { id: number; title: string } | null;
  brand: { id: number | null; title: string; isLuxury: boolean; needsCheck: boolean } | null;
  size: { id: number; title: string } | null;
  condition: number | null;
  colors: number[];
  materials: number[];
  attributes: Record<string, number>;
  unisex: boolean;
  isbn: string;
  author: string;
  bookTitle: string;
  model: { id: number | null; title: string } | null;
  price: number | null;
  packageId: number | null;
  width: string;
  length: string;
  aiPhoto: boolean;
  bump: boolean;
};

export const emptyValues: FormValues = {
  photos: [],
  title: '',
  description: '',
  catalog: null,
  brand: null,
  size: null,
  condition: null,
  colors: [],
  materials: [],
  attributes: {},
  unisex: false,
  isbn: '',
  author: '',
  bookTitle: '',
  model: null,
  price: null,
  packageId: null,
  width: '',
  length: '',
  aiPhoto: false,
  bump: false,
};

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.replace(',', '.')));

function attributesOf(values: FormValues): ItemBody['item_attributes'] {
  const list = Object.entries(values.attributes).map(([code, id]) => ({ code, ids: [id] }));
  if (values.materials.length > 0) list.push({ code: 'material', ids: values.materials });
  return list;
}

/** What the form sends; `priceSent` differs from the shown amount when a re-render lost it. */
export function toBody(values: FormValues, id: number | null, uploadId: string): ItemBody {
  return {
    ...emptyBody(boot.currency),
    id,
    temp_uuid: uploadId,
    title: values.title,
    description: values.description,
    brand_id: values.brand?.id ?? null,
    brand: values.brand?.title ?? null,
    size_id: values.size?.id ?? null,
    catalog_id: values.catalog?.id ?? null,
    isbn: values.isbn || null,
    author: values.author || null,
    book_title: values.bookTitle || null,
    model: values.model,
    is_unisex: values.unisex,
    status_id: values.condition,
    price: Number.isNaN(values.price) ? null : values.price,
    package_size_id: values.packageId,
    color_ids: values.colors,
    assigned_photos: values.photos.map(({ id: photoId, orientation }) => ({
      id: photoId,
      orientation,
    })),
    item_attributes: attributesOf(values),
    measurement_width: numberOf(values.width),
    measurement_length: numberOf(values.length),
    measurement_unit: values.width || values.length ? 'cm' : null,
    ai_photo: values.aiPhoto,
  };
}

type Editable = BootItem &
  Omit<ItemBody, 'price' | 'color_ids'> & {
    price: { amount: string } | null;
    color1_id: number | null;
    color2_id: number | null;
    brand_dto: { id: number | null; title: string };
    photos: { id: number; url: string; orientation: number }[];
  };

/** The form as an edit page opens it. Titles the answer lacks are filled in by the fields themselves. */
export function fromItem(item: Editable): FormValues {
  const attributes = item.item_attributes;
  const sizeId = item.size_id ?? attributes.find(({ code }) => code === 'size')?.ids[0];
  const others = attributes.filter(({ code }) => code !== 'size' && code !== 'material');
  const brandKnown = item.brand_id !== null || item.brand;
  return {
    ...emptyValues,
    photos: item.photos.map(({ id, url, orientation }) => ({
      key: String(id),
      id,
      url,
      orientation,
    })),
    title: item.title,
    description: item.description,
    catalog: item.catalog_id === null ? null : { id: item.catalog_id, title: '' },
    brand: brandKnown ? { id: item.brand_id, title: item.brand_dto.title, isLuxury: false, needsCheck: false } : null,
    size: sizeId ? { id: sizeId, title: '' } : null,
    condition: item.status_id,
    colors: [item.color1_id, item.color2_id].filter((id) => id !== null),
    materials: attributes.find(({ code }) => code === 'material')?.ids ?? [],
    attributes: Object.fromEntries(others.map(({ code, ids }) => [code, ids[0]!])),
    unisex: item.is_unisex,
    isbn: item.isbn ?? '',
    author: item.author ?? '',
    bookTitle: item.book_title ?? '',
    model: item.model,
    price: item.price ? Number(item.price.amount) : null,
    packageId: item.package_size_id,
    width: item.measurement_width?.toString() ?? '',
    length: item.measurement_length?.toString() ?? '',
    aiPhoto: item.ai_photo,
  };
}

export type { Editable };
