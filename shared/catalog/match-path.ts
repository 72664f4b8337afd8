import type { CatalogNode } from '../catalog.ts';
import type { Audience } from '../vocabulary.ts';

import { findEnglishTitle, isSpecial, type Leaf } from './catalog-tree.ts';
import { kinds, type Fit } from './kinds.ts';
import { leafIndex, pathKey, type IndexedLeaf, type LeafIndex } from './leaf-index.ts';
import { plainText, wordsOf } from './words.ts';

export type Match = { id: number; confidence: number };

const audienceWords: readonly (readonly [pattern: RegExp, audience: Audience])[] = [
  [/\b(women|woman|womens|ladies|lady|female|femmes?|damen|mujer|donna|dames|kobiety|mulher)\b/, 'women'],
  [/\b(men|man|mens|male|gentlemen|hommes?|herren|hombre|uomo|heren|mezczyzni|homem)\b/, 'men'],
  [/\b(girls?|filles?|madchen|ninas?|bambina|meisjes|dziewczynki|menina)\b/, 'girls'],
  [/\b(boys?|garcons?|jungen?|ninos?|bambino|jongens|chlopcy|menino)\b/, 'boys'],
];

/** Whose garment the words themselves name, if they name one audience only. */
export function audienceIn(text: string): Audience | null {
  const plain = plainText(text).replaceAll(/['’]/g, '');
  const named = audienceWords.filter(([pattern]) => pattern.test(plain));
  return named.length === 1 ? (named[0]?.[1] ?? null) : null;
}

const audienceWord =
  /^(women|woman|lady|men|man|girl|boy|kid|child|children|unisex|adult|clothing|clothe|apparel|fashion)$/;
const fitSureness: Record<Fit, number> = { exact: 1, 'catch-all': 0.85, 'stand-in': 0.5 };
/** Adults' clothes are most of what is sold: with nothing said they come before children's. */
const audienceShares: Record<Audience, number> = { women: 0.5, men: 0.5, girls: 0.15, boys: 0.15 };
const shareOf = (owner: Audience | null): number => (owner ? audienceShares[owner] : 0.1);

/** Leaves a path may mean, best first. Looks from the last segment up until one of them says something. */
export function matchPath(
  path: string,
  audience: Audience | null,
  nodes: readonly CatalogNode[],
  language = 'en',
): Match[] {
  const index = leafIndex(nodes, language);
  const whole = wholePath(path, audience, index);
  if (whole.length > 0) return whole;
  const segments = segmentsOf(path);
  const depth = path.split(separator).length;
  for (let last = segments.length - 1; last >= 0; last -= 1) {
    const words = segments[last] ?? [];
    const context = segments.slice(0, last).flat();
    const matches = matchWords(words, context, audience, index);
    if (matches.length > 0)
      return nearestFirst(matches, depth, index).map((match) => ({
        ...match,
        confidence: match.confidence * 0.85 ** (segments.length - 1 - last),
      }));
  }
  return [];
}

/** The tree's own path, or its English one, word for word. */
function wholePath(path: string, audience: Audience | null, index: LeafIndex): Match[] {
  const ids = index.paths.get(pathKey(path.split(separator))) ?? [];
  const matches = ids.filter(
    (id) => audience === null || (index.tree.leaves.get(id)?.audience ?? audience) === audience,
  );
  return matches.map((id) => ({ id, confidence: 1 / matches.length }));
}

const separator = /\s*[>›»|/]\s*/;

/** Of equals the leaf that lies as deep as the path is long. */
const nearestFirst = (matches: readonly Match[], depth: number, index: LeafIndex): Match[] =>
  matches
    .map(({ id, confidence }) => {
      const away = Math.abs((index.tree.leaves.get(id)?.ids.length ?? depth) - depth);
      return { id, confidence: depth < 2 ? confidence : confidence * (1 - 0.01 * away) };
    })
    .toSorted((one, other) => other.confidence - one.confidence);

const segmentsOf = (path: string): string[][] =>
  path
    .split(separator)
    .map((segment) => wordsOf(segment).filter((word) => !audienceWord.test(word)))
    .filter((words) => words.length > 0);

function matchWords(
  words: readonly string[],
  context: readonly string[],
  audience: Audience | null,
  index: LeafIndex,
): Match[] {
  const titled = byTitle(words, context, audience, index);
  const spoken = byKind(words, audience, index);
  const branch = byBranch(words, context, audience, index);
  return weighed([...titled, ...spoken, ...branch], audience, index);
}

/** Each audience's own best; without a word on whose garment it is, its share of the market weighs in. */
function weighed(matches: readonly Match[], audience: Audience | null, index: LeafIndex): Match[] {
  const best = new Map<number, number>();
  for (const { id, confidence } of matches) best.set(id, Math.max(best.get(id) ?? 0, confidence));
  const candidates = [...best].map(([id, confidence]) => ({
    id,
    confidence,
    owner: index.tree.leaves.get(id)?.audience ?? null,
  }));
  const owners = new Set(candidates.filter(({ confidence }) => confidence >= 0.4).map(({ owner }) => owner));
  const all = [...owners].reduce((sum, owner) => sum + shareOf(owner), 0);
  const open = audience === null && owners.size > 1;
  return candidates
    .map(({ id, confidence, owner }) => ({
      id,
      confidence: open ? (confidence * shareOf(owner)) / Math.max(all, shareOf(owner)) : confidence,
    }))
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, 8);
}

const fitsAudience = (leaf: Leaf, audience: Audience | null): boolean =>
  audience === null || leaf.audience === audience || leaf.audience === null;

/** Leaves whose own name has the words, weighed by how rare the words are and by what stands above them. */
function byTitle(
  words: readonly string[],
  context: readonly string[],
  audience: Audience | null,
  index: LeafIndex,
): Match[] {
  const matches: Match[] = [];
  for (const entry of index.leaves) {
    if (!fitsAudience(entry.leaf, audience)) continue;
    const likeness = Math.max(...entry.names.map((name) => name.weight * nameLikeness(words, name.words, index)));
    if (likeness < 0.55) continue;
    const near = contextShare(context, entry);
    const special = near === 0 || context.length === 0 ? isSpecial(entry.leaf) : false;
    matches.push({ id: entry.leaf.id, confidence: likeness * (0.8 + 0.2 * near) * (special ? 0.35 : 1) });
  }
  return matches;
}

/** Weight of the words two names share among all their words: 1 = the same words. */
function nameLikeness(words: readonly string[], name: readonly string[], index: LeafIndex): number {
  const weight = (list: readonly string[]): number => list.reduce((sum, word) => sum + 0.2 + index.rarity(word), 0);
  const shared = weight(words.filter((word) => name.includes(word)));
  const all = weight([...new Set([...words, ...name])]);
  return shared / all;
}

function contextShare(context: readonly string[], entry: IndexedLeaf): number {
  if (context.length === 0) return 0.5;
  return context.filter((word) => entry.above.has(word)).length / context.length;
}

/** The longest seller's word found in the words names the kind; what else is said lowers the sureness. */
function byKind(words: readonly string[], audience: Audience | null, index: LeafIndex): Match[] {
  const text = ` ${words.join(' ')} `;
  const scored = kindPhrases()
    .filter(({ phrase }) => text.includes(` ${phrase} `))
    .toSorted(
      (one, other) => other.length - one.length || text.lastIndexOf(other.phrase) - text.lastIndexOf(one.phrase),
    );
  const [longest] = scored;
  if (!longest) return [];
  return scored
    .filter(({ phrase }) => phrase === longest.phrase)
    .flatMap(({ kind, length }) =>
      Object.entries(kind.leaves)
        .filter(([owner, { id }]) => (audience === null || owner === audience) && index.tree.leaves.has(id))
        .map(([, { id, fit }]) => ({ id, confidence: fitSureness[fit] * (0.75 + (0.25 * length) / words.length) })),
    );
}

type Phrase = { phrase: string; length: number; kind: (typeof kinds)[number] };
let phrases: Phrase[] | null = null;

function kindPhrases(): Phrase[] {
  phrases ??= kinds.flatMap((kind) =>
    [kind.name, ...(kind.names.en ?? [])]
      .map(wordsOf)
      .map((words) => ({ phrase: words.join(' '), length: words.length, kind })),
  );
  return phrases;
}

const catchAll = /^(other|autre|otro|otra|andere|sonstige|altr|overig|inne|pozostal|outr)/;

/** When the words name a branch: its catch-all leaf, else its first leaf as a mere stand-in. */
function byBranch(
  words: readonly string[],
  context: readonly string[],
  audience: Audience | null,
  index: LeafIndex,
): Match[] {
  const matches: Match[] = [];
  for (const [id, leaves] of index.tree.under) {
    const fitting = leaves.filter((leaf) => fitsAudience(leaf, audience) && leaf.id !== id);
    const likeness = Math.max(...branchNames(id, index).map((name) => nameLikeness(words, name, index)), 0);
    const [first] = fitting;
    if (!first || likeness < 0.6) continue;
    const depth = first.ids.indexOf(id);
    const general =
      fitting.find((leaf) => leaf.ids.length === depth + 2 && isCatchAll(leaf)) ?? fitting.find(isCatchAll);
    const near = contextOf(context, first.ids.slice(0, depth), index);
    matches.push({ id: (general ?? first).id, confidence: likeness * (0.8 + 0.2 * near) * (general ? 0.8 : 0.35) });
  }
  return matches;
}

const branchNames = (id: number, index: LeafIndex): (readonly string[])[] =>
  [index.tree.titles.get(id), findEnglishTitle(id)].flatMap((title) => (title ? [wordsOf(title)] : []));

const isCatchAll = (leaf: Leaf): boolean =>
  catchAll.test(plainText(leaf.titles.at(-1) ?? '')) || catchAll.test(plainText(findEnglishTitle(leaf.id) ?? ''));

function contextOf(context: readonly string[], above: readonly number[], index: LeafIndex): number {
  if (context.length === 0) return 0.5;
  const words = new Set(above.flatMap((id) => branchNames(id, index)).flat());
  return context.filter((word) => words.has(word)).length / context.length;
}
