import type { CatalogNode } from '../catalog.ts';

import { isSpecial } from './catalog-tree.ts';
import { leafIndex, type IndexedLeaf, type LeafIndex } from './leaf-index.ts';
import { editDistance, lettersOf, wordsOf } from './words.ts';

export type CatalogHit = { id: number; path: string[] };

/**
 * Leaves of the member's catalogue for what a seller types, best first: the tree's own titles, sellers' words in their
 * language and in English, the last word as far as it is typed, one or two slips of the keyboard forgiven.
 */
export function searchCatalog(
  query: string,
  nodes: readonly CatalogNode[],
  language: string,
  limit = 12,
): CatalogHit[] {
  const typed = wordsOf(query.slice(0, 80)).slice(0, 8);
  if (typed.length === 0) return [];
  const index = leafIndex(nodes, language);
  const found = typed.map((word, place) => placesOf(word, index, place === typed.length - 1));
  return ranked(typed, found, index)
    .slice(0, limit)
    .map(({ leaf }) => ({ id: leaf.id, path: leaf.titles }));
}

/** Leaves for one typed word with how well they fit. */
function placesOf(word: string, index: LeafIndex, isLast: boolean): Map<number, number> {
  const places = new Map<number, number>();
  const letters = lettersOf(word);
  for (const [known, knownLetters] of index.vocabulary) {
    const fit = wordFit(word, known, isLast, bitCount(letters & ~knownLetters));
    if (fit === 0) continue;
    for (const [place, weight] of index.postings.get(known) ?? [])
      places.set(place, Math.max(places.get(place) ?? 0, fit * weight));
  }
  return places;
}

function wordFit(word: string, known: string, isLast: boolean, lacking: number): number {
  const forgiven = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (lacking > forgiven) return 0;
  if (word === known) return 1;
  if (known.startsWith(word)) return isLast ? 0.6 + (0.35 * word.length) / known.length : 0.5;
  if (word.length >= 5 && known.length > word.length && known.includes(word)) return 0.45;
  const slips = forgiven === 0 ? 1 : editDistance(word, known, forgiven);
  return slips > forgiven ? 0 : 0.75 - 0.2 * slips;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

type Scored = { entry: IndexedLeaf; score: number };

function ranked(typed: readonly string[], found: readonly Map<number, number>[], index: LeafIndex): IndexedLeaf[] {
  const candidates = new Set(found.flatMap((places) => [...places.keys()]));
  const scored: Scored[] = [];
  for (const place of candidates) {
    const entry = index.leaves[place];
    const missing = found.filter((places) => !places.has(place)).length;
    if (!entry || missing > typed.length / 2 || (typed.length === 2 && missing > 0)) continue;
    scored.push({ entry, score: scoreOf(entry, place, typed, found) - missing });
  }
  return scored
    .toSorted((one, other) => other.score - one.score || one.entry.leaf.ids.length - other.entry.leaf.ids.length)
    .map(({ entry }) => entry);
}

function scoreOf(
  entry: IndexedLeaf,
  place: number,
  typed: readonly string[],
  found: readonly Map<number, number>[],
): number {
  const fit = found.reduce((sum, places) => sum + (places.get(place) ?? 0), 0);
  const whole = Math.max(...entry.names.map(({ words, weight }) => weight * sameShare(words, typed)));
  return fit + whole + (entry.leaf.audience ? 0.1 : 0) - (isSpecial(entry.leaf) ? 0.3 : 0);
}

/** Share of a name's words that were typed, so that "dress" brings dresses before fancy dress. */
function sameShare(words: readonly string[], typed: readonly string[]): number {
  const last = typed.at(-1) ?? '';
  const same = words.filter((word) => typed.includes(word) || word.startsWith(last)).length;
  return words.length === 0 ? 0 : same / words.length;
}
