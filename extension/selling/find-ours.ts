import type { Wardrobe } from './read-wardrobe.ts';
import type { WardrobeItem } from '../../shared/wardrobe.ts';

export type Expectation = {
  title: string | null;
  how: 'publish' | 'draft';
  /** Own listing ids seen right before the submit, and when. */
  baseline: { ids: readonly string[]; total: number; at: number };
  /** Id of the Vinted draft that was opened, or learned from the page. */
  knownId: string | null;
};

/** What the wardrobe tells of our submit. `unsure` = something new is there that may or may not be ours. */
export type Found = { is: 'found'; item: WardrobeItem } | { is: 'none' } | { is: 'unsure'; ids: string[] };

const CLOCK_SKEW = 10 * 60_000;

/**
 * The listing this submit made: new since the baseline, by id, with our title. Never guessed: two candidates or a new
 * listing under another title decide nothing (site.md §3.4, reliability.md §2.1).
 */
export function findOurs({ items, total }: Wardrobe, expected: Expectation): Found {
  const known = items.find((item) => item.id === expected.knownId);
  if (known) return known.isDraft === (expected.how === 'draft') ? { is: 'found', item: known } : { is: 'none' };
  const before = new Set(expected.baseline.ids);
  const fresh = items.filter(
    (item) => !before.has(item.id) && (item.createdAt === null || item.createdAt >= expected.baseline.at - CLOCK_SKEW),
  );
  const ours = fresh.filter(
    (item) => sameText(item.title, expected.title ?? '') && item.isDraft === (expected.how === 'draft'),
  );
  const [only, ...others] = ours;
  if (only && others.length === 0) return { is: 'found', item: only };
  if (ours.length > 1) return { is: 'unsure', ids: ours.map((item) => item.id) };
  // One more than before, though the page does not show it: the order may hide it, so nothing is decided.
  const hidden = fresh.length === 0 && total > expected.baseline.total;
  return fresh.length === 0 && !hidden ? { is: 'none' } : { is: 'unsure', ids: fresh.map((item) => item.id) };
}

/** Under our title though no list before had it and no submit of ours is known: the last writes may have gone with the power (F6). */
export const newUnderTitle = (
  items: readonly WardrobeItem[],
  { ids }: { ids: readonly string[] },
  title: string | null,
  how: 'publish' | 'draft',
): string[] =>
  items
    .filter((item) => item.isDraft === (how === 'draft') && sameText(item.title, title ?? '') && !ids.includes(item.id))
    .map(({ id }) => id);

const sameText = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
