import { brands, conditions, findSize } from '../data/choices.ts';
import { colors } from '../data/colors.ts';
import type { Language } from '../hosts.ts';
import { sizeIdOf } from '../item-body.ts';
import type { StoredItem } from '../state.ts';
import { photoAnswer, photoUrl } from './photos.ts';
import type { Site } from './site.ts';

export const slugOf = (title: string): string =>
  title
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

export const brandTitleOf = (item: StoredItem): string =>
  item.body.brand ?? brands.find((brand) => brand.id === item.body.brand_id)?.title ?? '';

const photosOf = (site: Site, item: StoredItem): Record<string, unknown>[] =>
  item.body.assigned_photos.flatMap(({ id, orientation }, index) => {
    const photo = site.state.photos.find((one) => one.id === id);
    return photo ? [{ ...photoAnswer(photo, orientation), is_main: index === 0 }] : [];
  });

const money = (item: StoredItem): { amount: string; currency_code: string } | null =>
  item.body.price === null ? null : { amount: amountOf(item.body.price), currency_code: item.body.currency };

/** As a decimal number with one digit at least: "12.0", "9.99". */
const amountOf = (price: number): string => (Number.isInteger(price * 10) ? price.toFixed(1) : price.toFixed(2));

const stateOf = (item: StoredItem) => ({
  is_draft: item.isDraft,
  is_closed: item.isSold || item.isWithdrawn,
  is_reserved: item.isReserved,
  is_hidden: item.isHidden,
  is_processing: item.isProcessing,
  item_closing_action: item.isSold ? 'sold' : null,
});

/** One entry of the wardrobe list: no description there (site.md §8.2). */
export function wardrobeAnswer(site: Site, item: StoredItem, language: Language): Record<string, unknown> {
  const size = findSize(sizeIdOf(item.body) ?? 0);
  const condition = conditions.find(({ id }) => id === item.body.status_id);
  return {
    id: item.id,
    title: item.body.title,
    price: money(item),
    url: `https://${item.host}/items/${item.id}-${slugOf(item.body.title)}`,
    path: item.isDraft ? `/items/${item.id}/edit` : `/items/${item.id}-${slugOf(item.body.title)}`,
    photos: photosOf(site, item),
    favourite_count: item.favourites,
    view_count: item.views,
    brand: brandTitleOf(item),
    size: size?.titles[language] ?? '',
    status: condition?.titles[language] ?? '',
    user: { id: item.memberId },
    ...stateOf(item),
    created_at_ts: new Date(item.createdAt).toISOString(),
  };
}

/** The whole editable listing, for its owner only: colours apart, size at the root or among the attributes (site.md §8.2). */
export function editableAnswer(site: Site, item: StoredItem, language: Language): Record<string, unknown> {
  const { color_ids: colorIds, ...body } = item.body;
  const sizeId = sizeIdOf(item.body);
  const others = item.body.item_attributes.filter(({ code }) => code !== 'size');
  const inAttributes = site.switches.sizeIn === 'attributes' && sizeId !== null;
  const colorTitle = (id: number | undefined): string | null =>
    colors.find((color) => color.id === id)?.titles[language] ?? null;
  return {
    ...body,
    id: item.id,
    brand_dto: { id: item.body.brand_id, title: brandTitleOf(item) },
    size_id: inAttributes ? null : sizeId,
    item_attributes: inAttributes ? [...others, { code: 'size', ids: [sizeId] }] : others,
    color1_id: colorIds[0] ?? null,
    color2_id: colorIds[1] ?? null,
    color1: colorTitle(colorIds[0]),
    color2: colorTitle(colorIds[1]),
    status: conditions.find(({ id }) => id === item.body.status_id)?.titles[language] ?? null,
    price: money(item),
    photos: photosOf(site, item),
    assigned_photos: photosOf(site, item),
    ...(site.switches.stateIn === 'both' ? stateOf(item) : {}),
    url: `https://${item.host}/items/${item.id}-${slugOf(item.body.title)}`,
  };
}

export const thumbnailOf = (site: Site, item: StoredItem): string | null => {
  const photo = site.state.photos.find(({ id }) => id === item.body.assigned_photos[0]?.id);
  return photo ? photoUrl(photo, 'f800') : null;
};
