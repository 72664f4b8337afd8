import type { GarmentKind } from '../../../shared/garments.ts';

/** First match wins: "denim jacket dress" is a dress, a "shirt dress" too, "shorts" are not a "short dress". */
const words: readonly (readonly [GarmentKind, RegExp])[] = [
  ['dress', /\bdress(es)?\b(?! shirt| shoe)/],
  [
    'shoes',
    /\b(shoes?|trainers?|sneakers?|boots?|sandals?|heels?|loafers?|ballerinas?|slippers?|flip-flops?|espadrilles?|clogs?|mules?)\b/,
  ],
  ['hat', /\b(hats?|caps?|beanies?|berets?)\b/],
  ['skirt', /\bskirts?\b/],
  ['shorts', /\bshorts\b/],
  ['outwear', /\b(outerwear|outwear|jackets?|coats?|parkas?|blazers?|bombers?|anoraks?|raincoats?)\b/],
  ['pants', /\b(pants|trousers?|jeans|leggings?|chinos?|joggers?)\b/],
  ['t-shirt', /\b(t-shirts?|tees?|polos?|vests?|undershirts?|tank tops?)\b/],
  ['longsleeve', /\b(long-?sleeved?s?|hoodies?|sweatshirts?|jumpers?|sweaters?|cardigans?|pullovers?)\b/],
  ['shirt', /\b(shirts?|blouses?)\b/],
];

/** The kind prices and sizes are set by, out of an English category; the most exact part of the path speaks first. */
export function garmentKindOf(category: string | null): GarmentKind | null {
  for (const part of (category ?? '').toLowerCase().split('>').toReversed()) {
    const found = words.find(([, pattern]) => pattern.test(part));
    if (found) return found[0];
  }
  return null;
}
