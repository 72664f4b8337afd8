import type { Draft } from '../../../shared/draft.ts';
import { foldText } from '../../../shared/fold-text.ts';

export const filters = ['all', 'needs-me', 'ready', 'working', 'on-vinted'] as const;
export type Filter = (typeof filters)[number];
export const sortings = ['newest', 'oldest', 'title', 'price-up', 'price-down', 'unsure'] as const;
export type Sorting = (typeof sortings)[number];
export type ListQuery = { filter: Filter; search: string; sort: Sorting };

/** In which of the seller's piles a draft lies. `complete` = nothing missing. */
export function pileOf(draft: Draft, complete: boolean): Exclude<Filter, 'all'> {
  if (draft.state === 'published' || draft.state === 'vinted-draft') return 'on-vinted';
  if (draft.failure) return 'needs-me';
  if (draft.state === 'analysing' || draft.state === 'filling') return 'working';
  return complete ? 'ready' : 'needs-me';
}

/** Every word of the search occurs somewhere in the draft's text, accents and case aside. */
export function matchesSearch(draft: Draft, search: string): boolean {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = searchTextOf(draft);
  return words.every((word) => text.includes(word));
}

function searchTextOf({ fields, vintedId }: Draft): string {
  const brand = fields.brand.value;
  const parts = [
    fields.title.value,
    brand === 'none' ? '' : brand?.label,
    fields.size.value?.label,
    fields.category.value?.path.join(' '),
    fields.description.value,
    vintedId,
  ];
  return foldText(parts.filter(Boolean).join(' '));
}

const compare: Record<Sorting, (one: Draft, other: Draft) => number> = {
  newest: (one, other) => other.createdAt - one.createdAt,
  oldest: (one, other) => one.createdAt - other.createdAt,
  title: (one, other) => titleOf(one).localeCompare(titleOf(other)),
  'price-up': (one, other) => priceOf(one, Infinity) - priceOf(other, Infinity),
  'price-down': (one, other) => priceOf(other, -1) - priceOf(one, -1),
  unsure: (one, other) => surenessOf(one) - surenessOf(other),
};

const titleOf = (draft: Draft): string => draft.fields.title.value ?? '\u{FFFF}';
const priceOf = (draft: Draft, open: number): number => draft.fields.price.value?.amount ?? open;

/** The least sure value of a draft decides: it is what the seller has to look at. */
export function surenessOf({ fields }: Draft): number {
  const filled = Object.values(fields).filter((field) => field.value !== null && field.source !== 'seller');
  return Math.min(1, ...filled.map((field) => field.confidence));
}

/** The drafts to show, in order. Ties keep the order they came in, then the id: a list that jumps cannot be worked with. */
export function arrangeList(drafts: Draft[], query: ListQuery, isComplete: (draft: Draft) => boolean): Draft[] {
  return drafts
    .filter((draft) => query.filter === 'all' || pileOf(draft, isComplete(draft)) === query.filter)
    .filter((draft) => matchesSearch(draft, query.search))
    .sort((one, other) => compare[query.sort](one, other) || (one.id < other.id ? -1 : 1));
}

export function countPiles(drafts: Draft[], isComplete: (draft: Draft) => boolean): Record<Filter, number> {
  const counts: Record<Filter, number> = { all: drafts.length, 'needs-me': 0, ready: 0, working: 0, 'on-vinted': 0 };
  for (const draft of drafts) counts[pileOf(draft, isComplete(draft))] += 1;
  return counts;
}
