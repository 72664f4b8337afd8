import { editDistance, plainText } from '../../shared/catalog/words.ts';

import brandNames from './brands.data.json' with { type: 'json' };
import type { ReadLine } from './text-models.ts';

export type BrandGuess = { name: string; confidence: number };

const keyOf = (text: string): string => plainText(text).replaceAll(/[^a-z0-9]/g, '');
const byKey = new Map(brandNames.map((name) => [keyOf(name), name]));

/** Shorter names are too easily part of something else or a slip away from it. */
const shortestExact = 3;
const shortestFuzzy = 6;
const mostCharacters = 30;

/**
 * A brand only where a whole printed line is one known name, or one letter off a longer name: text on clothes is full of
 * words that are also somebody's brand.
 */
export function findBrand(lines: readonly ReadLine[], isLabel: boolean): BrandGuess | null {
  const trust = isLabel ? 0.75 : 0.55;
  const guesses = lines.flatMap(({ text, confidence }) => {
    const guess = nameOf(keyOf(text));
    return guess ? [{ name: guess.name, confidence: trust * guess.confidence * Math.min(1, confidence + 0.05) }] : [];
  });
  return guesses.toSorted((one, other) => other.confidence - one.confidence)[0] ?? null;
}

function nameOf(key: string): BrandGuess | null {
  if (key.length < shortestExact || key.length > mostCharacters || /^\d+$/.test(key)) return null;
  const exact = byKey.get(key);
  if (exact !== undefined) return { name: exact, confidence: key.length === shortestExact ? 0.8 : 1 };
  if (key.length < shortestFuzzy) return null;
  const near = [...byKey].filter(([known]) => known.length >= shortestFuzzy && editDistance(known, key, 1) <= 1);
  return near.length === 1 && near[0] ? { name: near[0][1], confidence: 0.7 } : null;
}
