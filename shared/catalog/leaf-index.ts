import type { CatalogNode } from '../catalog.ts';

import { catalogTree, findEnglishTitle, type CatalogTree, type Leaf } from './catalog-tree.ts';
import { kinds, type Fit, type Kind } from './kinds.ts';
import { lettersOf, plainText, wordsOf } from './words.ts';

/** One way to call a leaf. `weight` = how well that name stands for it (its own title 1, a seller's word a little less). */
export type LeafName = { words: readonly string[]; weight: number };
export type IndexedLeaf = { leaf: Leaf; names: LeafName[]; above: Set<string> };
export type LeafIndex = {
  tree: CatalogTree;
  leaves: IndexedLeaf[];
  /** Word → places in `leaves` with the weight of the best name that holds it. */
  postings: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Every word of `postings` with its letters, for the search as one types. */
  vocabulary: readonly (readonly [word: string, letters: number])[];
  /** Ids by the whole path, in the tree's titles and in English (see `pathKey`). */
  paths: ReadonlyMap<string, readonly number[]>;
  /** How rare a word is: 1 = in one leaf, towards 0 = everywhere. */
  rarity(word: string): number;
};

const perTree = new WeakMap<readonly CatalogNode[], Map<string, LeafIndex>>();

/** Names of every leaf in the tree's own language, in English, and in the seller's words of `language`. */
export function leafIndex(nodes: readonly CatalogNode[], language: string): LeafIndex {
  const key = language.slice(0, 2).toLowerCase();
  const known = perTree.get(nodes) ?? new Map<string, LeafIndex>();
  perTree.set(nodes, known);
  const index = known.get(key) ?? buildIndex(catalogTree(nodes), key);
  known.set(key, index);
  return index;
}

function buildIndex(tree: CatalogTree, language: string): LeafIndex {
  const spoken = spokenNames(language);
  const leaves = [...tree.leaves.values()].map((leaf) => ({
    leaf,
    names: [...ownNames(leaf, language), ...(spoken.get(leaf.id) ?? [])],
    above: new Set(leaf.ids.slice(0, -1).flatMap((id) => titleWords(tree, id))),
  }));
  const postings = postingsOf(leaves);
  const rarity = (word: string): number =>
    1 - Math.log(1 + (postings.get(word)?.size ?? 0)) / Math.log(2 + leaves.length);
  return {
    tree,
    leaves,
    postings,
    vocabulary: [...postings.keys()].map((word) => [word, lettersOf(word)] as const),
    paths: pathsOf(leaves),
    rarity,
  };
}

const titleWords = (tree: CatalogTree, id: number): string[] => [
  ...wordsOf(tree.titles.get(id) ?? ''),
  ...wordsOf(findEnglishTitle(id) ?? ''),
];

function ownNames(leaf: Leaf, language: string): LeafName[] {
  const names = [{ words: wordsOf(leaf.titles.at(-1) ?? ''), weight: 1 }];
  const english = findEnglishTitle(leaf.id);
  if (english !== undefined) names.push({ words: wordsOf(english), weight: language === 'en' ? 1 : foreignWeight });
  return names;
}

function spokenNames(language: string): Map<number, LeafName[]> {
  const names = new Map<number, LeafName[]>();
  for (const kind of kinds) {
    for (const { id, fit } of Object.values(kind.leaves)) {
      names.set(id, [...(names.get(id) ?? []), ...phrases(kind, language, spokenWeights[fit])]);
    }
  }
  return names;
}

const spokenWeights: Record<Fit, number> = { exact: 0.95, 'catch-all': 0.85, 'stand-in': 0.55 };
/** "robe" is a dress to a French seller and a dressing gown to an English one: the seller's language goes first. */
const foreignWeight = 0.75;

function phrases(kind: Kind, language: string, weight: number): LeafName[] {
  const own = (kind.names[language] ?? []).map((name) => ({ words: wordsOf(name), weight }));
  if (language === 'en') return own;
  return [...own, ...(kind.names.en ?? []).map((name) => ({ words: wordsOf(name), weight: weight * foreignWeight }))];
}

export const pathKey = (titles: readonly string[]): string => titles.map((title) => plainText(title).trim()).join('>');

function pathsOf(leaves: readonly IndexedLeaf[]): Map<string, number[]> {
  const paths = new Map<string, number[]>();
  for (const { leaf } of leaves) {
    const english = leaf.ids.map((id) => findEnglishTitle(id) ?? '');
    for (const key of new Set([pathKey(leaf.titles), pathKey(english)]))
      paths.set(key, [...(paths.get(key) ?? []), leaf.id]);
  }
  return paths;
}

function postingsOf(leaves: readonly IndexedLeaf[]): Map<string, Map<number, number>> {
  const postings = new Map<string, Map<number, number>>();
  for (const [place, { names, above }] of leaves.entries()) {
    for (const { words, weight } of names) for (const word of words) raise(postings, word, place, weight);
    for (const word of above) raise(postings, word, place, 0.35);
  }
  return postings;
}

function raise(postings: Map<string, Map<number, number>>, word: string, place: number, weight: number): void {
  const places = postings.get(word) ?? new Map<number, number>();
  postings.set(word, places);
  places.set(place, Math.max(places.get(place) ?? 0, weight));
}
