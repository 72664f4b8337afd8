import * as z from 'zod/mini';

import { currency as currencyCode, type Money } from '../../../shared/money.ts';
import type { WardrobeItem, WardrobePage } from '../../../shared/wardrobe.ts';

const flag = z.nullish(z.boolean());
const text = z.nullish(z.string());
/** Seconds as a number or digits, or a date in words of a machine: sources differ (site.md §8.2 [X]). */
const moment = z.nullish(z.union([z.number(), z.string()]));
const price = z.union([
  z.string(),
  z.number(),
  z.object({ amount: z.union([z.string(), z.number()]), currency_code: text }),
]);

const item = z.object({
  id: z.union([z.int().check(z.positive(), z.maximum(999_999_999_999_999)), z.string().check(z.regex(/^\d{1,15}$/))]),
  title: text,
  price: z.nullish(price),
  currency: text,
  is_draft: flag,
  is_processing: flag,
  is_hidden: z.nullish(z.union([z.boolean(), z.number()])),
  is_reserved: flag,
  is_closed: flag,
  item_closing_action: text,
  created_at_ts: moment,
  photos: z.nullish(z.array(z.object({ high_resolution: z.nullish(z.object({ timestamp: moment })) }))),
});
const pagination = z.object({ current_page: z.number(), total_pages: z.number(), total_entries: z.number() });
const answer = z.object({ items: z.array(item), pagination: z.nullish(pagination) });

/** One page of the wardrobe endpoint, tolerant of the shapes seen; throws when it is no wardrobe at all. */
export function parseWardrobe(body: unknown): WardrobePage {
  const { items, pagination: pages } = answer.parse(body);
  return {
    items: items.map(itemOf),
    page: pages?.current_page ?? 1,
    pages: pages?.total_pages ?? 1,
    total: pages?.total_entries ?? items.length,
  };
}

function itemOf(raw: z.infer<typeof item>): WardrobeItem {
  const closed = raw.is_closed ?? false;
  return {
    id: String(raw.id),
    title: raw.title ?? '',
    price: moneyOf(raw.price, raw.currency),
    isDraft: raw.is_draft ?? false,
    isProcessing: raw.is_processing ?? false,
    isHidden: Boolean(raw.is_hidden),
    isReserved: raw.is_reserved ?? false,
    isClosed: closed,
    isSold: closed && raw.item_closing_action === 'sold',
    createdAt: momentOf(raw.created_at_ts) ?? oldestPhoto(raw),
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

function moneyOf(raw: z.infer<typeof price> | null | undefined, fallback: string | null | undefined): Money | null {
  const amount = typeof raw === 'object' ? raw?.amount : raw;
  const code = currencyCode.safeParse((typeof raw === 'object' ? raw?.currency_code : null) ?? fallback);
  const minor = Math.round(Number(amount) * 100);
  if (amount === undefined || amount === null || !code.success || !Number.isFinite(minor) || minor < 0) return null;
  return { amount: minor, currency: code.data };
}
