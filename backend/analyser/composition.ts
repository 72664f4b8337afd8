import type { Fibre } from './fibres.ts';
import { labelTokens, type LabelToken } from './label-tokens.ts';

export type Part = { fibre: Fibre; percent: number };
export type Composition = { parts: Part[]; confidence: number };

/**
 * What a garment is made of, from the lines of its label in any of eight languages. A section counts only when its parts
 * sum to 100: a percentage that was misread breaks the sum, and no composition is better than a wrong one.
 */
export function findComposition(lines: readonly string[]): Composition | null {
  const sections = sectionsOf(labelTokens(lines)).flatMap((section) => wholeSection(section) ?? []);
  const main = sections.find(({ lining }) => !lining) ?? sections[0];
  if (!main) return null;
  const repeated = sections.filter((other) => sameParts(other.parts, main.parts)).length > 1;
  return { parts: main.parts, confidence: repeated ? 0.95 : main.sure ? 0.9 : 0.7 };
}

export const compositionText = ({ parts }: Composition): string =>
  parts.map(({ fibre, percent }) => `${percent}% ${fibre.name}`).join(', ');

/** Vinted's names of the main fibres, the largest part first. */
export const materialsOf = ({ parts }: Composition): string[] =>
  [
    ...new Set(
      parts.toSorted((one, other) => other.percent - one.percent).flatMap(({ fibre }) => fibre.material ?? []),
    ),
  ].slice(0, 3);

type Section = { lining: boolean; pairs: Pair[] };
type Pair = { values: number[]; marked: boolean; fibre: Fibre; exact: boolean };

/** Runs of share-and-fibre pairs; a new part of the garment or a full hundred ends one. */
function sectionsOf(tokens: readonly LabelToken[]): Section[] {
  const sections: Section[] = [];
  let open: Section = { lining: false, pairs: [] };
  const close = (lining: boolean): void => {
    if (open.pairs.length > 0) sections.push(open);
    open = { lining, pairs: [] };
  };
  for (const token of pairsOf(tokens)) {
    if (token.is === 'section') close(token.lining);
    else {
      open.pairs.push(token.pair);
      if (sumsUp(open.pairs)) close(false);
    }
  }
  close(false);
  return sections;
}

type Share = Extract<LabelToken, { is: 'share' }>;
type Piece = { is: 'pair'; pair: Pair } | { is: 'section'; lining: boolean };

/** "60% cotton" and "cotton 60%" both occur; what comes first on the label decides how its shares are bound. */
function pairsOf(tokens: readonly LabelToken[]): Piece[] {
  const first = tokens.find((token) => token.is === 'share' || token.is === 'fibre');
  return bound(
    first?.is === 'fibre' && !shareLeads(tokens) ? tokens.toReversed() : tokens,
    first?.is === 'fibre' && !shareLeads(tokens),
  );
}

/** A fibre named once before the first share (a headline such as "COTTON") does not make the whole label fibre-first. */
function shareLeads(tokens: readonly LabelToken[]): boolean {
  const last = tokens.findLast((token) => token.is === 'share' || token.is === 'fibre');
  return last?.is === 'fibre';
}

function bound(tokens: readonly LabelToken[], backwards: boolean): Piece[] {
  const pieces: Piece[] = [];
  let share: Share | undefined;
  for (const token of tokens) {
    if (token.is === 'share') share = token;
    else if (token.is === 'section') pieces.push({ is: 'section', lining: token.lining });
    else if (token.is === 'fibre' && share) {
      pieces.push({
        is: 'pair',
        pair: { values: share.values, marked: share.marked, fibre: token.fibre, exact: token.exact },
      });
      share = undefined;
    } else if (token.is === 'word') share = share?.marked === true ? share : undefined;
  }
  return backwards ? pieces.toReversed() : pieces;
}

const sumsUp = (pairs: readonly Pair[]): boolean => readings(pairs).length > 0;

/** All ways to read the digits that make the parts sum to 100. */
function readings(pairs: readonly Pair[], rest = 100): number[][] {
  const [first, ...others] = pairs;
  if (!first) return Math.abs(rest) < 0.11 ? [[]] : [];
  return first.values
    .filter((value) => value <= rest + 0.11)
    .flatMap((value) => readings(others, rest - value).map((tail) => [value, ...tail]));
}

type WholeSection = { lining: boolean; parts: Part[]; sure: boolean };

/** One reading only: where the digits allow two, nobody can tell which is printed. */
function wholeSection({ lining, pairs }: Section): WholeSection | null {
  if (pairs.length > 6) return null;
  const [reading, ...others] = readings(pairs);
  if (!reading || others.length > 0 || new Set(pairs.map(({ fibre }) => fibre)).size < pairs.length) return null;
  const parts = pairs.map(({ fibre }, index) => ({ fibre, percent: reading[index] ?? 0 }));
  return { lining, parts, sure: pairs.every(({ marked, exact }) => marked && exact) };
}

const sameParts = (one: readonly Part[], other: readonly Part[]): boolean =>
  one.length === other.length &&
  one.every((part) => other.some(({ fibre, percent }) => fibre === part.fibre && percent === part.percent));
