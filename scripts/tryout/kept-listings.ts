import type { Page } from 'playwright-core';

import type { KeptListing } from './compare.ts';

export type Kept = {
  listings: KeptListing[];
  /** Whether the site told everything it holds; another site tells what its own pages may read. */
  isWhole: boolean;
};

/** Asks one address of the site in a page of its own, whose host the browser maps; nothing for any other answer. */
export type Ask = (path: string) => Promise<unknown>;

/** Runs in the page: by JSON whatever the content type says, as the site's own pages do (site.md §8.1). */
export const askIn =
  (vinted: Page): Ask =>
  (path) =>
    vinted.evaluate(async (address) => {
      try {
        const answer = await fetch(address, { headers: { accept: 'application/json', 'x-money-object': 'true' } });
        return answer.ok ? ((await answer.json()) as unknown) : null;
      } catch {
        return null;
      }
    }, path);

/** What the pretend site holds: the sandbox tells all; of another site the wardrobe and the listings themselves are read. */
export async function keptBy(ask: Ask): Promise<Kept> {
  const state = at(await ask('/__sandbox/state'));
  if (Array.isArray(state.listings) && Array.isArray(state.drafts)) {
    return { listings: [...state.listings, ...state.drafts] as KeptListing[], isWhole: true };
  }
  return { listings: await readWardrobe(ask), isWhole: false };
}

const mostPages = 20;

async function readWardrobe(ask: Ask): Promise<KeptListing[]> {
  const member = numberOf(at(at(await ask('/api/v2/users/current')).user).id);
  const found: KeptListing[] = [];
  for (let page = 1, pages = 1; page <= Math.min(pages, mostPages); page += 1) {
    const answer = at(await ask(`/api/v2/wardrobe/${member}/items?page=${page}&per_page=96&order=newest_first`));
    pages = Number(at(answer.pagination).total_pages) || 1;
    for (const card of listOf(answer.items)) found.push(await readListing(ask, at(card)));
  }
  return found;
}

type Told = Record<string, unknown>;
const at = (value: unknown): Told => (typeof value === 'object' && value !== null ? (value as Told) : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const numberOf = (value: unknown): number | null | undefined =>
  value === undefined ? undefined : value === null || value === '' ? null : Number(value);

/** The editable listing where the site gives it (site.md §8.2), else no more than its card. */
async function readListing(ask: Ask, card: Told): Promise<KeptListing> {
  const whole = at(at(await ask(`/api/v2/item_upload/items/${Number(card.id)}`)).item);
  const item = { ...card, ...whole };
  const isTold = whole.id !== undefined;
  return {
    id: Number(card.id),
    isDraft: item.is_draft === true,
    body: {
      title: typeof item.title === 'string' ? item.title : '',
      description: typeof item.description === 'string' ? item.description : undefined,
      brand_id: numberOf(item.brand_id ?? at(item.brand_dto).id),
      brand: undefined,
      size_id: isTold ? (numberOf(item.size_id) ?? null) : undefined,
      catalog_id: numberOf(item.catalog_id),
      status_id: numberOf(item.status_id),
      price: priceOf(item.price),
      package_size_id: numberOf(item.package_size_id),
      color_ids: isTold ? colorsOf(item) : undefined,
      item_attributes: isTold ? (listOf(item.item_attributes) as KeptListing['body']['item_attributes']) : undefined,
    },
    photos: listOf(item.assigned_photos ?? item.photos).map(() => ({ sha256: null })),
  };
}

/** `color1_id` and `color2_id`, or a list (site.md §8.2). */
const colorsOf = (item: Told): number[] =>
  Array.isArray(item.color_ids)
    ? item.color_ids.map(Number)
    : [item.color1_id, item.color2_id].flatMap((id) => (id === undefined || id === null ? [] : [Number(id)]));

/** An object with a string, or a plain string (site.md §1). */
const priceOf = (price: unknown): number | null | undefined =>
  numberOf(typeof price === 'object' && price !== null ? at(price).amount : price);
