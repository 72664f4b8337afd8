import * as z from 'zod';

import { audience, colorCode, conditionCode, packageCode } from './vocabulary.ts';

/** Where a value came from. `default` = the seller's own settings, `seller` = typed by hand, `none` = left open. */
export const source = z.enum(['model', 'ocr', 'classifier', 'rule', 'default', 'seller', 'none']);
export type Source = z.infer<typeof source>;

const suggested = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value: z.nullable(value),
    confidence: z.number().min(0).max(1).describe('0 = no idea, 1 = certain. Be honest: doubt is useful.'),
    source,
  });

const words = (max: number) => z.string().max(max);

/**
 * What an analyser (model or built-in) says of one item. The one schema for the model's output format, the HTTP
 * reply and the extension's parser. Every field may be null; an open field is better than an invented one.
 */
export const suggestion = z.strictObject({
  title: suggested(words(100).describe('Short listing title in the asked language, no emoji, no symbols')),
  description: suggested(words(2_000).describe('Honest description in the asked language; only what the photos show')),
  audience: suggested(audience.describe('Who wears it')),
  category: suggested(
    words(200).describe('English catalogue path from general to exact, e.g. "Clothing > Dresses > Midi dresses"'),
  ),
  categoryAlternatives: z
    .array(z.strictObject({ path: words(200), confidence: z.number().min(0).max(1) }))
    .max(3)
    .describe('Other plausible categories, best first'),
  brand: suggested(words(80).describe('Only if a label, logo or print shows it')),
  size: suggested(words(40).describe('As printed on the label, e.g. "M", "38", "W32 L34"')),
  condition: suggested(conditionCode),
  colors: suggested(z.array(colorCode).max(2).describe('Main colour first')),
  materials: suggested(z.array(words(40)).max(3).describe('English names from the composition label, main first')),
  composition: suggested(words(300).describe('Composition as printed, e.g. "60% cotton, 40% polyester"')),
  price: suggested(
    z.strictObject({
      low: z.int().min(100).max(10_000_000).describe('Lower end in minor units (cents) of the asked currency'),
      high: z.int().min(100).max(10_000_000).describe('Upper end in minor units (cents)'),
      reason: words(300).describe('Why this range, in one sentence of the asked language'),
    }),
  ),
  package: suggested(packageCode),
});
export type Suggestion = z.infer<typeof suggestion>;
export type Suggested<T> = { value: T | null; confidence: number; source: Source };
