import { plainText } from '../../shared/catalog/words.ts';
import type { Audience } from '../../shared/vocabulary.ts';

/** Words on a label that name who wears it; nothing else about a garment tells. */
const words: readonly (readonly [pattern: RegExp, audience: Audience])[] = [
  [/^(women|womens|woman|ladies|femme|femmes|damen|mujer|donna|dames|kobieta|mulher)$/, 'women'],
  [/^(men|mens|man|homme|hommes|herren|hombre|uomo|heren|homem)$/, 'men'],
  [/^(girl|girls|fille|filles|madchen|nina|ninas|bambina|meisjes)$/, 'girls'],
  [/^(boy|boys|garcon|garcons|junge|jungen|nino|ninos|bambino|jongens)$/, 'boys'],
];

export function findAudience(lines: readonly string[]): { value: Audience; confidence: number } | null {
  const spoken = lines.flatMap((line) =>
    plainText(line)
      .replaceAll(/['’]/g, '')
      .split(/[^a-z]+/),
  );
  const named = words.filter(([pattern]) => spoken.some((word) => pattern.test(word))).map(([, audience]) => audience);
  return named.length === 1 && named[0] ? { value: named[0], confidence: 0.8 } : null;
}
