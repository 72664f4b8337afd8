import * as z from 'zod/mini';

import type { ListingForm } from '../../../shared/listing-form.ts';
import { statusOf } from '../../../shared/listing-status.ts';
import type { OwnListing } from '../../../shared/own-listing.ts';
import { photoHost } from '../selectors.ts';
import { moneyOf, price } from './parse-money.ts';

const text = z.nullish(z.string());
const flag = z.nullish(z.union([z.boolean(), z.number()]));
const positive = z.int().check(z.positive());
const id = z.nullish(z.union([z.number(), z.string()]));
/** A choice comes as its id beside it, as an object, or by its title alone: sources differ (site.md §8.2 [X]). */
const choice = z.nullish(z.union([z.string(), z.number(), z.object({ id, title: text })]));

const photo = z.object({
  id: z.union([z.string(), z.number()]),
  url: text,
  full_size_url: text,
  orientation: z.nullish(z.number()),
});
const item = z.object({
  id: z.union([positive, z.string().check(z.regex(/^\d{1,15}$/))]),
  title: text,
  description: text,
  catalog_id: id,
  brand_id: id,
  brand: choice,
  brand_dto: z.nullish(z.object({ id, title: text })),
  size_id: id,
  size: choice,
  status_id: id,
  color1: choice,
  color2: choice,
  color1_id: id,
  color2_id: id,
  color_ids: z.nullish(z.array(z.union([z.number(), z.string()]))),
  package_size_id: id,
  is_unisex: flag,
  isbn: text,
  author: text,
  model: choice,
  model_id: id,
  video_game_rating_id: id,
  measurement_width: id,
  measurement_length: id,
  manufacturer: text,
  item_attributes: z.nullish(
    z.array(z.object({ code: z.string(), ids: z.nullish(z.array(z.union([z.number(), z.string()]))) })),
  ),
  price: z.nullish(price),
  currency: text,
  photos: z.nullish(z.array(photo)),
  assigned_photos: z.nullish(z.array(photo)),
  is_draft: flag,
  is_processing: flag,
  is_hidden: flag,
  is_reserved: flag,
  is_closed: flag,
  item_closing_action: text,
});
type Raw = z.infer<typeof item>;

/** An own listing of `item_upload/items/{id}`, tolerant of the shapes seen; throws when it is no listing at all. */
export function parseListing(body: unknown): OwnListing {
  const raw = z.object({ item }).parse(body).item;
  const photos = photosOf(raw);
  return {
    id: String(raw.id),
    status: stateOf(raw),
    form: formOf(raw),
    photos: photos.flatMap((one) => one ?? []),
    lost: lostOf(raw, photos.includes(null)),
  };
}

/** Its flags are sure of the wardrobe's list alone: where they are not sent, nothing is made up. */
function stateOf(raw: Raw): OwnListing['status'] {
  const flags = [raw.is_draft, raw.is_processing, raw.is_reserved, raw.is_closed];
  if (typeof raw.is_hidden !== 'boolean' && typeof raw.is_hidden !== 'number' && !flags.some(Boolean)) return null;
  return statusOf({
    isDraft: Boolean(raw.is_draft),
    isProcessing: Boolean(raw.is_processing),
    isHidden: Boolean(raw.is_hidden),
    isReserved: Boolean(raw.is_reserved),
    isClosed: Boolean(raw.is_closed),
    isSold: Boolean(raw.is_closed) && raw.item_closing_action === 'sold',
  });
}

function formOf(raw: Raw): ListingForm {
  const catalog = idOf(raw.catalog_id);
  const colors = colorsOf(raw);
  const materials = attributeIds(raw, 'material');
  const [width, length] = [numberOf(raw.measurement_width), numberOf(raw.measurement_length)];
  return {
    photos: [],
    title: raw.title ?? null,
    description: raw.description ?? null,
    category: catalog === null ? null : { id: catalog, path: [] },
    brand: brandOf(raw),
    size: sizeOf(raw),
    condition: idOf(raw.status_id) ?? attributeIds(raw, 'condition')[0] ?? null,
    colors: colors.length > 0 ? colors : null,
    materials: materials.length > 0 ? materials.map((one) => ({ id: one, label: '' })) : null,
    unisex: raw.is_unisex === null || raw.is_unisex === undefined ? null : Boolean(raw.is_unisex),
    isbn: raw.isbn || null,
    model: modelOf(raw),
    measurements: width === null && length === null ? null : { width, length },
    attributes: othersOf(raw),
    price: moneyOf(raw.price, raw.currency),
    package: idOf(raw.package_size_id),
  };
}

function idOf(value: number | string | null | undefined): number | null {
  const whole = Number(value ?? Number.NaN);
  return Number.isSafeInteger(whole) && whole > 0 ? whole : null;
}

function numberOf(value: number | string | null | undefined): number | null {
  const number = value === '' ? Number.NaN : Number(value ?? Number.NaN);
  return Number.isFinite(number) && number > 0 ? number : null;
}

const idIn = (value: Raw['color1']): number | null =>
  typeof value === 'object' ? idOf(value?.id) : typeof value === 'number' ? idOf(value) : null;
const titleIn = (value: Raw['color1']): string =>
  (typeof value === 'object' ? value?.title : typeof value === 'string' ? value : '') ?? '';

const attributeIds = (raw: Raw, code: string): number[] =>
  (raw.item_attributes ?? [])
    .filter((one) => one.code === code)
    .flatMap(({ ids }) => (ids ?? []).flatMap((one) => idOf(one) ?? []));

function colorsOf(raw: Raw): number[] {
  const apart = [idOf(raw.color1_id) ?? idIn(raw.color1), idOf(raw.color2_id) ?? idIn(raw.color2)];
  const together = [...(raw.color_ids ?? []).map(idOf), ...attributeIds(raw, 'color')];
  const known = apart.some((one) => one !== null) ? apart : together;
  return [...new Set(known.flatMap((one) => one ?? []))].slice(0, 2);
}

/** Vinted's own *no brand*. */
const noBrand = 1;

function brandOf(raw: Raw): ListingForm['brand'] {
  const brandId = idOf(raw.brand_id) ?? idOf(raw.brand_dto?.id) ?? idIn(raw.brand);
  const label = (raw.brand_dto?.title ?? titleIn(raw.brand)).slice(0, 200);
  if (brandId === noBrand) return 'none';
  return brandId === null && label === '' ? null : { id: brandId, label };
}

/** At the root or, since August 2026, among the attributes (site.md §4.5). */
function sizeOf(raw: Raw): ListingForm['size'] {
  const size = idOf(raw.size_id) ?? attributeIds(raw, 'size')[0] ?? idIn(raw.size);
  return size === null ? null : { id: size, label: titleIn(raw.size).slice(0, 200) };
}

function modelOf(raw: Raw): ListingForm['model'] {
  const model = idOf(raw.model_id) ?? idIn(raw.model);
  const label = titleIn(raw.model).slice(0, 200);
  return model === null && label === '' ? null : { id: model, label };
}

const ownFields = new Set(['size', 'material', 'condition', 'color', 'brand', 'category']);

function othersOf(raw: Raw): ListingForm['attributes'] {
  const rating = idOf(raw.video_game_rating_id);
  const listed = (raw.item_attributes ?? []).flatMap(({ code }): [string, { id: number; label: string }][] => {
    const first = attributeIds(raw, code)[0];
    return ownFields.has(code) || first === undefined ? [] : [[code, { id: first, label: '' }]];
  });
  return Object.fromEntries([
    ...listed,
    ...(rating ? [['video_game_rating', { id: rating, label: '' }] as const] : []),
  ]);
}

/** Order as given; a photo without an address at the photo host is `null`. */
function photosOf(raw: Raw): (OwnListing['photos'][number] | null)[] {
  const listed = [raw.assigned_photos, raw.photos].find((list) =>
    list?.some(({ url, full_size_url: full }) => url ?? full),
  );
  return (listed ?? raw.assigned_photos ?? raw.photos ?? []).map((one) => {
    const url = [one.full_size_url, one.url].find((address) => photoHost.test(address ?? ''));
    return url ? { id: String(one.id), url, orientation: (((one.orientation ?? 0) % 360) + 360) % 360 } : null;
  });
}

function lostOf(raw: Raw, lacksPhoto: boolean): string[] {
  const several = (raw.item_attributes ?? [])
    .map(({ code }) => code)
    .filter((code) => attributeIds(raw, code).length > (code === 'material' ? 3 : code === 'color' ? 2 : 1));
  return [
    ...(lacksPhoto ? ['photos'] : []),
    ...several,
    ...(raw.manufacturer ? ['manufacturer'] : []),
    // The form fills author and title by the ISBN; without one they were typed.
    ...(raw.author && !raw.isbn ? ['author'] : []),
    ...((raw.title ?? '').length > 100 ? ['title'] : []),
    ...((raw.description ?? '').length > 2_000 ? ['description'] : []),
  ];
}
