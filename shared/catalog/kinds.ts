import type { Audience } from '../vocabulary.ts';

import { kindLines } from './kind-lines.ts';

/** `exact` = the leaf for just this, `catch-all` = the audience's "other" leaf, `stand-in` = the likeliest of several. */
export type Fit = 'exact' | 'catch-all' | 'stand-in';
export type KindLeaf = { id: number; fit: Fit };

/** A thing sellers sell, its leaf per audience and its names per language (two letters). */
export type Kind = {
  name: string;
  leaves: Partial<Record<Audience, KindLeaf>>;
  names: Record<string, string[]>;
};

const audiences: Record<string, Audience> = { w: 'women', m: 'men', g: 'girls', b: 'boys' };
const fits: Record<string, Fit> = { '': 'exact', '~': 'catch-all', '?': 'stand-in' };

export const kinds: readonly Kind[] = kindLines.trim().split('\n').map(readLine);

function readLine(line: string): Kind {
  const [name = '', leaves = '', ...languages] = line.split(' | ');
  return {
    name,
    leaves: Object.fromEntries([...leaves.matchAll(/([wmgb])(\d+)([~?]?)/g)].map(readLeaf)),
    names: Object.fromEntries(
      languages.map((part) => [
        part.slice(0, 2),
        part
          .slice(3)
          .split(', ')
          .map((word) => word.trim()),
      ]),
    ),
  };
}

function readLeaf([, audience = '', id = '', fit = '']: RegExpMatchArray): [string, KindLeaf] {
  return [audiences[audience] ?? audience, { id: Number(id), fit: fits[fit] ?? 'exact' }];
}
