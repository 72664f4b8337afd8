import type { AnalyzeOptions } from '../../shared/bulk.ts';
import { suggestion as suggestionSchema } from '../../shared/suggestion.ts';
import type { Suggested, Suggestion } from '../../shared/suggestion.ts';
import { cleanText } from './clean-text.ts';

/**
 * What a model said, reduced to what a listing may hold. A model fooled by a photo can at worst be wrong within a field:
 * no link, no contact, no markup, no hidden character, no absurd price leaves here.
 */
export function guardSuggestion(answer: Suggestion, options: AnalyzeOptions): Suggestion {
  const line = (max: number) => (text: string) => cleanText(text, { lines: false, emoji: false, max });
  const prose = (text: string) => cleanText(text, { lines: true, emoji: true, max: 2_000 });
  const isReadable = readableIn(options.language);
  const own = (clean: (text: string) => string | null) => (text: string) => {
    const cleaned = clean(text);
    return cleaned !== null && isReadable(cleaned) ? cleaned : null;
  };
  return suggestionSchema.parse({
    title: mark(answer.title, own(line(100))),
    description: mark(answer.description, own(prose)),
    audience: mark(answer.audience),
    category: mark(answer.category, line(200)),
    categoryAlternatives: answer.categoryAlternatives.flatMap(({ path, confidence }) => {
      const cleaned = line(200)(path);
      return cleaned === null ? [] : [{ path: cleaned, confidence }];
    }),
    brand: mark(answer.brand, line(80)),
    size: mark(answer.size, line(40)),
    condition: mark(answer.condition),
    colors: mark(answer.colors, (colors) => nonEmpty([...new Set(colors)])),
    materials: mark(answer.materials, (names) => nonEmpty([...new Set(names.flatMap((name) => line(40)(name) ?? []))])),
    composition: mark(answer.composition, line(300)),
    price: mark(answer.price, (price) => saneRange(price, own(line(300)))),
    package: mark(answer.package),
  });
}

/** Source and emptiness are ours to say, not the model's. */
function mark<T>(field: Suggested<T>, clean: (value: T) => T | null = (value) => value): Suggested<T> {
  const value = field.value === null ? null : clean(field.value);
  if (value === null) return { value: null, confidence: 0, source: 'none' };
  return { value, confidence: field.confidence, source: 'model' };
}

const nonEmpty = <T>(values: T[]): T[] | null => (values.length > 0 ? values : null);

type Price = NonNullable<Suggestion['price']['value']>;
const widestRange = 10;

/** A range that says nothing, or has no readable reason, is no suggestion. */
function saneRange({ low, high, reason }: Price, clean: (text: string) => string | null): Price | null {
  const [from, to] = [Math.min(low, high), Math.max(low, high)];
  const because = clean(reason);
  return because === null || to > from * widestRange ? null : { low: from, high: to, reason: because };
}

const otherScripts: Record<string, RegExp> = {
  el: /\p{Script=Greek}/u,
  bg: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
};

/** Text in another script than that of the asked language is not in the asked language. */
function readableIn(language: string): (text: string) => boolean {
  const script = otherScripts[language.slice(0, 2).toLowerCase()] ?? /\p{Script=Latin}/u;
  return (text) => {
    const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
    const fitting = letters.filter((letter) => script.test(letter)).length;
    return letters.length > 0 && fitting >= letters.length * 0.7;
  };
}

const longestEcho = 60;

/** True when an answer repeats what only the prompt knows: its canary, or a long piece of its text. */
export function leaksPrompt(answer: string, prompt: { canary: string; text: string }): boolean {
  const squeeze = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '');
  const said = squeeze(answer);
  if (said.includes(squeeze(prompt.canary))) return true;
  const secret = squeeze(prompt.text);
  for (let at = 0; at + longestEcho <= secret.length; at += longestEcho / 2) {
    if (said.includes(secret.slice(at, at + longestEcho))) return true;
  }
  return false;
}
