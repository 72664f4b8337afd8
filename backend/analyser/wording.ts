import type { GarmentKind } from '../../shared/garments.ts';
import { limits, type ColorCode } from '../../shared/vocabulary.ts';

import languages from './wording.data.json' with { type: 'json' };

/** What is known of an item; the text says this and nothing more. */
export type KnownFacts = {
  kind: GarmentKind | null;
  colors: readonly ColorCode[];
  brand: string | null;
  size: string | null;
  composition: readonly { percent: number; fibre: string }[];
};
export type Wording = { title: string | null; description: string | null };

/** Words of one language; `title` orders kind, brand and colour, the rest are beginnings of lines. */
type Language = {
  title: string;
  size: string;
  composition: string;
  colour: string;
  brand: string;
  kinds: Record<GarmentKind, string>;
  colors: Record<ColorCode, string>;
  fibres: Record<string, string>;
};
const spoken: Record<string, Language> = languages;

/** Title and description of known facts only, in English where the asked language is not one of the eight. */
export function wordingOf(facts: KnownFacts, tag: string): Wording {
  const language = spoken[tag.slice(0, 2).toLowerCase()] ?? languages.en;
  return { title: titleIn(language, facts), description: descriptionIn(language, facts) };
}

function titleIn(language: Language, { kind, colors, brand, size }: KnownFacts): string | null {
  if (kind === null) return null;
  const title = language.title
    .replace('{kind}', language.kinds[kind])
    .replace('{brand}', brand ?? '')
    .replace('{colour}', colors[0] ? language.colors[colors[0]] : '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const sized = size === null ? title : `${title}, ${size}`;
  return (sized.charAt(0).toUpperCase() + sized.slice(1)).slice(0, limits.title);
}

function descriptionIn(language: Language, facts: KnownFacts): string | null {
  const colours = facts.colors.map((code) => language.colors[code].replace(/^(–|in|en|em) /, ''));
  const parts = facts.composition.map(({ percent, fibre }) => `${percent}% ${language.fibres[fibre] ?? fibre}`);
  const lines = [
    line(language.brand, facts.brand ?? ''),
    line(language.size, facts.size ?? ''),
    line(language.colour, colours.join(', ')),
    line(language.composition, parts.join(', ')),
  ].filter((text) => text !== '');
  return lines.length === 0 ? null : lines.join('\n').slice(0, limits.description);
}

const line = (beginning: string, text: string): string => (text === '' ? '' : beginning + text);
