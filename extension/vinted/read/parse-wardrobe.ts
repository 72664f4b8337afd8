import * as z from 'zod/mini';

import type { WardrobeEntries, WardrobeEntry } from '../../../shared/wardrobe.ts';
import { photoHost } from '../selectors.ts';
import { moneyOf, price } from './parse-money.ts';

const flag = z.nullish(z.union([z.boolean(), z.number()]));
const text = z.nullish(z.string());
/** Seconds as a number or digits, or a date in words of a machine: sources differ (site.md §8.2 [X]). */
const moment = z.nullish(z.union([z.number(), z.string()]));
const count = z.nullish(z.union([z.number(), z.string()]));
const named = z.nullish(z.union([z.string(), z.object({ title: text })]));
const photo = z.object({
  url: text,
  full_size_url: text,
  is_main: flag,
  high_resolution: z.nullish(z.object({ timestamp: moment })),
});

const item = z.object({
  id: z.union([z.int().check(z.positive(), z.maximum(999_999_999_999_999)), z.string().check(z.regex(/^\d{1,15}$/))]),
  title: text,
  price: z.nullish(price),
  currency: text,
  is_draft: flag,
  is_processing: flag,
  is_hidden: flag,
  is_reserved: flag,
  is_closed: flag,
  item_closing_action: text,
  created_at_ts: moment,
  favourite_count: count,
  view_count: count,
  brand: named,
  brand_title: text,
  size: named,
  size_title: text,
  status: named,
  photos: z.nullish(z.array(photo)),
});
const pagination = z.object({ current_page: z.number(), total_pages: z.number(), total_entries: z.number() });
const answer = z.object({ items: z.array(item), pagination: z.nullish(pagination) });

/** One page of the wardrobe endpoint, tolerant of the shapes seen; throws when it is no wardrobe at all. */
export function parseWardrobe(body: unknown): WardrobeEntries {
  const { items, pagination: pages } = answer.parse(body);
  return {
    items: items.map(itemOf),
    page: pages?.current_page ?? 1,
    pages: pages?.total_pages ?? 1,
    total: pages?.total_entries ?? items.length,
  };
}

function itemOf(raw: z.infer<typeof item>): WardrobeEntry {
  const closed = Boolean(raw.is_closed);
  return {
    id: String(raw.id),
    title: raw.title ?? '',
    price: moneyOf(raw.price, raw.currency),
    isDraft: Boolean(raw.is_draft),
    isProcessing: Boolean(raw.is_processing),
    isHidden: Boolean(raw.is_hidden),
    isReserved: Boolean(raw.is_reserved),
    isClosed: closed,
    isSold: closed && raw.item_closing_action === 'sold',
    createdAt: momentOf(raw.created_at_ts) ?? oldestPhoto(raw),
    favourites: countOf(raw.favourite_count),
    views: countOf(raw.view_count),
    brand: raw.brand_title || titleOf(raw.brand),
    size: raw.size_title || titleOf(raw.size),
    condition: titleOf(raw.status),
    photos: addressesOf(raw),
  };
}

/** Where the listing carries no date, its oldest photo does. */
function oldestPhoto({ photos }: z.infer<typeof item>): number | null {
  const moments = (photos ?? []).flatMap((photo) => momentOf(photo.high_resolution?.timestamp) ?? []);
  return moments.length > 0 ? Math.min(...moments) : null;
}

function momentOf(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  const seconds = typeof value === 'number' || /^\d{9,11}$/.test(value) ? Number(value) : Number.NaN;
  const at = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(String(value));
  return Number.isFinite(at) ? Math.round(at) : null;
}

const titleOf = (value: z.infer<typeof named>): string | null =>
  (typeof value === 'object' ? value?.title : value) || null;

function countOf(value: z.infer<typeof count>): number | null {
  const whole = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value ?? Number.NaN);
  return Number.isSafeInteger(whole) && whole >= 0 ? whole : null;
}

/** The main one first where one is marked; nothing that lies elsewhere than at Vinted's photo host. */
function addressesOf({ photos }: z.infer<typeof item>): string[] {
  const main = (photos ?? []).toSorted((a, b) => Number(Boolean(b.is_main)) - Number(Boolean(a.is_main)));
  return main.flatMap(({ url, full_size_url: full }) => [url, full].find((one) => photoHost.test(one ?? '')) ?? []);
}
