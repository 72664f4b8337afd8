import type { CatalogNode } from '../catalog.ts';
import type { Audience } from '../vocabulary.ts';

import { catalogTree, type CatalogTree, type Leaf } from './catalog-tree.ts';
import { audienceIn, matchPath, type Match } from './match-path.ts';

export type CategoryQuestion = {
  /** A path or a word from an analyser, English, of any granularity; null = the analyser left it open. */
  category: string | null;
  /** How sure the analyser was of `category`. */
  confidence?: number;
  alternatives?: readonly { path: string; confidence: number }[];
  audience: Audience | null;
};
export type ResolvedCategory = { id: number; path: string[]; ids: number[]; confidence: number };
export type CategoryAnswer = { best: ResolvedCategory | null; alternatives: ResolvedCategory[] };

const mostAlternatives = 6;
/** Below this share of the sureness the front runner is one guess among others. */
const clearLead = 1.25;

/** From an analyser's words to a leaf of the member's own catalogue; `best` is null where only the seller can tell. */
export function resolveCategory(
  question: CategoryQuestion,
  nodes: readonly CatalogNode[],
  language: string,
): CategoryAnswer {
  const tree = catalogTree(nodes);
  const named =
    question.category === null ? [] : resolved(question.category, question.confidence ?? 1, question, nodes, language);
  const others = (question.alternatives ?? []).flatMap(({ path, confidence }) =>
    resolved(path, confidence, question, nodes, language),
  );
  const all = strongest([...named, ...others]);
  const best = findBest(strongest(named), tree, question.audience);
  return {
    best: best ? answered(best, tree) : null,
    alternatives: all
      .filter((one) => one.id !== best?.id)
      .slice(0, mostAlternatives)
      .flatMap((one) => answered(one, tree) ?? []),
  };
}

function resolved(
  path: string,
  confidence: number,
  question: CategoryQuestion,
  nodes: readonly CatalogNode[],
  language: string,
): Match[] {
  const audience = audienceIn(path) ?? question.audience;
  const english = matchPath(path, audience, nodes);
  const matches = english.length > 0 ? english : matchPath(path, audience, nodes, language);
  return matches.map((match) => ({
    ...match,
    confidence: match.confidence * confidence,
  }));
}

function strongest(matches: readonly Match[]): Match[] {
  const byId = new Map<number, Match>();
  for (const match of matches) {
    const known = byId.get(match.id);
    if (!known || known.confidence < match.confidence) byId.set(match.id, match);
  }
  return [...byId.values()].toSorted((one, other) => other.confidence - one.confidence);
}

/** The front runner, unless another audience's leaf is as likely: whose garment it is, a photo does not tell. */
function findBest(matches: readonly Match[], tree: CatalogTree, audience: Audience | null): Match | null {
  const [first] = matches;
  if (!first) return null;
  const rival = matches.find((match) => audienceOf(match, tree) !== audienceOf(first, tree));
  if (audience === null && rival && first.confidence < rival.confidence * clearLead) return null;
  return first;
}

const audienceOf = (match: Match, tree: CatalogTree): Leaf['audience'] => tree.leaves.get(match.id)?.audience ?? null;

function answered(match: Match, tree: CatalogTree): ResolvedCategory | null {
  const leaf = tree.leaves.get(match.id);
  return leaf
    ? { id: leaf.id, path: leaf.titles, ids: leaf.ids, confidence: Math.round(match.confidence * 1_000) / 1_000 }
    : null;
}
