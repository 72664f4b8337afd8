import { editDistance, plainText } from '../../shared/catalog/words.ts';

import { fibreWords, type Fibre } from './fibres.ts';

/** What a composition is made of, in the order printed. `values` = what the digits may mean, surest first. */
export type LabelToken =
  | { is: 'share'; values: number[]; marked: boolean }
  | { is: 'fibre'; fibre: Fibre; exact: boolean }
  | { is: 'section'; lining: boolean }
  | { is: 'word' };

const liningWords =
  /^(lining|doublure|futter|innenfutter|forro|fodera|voering|podszewka|filling|rembourrage|fullung|relleno|imbottitura|vulling|wypelnienie|pocket|poche|tasche|taschenfutter|trim|garniture|besatz|sole|semelle|sohle|suela|suola|embroidery|broderie|coating|beschichtung|contrast|rib|ribbing)/;
const outerWords =
  /^(shell|outer|outershell|exterior|exterieur|tissuprincipal|dessus|oberstoff|obermaterial|tejidoprincipal|tessutoesterno|esterno|buitenstof|main|mainfabric|body|fabric)/;

export function labelTokens(lines: readonly string[]): LabelToken[] {
  return lines.flatMap((line) =>
    [
      ...withDigits(plainText(line)).matchAll(/\d+(?:[.,]\d+)?\s*(?:%|°\/o|o\/o|º\/o)?|[a-z]+(?:[\s'’]+[a-z]+)*/g),
    ].flatMap(([part]) => (/^\d/.test(part) ? share(part) : wordTokens(part))),
  );
}

/** Letters that OCR takes for digits, where digits stand. */
const withDigits = (text: string): string =>
  text
    .replaceAll(/(?<=[a-z])0(?=[a-z])/g, 'o')
    .replaceAll(/(?<=[a-z])1(?=[a-z])/g, 'i')
    .replaceAll(/(?<=\d)[o](?=[\do]*\s*%|[\do]*\b)/g, '0')
    .replaceAll(/\b[il|](?=[0o]{2}\s*%)/g, '1')
    .replaceAll(/\b1[o0]{2}(?=\s*%|[a-z])/g, '100');

function share(part: string): LabelToken[] {
  const marked = !/[\d.,]$/.test(part.trim());
  const digits = part.replaceAll(/[^\d.,]/g, '').replace(',', '.');
  const whole = Number(digits);
  const candidates = marked ? [whole] : [whole, ...misread(digits)];
  const values = candidates.filter((value) => value > 0 && value <= 100);
  return values.length === 0 ? [{ is: 'word' }] : [{ is: 'share', values, marked }];
}

/** A percent sign read as "96", "9" or "8". */
function misread(digits: string): number[] {
  const endings = [/96$/, /9$/, /8$/, /6$/, /0$/];
  return endings.flatMap((ending) => (ending.test(digits) ? [Number(digits.replace(ending, ''))] : []));
}

/** Words stand alone or run together ("cottoncoton"); both ways are tried. */
function wordTokens(part: string): LabelToken[] {
  const joined = part.replaceAll(/[^a-z]/g, '');
  const words = part.split(/[^a-z]+/).filter((word) => word !== '');
  const section = words.map(sectionOf).find((found) => found !== null) ?? sectionOf(joined);
  const found = words.flatMap(fibreTokens);
  const tokens = found.length > 0 ? found : fibreTokens(joined);
  if (section) return [section, ...tokens];
  return tokens.length > 0 ? tokens : [{ is: 'word' }];
}

function sectionOf(word: string): LabelToken | null {
  if (liningWords.test(word)) return { is: 'section', lining: true };
  return outerWords.test(word) ? { is: 'section', lining: false } : null;
}

const shortest = 5;

function fibreTokens(word: string): LabelToken[] {
  const whole = fibreWords.find((entry) => entry.word === word);
  if (whole) return [{ is: 'fibre', fibre: whole.fibre, exact: true }];
  if (word.length < shortest) return [];
  const inside = fibresInside(word);
  if (inside.length > 0) return inside;
  const slips = word.length >= 8 ? 2 : 1;
  const near = fibreWords.find(
    (entry) => entry.word.length >= shortest && editDistance(entry.word, word, slips) <= slips,
  );
  return near ? [{ is: 'fibre', fibre: near.fibre, exact: false }] : [];
}

/** Fibre words within a run of letters, longest first, each stretch used once, in the order they stand. */
function fibresInside(word: string): LabelToken[] {
  const found: { at: number; end: number; fibre: Fibre }[] = [];
  for (const { word: name, fibre } of fibreWords) {
    const at = name.length < shortest ? -1 : word.indexOf(name);
    if (at < 0 || found.some((other) => at < other.end && at + name.length > other.at)) continue;
    found.push({ at, end: at + name.length, fibre });
  }
  return found.toSorted((one, other) => one.at - other.at).map(({ fibre }) => ({ is: 'fibre', fibre, exact: true }));
}
