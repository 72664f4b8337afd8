import type { WardrobeRead } from '../../db/database.ts';
import { statusOf } from '../../../shared/listing-status.ts';
import type { ListingStatus } from '../../../shared/listing.ts';
import type { WardrobeEntry } from '../../../shared/wardrobe.ts';

export type Ask = { which: WardrobeRead['which']; page: number };

/** Beyond that somebody is no private seller, or the site counts wrongly. */
const mostPages = 100;
const groups = ['active', 'draft', 'hidden', 'sold'] as const;

/**
 * What to ask next in one pass over a wardrobe; null = it is through. First the whole list page by page, then its first page
 * again, then each group: the whole list may leave out what a group shows (site.md §5.2).
 */
export function nextAsk(reads: readonly WardrobeRead[]): Ask | null {
  const [first, ...rest] = reads;
  if (!first) return { which: null, page: 1 };
  const whole = reads.filter(({ which }) => which === null);
  const pages = Math.min(first.pages, mostPages);
  const last = whole.at(-1);
  if (last && last.page < pages && (last === first || last.page > 1)) return { which: null, page: last.page + 1 };
  if (!rest.some(({ which, page }) => which === null && page === 1)) return { which: null, page: 1 };
  for (const which of groups) {
    const ask = nextInGroup(reads, which);
    if (ask) return ask;
  }
  return null;
}

/** A group is read on as long as it shows what nobody saw before; one that ignores its filter is left at once. */
function nextInGroup(reads: readonly WardrobeRead[], which: (typeof groups)[number]): Ask | null {
  const index = reads.findLastIndex((read) => read.which === which);
  const last = reads[index];
  if (!last) return { which, page: 1 };
  const before = new Set(reads.slice(0, index).flatMap(({ entries }) => entries.map(({ id }) => id)));
  const isNews = last.entries.some((entry) => !before.has(entry.id));
  const isFiltered = last.entries.every((entry) => belongsTo(which, entry));
  return isNews && isFiltered && last.page < Math.min(last.pages, mostPages) ? { which, page: last.page + 1 } : null;
}

function belongsTo(which: (typeof groups)[number], entry: WardrobeEntry): boolean {
  const status = statusOf(entry);
  if (which === 'active') return !['draft', 'sold', 'closed'].includes(status);
  return which === 'hidden' ? entry.isHidden : status === which;
}

/** Nothing came, went or changed its place while the list was read: only then does a missing listing say anything. */
export function isSteady(reads: readonly WardrobeRead[]): boolean {
  const whole = reads.filter(({ which }) => which === null);
  const [first, again] = [whole[0], whole.at(-1)];
  if (!first || !again || whole.length < 2) return false;
  const pass = whole.slice(0, -1);
  const ids = pass.flatMap(({ entries }) => entries.map(({ id }) => id));
  const isSame = first.entries.map(({ id }) => id).join() === again.entries.map(({ id }) => id).join();
  return whole.every(({ total }) => total === first.total) && new Set(ids).size === ids.length && isSame;
}

/** All that was seen, each listing as it was read last. */
export const seenIn = (reads: readonly WardrobeRead[]): Map<string, WardrobeEntry> =>
  new Map(reads.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry])));

/** In which states a listing that was not seen is not there any more: those whose count adds up in a pass that stood still. */
export function sureGone(reads: readonly WardrobeRead[]): ReadonlySet<ListingStatus> {
  if (!isSteady(reads)) return new Set();
  const seen = [...seenIn(reads).values()];
  const open: ListingStatus[] = ['active', 'reserved', 'under-review'];
  if ((reads[0]?.total ?? 0) <= seen.length) return new Set([...open, 'hidden', 'draft']);
  const totalOf = (which: WardrobeRead['which']) => reads.find((read) => read.which === which)?.total;
  const count = (which: (typeof groups)[number]): number => seen.filter((entry) => belongsTo(which, entry)).length;
  const withoutHidden = seen.filter((entry) => belongsTo('active', entry) && !entry.isHidden).length;
  const hiddenAdds = totalOf('hidden') === count('hidden');
  const activeAdds = totalOf('active') === count('active');
  return new Set<ListingStatus>([
    ...(activeAdds || (hiddenAdds && totalOf('active') === withoutHidden) ? open : []),
    ...(hiddenAdds ? (['hidden'] as const) : []),
    ...(totalOf('draft') === count('draft') ? (['draft'] as const) : []),
  ]);
}
