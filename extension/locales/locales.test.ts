import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { colors, conditions } from '../../shared/vocabulary.ts';
import { colorTitles, conditionTitles, spellings } from '../../shared/catalog/option-titles.data.ts';

/** Words by dotted key; a plural is one key for each of its forms. */
type Locale = ReadonlyMap<string, string>;

/** What is written alike in English and there: names, units, and what fashion calls by one word everywhere. */
const alike = {
  fr: (
    'VintedBot|ISBN|Assistant|Description|Messages|Options|Pages|Suggestions|Photos|1 photo|$1 photos|Shorts|T-shirts|' +
    'Beige|Orange|Rose|Turquoise|Denim|Jute|Latex|Mohair|Nylon|Polyester|Satin|Sequin|Silicone|Tulle|Tweed|Viscose|Ctrl'
  ).split('|'),
  de: (
    'VintedBot|ISBN|Material|Name|Online|Unisex|Shorts|Apricot|Beige|Gold|Khaki|Mint|Orange|Pink|' +
    'Canvas|Chiffon|Denim|Fleece|Jute|Latex|Merino|Mohair|Nylon|Polyester|Rattan|Satin|Tweed'
  ).split('|'),
};

const read = (language: string): Locale => localeOf(readFileSync(join(import.meta.dirname, `${language}.yml`), 'utf8'));
const localeOf = (text: string): Locale => new Map(wordsIn(parse(text), []));

function wordsIn(node: unknown, path: readonly string[]): [string, string][] {
  if (typeof node === 'string') return [[path.join('.'), node]];
  if (typeof node !== 'object' || node === null) throw new Error(`${path.join('.')} is not text: ${String(node)}`);
  return Object.entries(node).flatMap(([key, inner]) => wordsIn(inner, [...path, key]));
}

const markup = /<[a-z/!]|&(#\d+|[a-z]+);/i;
const placeholders = (words: string): string => (words.match(/\$\d/g) ?? []).toSorted().join(' ');

/** Everything a translation does not share with English, each as one line. */
function faultsOf(english: Locale, other: Locale, same: readonly string[]): string[] {
  const faults = [...other.keys()].filter((key) => !english.has(key)).map((key) => `${key}: superfluous`);
  for (const [key, words] of english) {
    const translated = other.get(key);
    if (translated === undefined) faults.push(`${key}: missing`);
    else if (placeholders(translated) !== placeholders(words)) faults.push(`${key}: other placeholders`);
    else if (translated === words && !same.includes(words)) faults.push(`${key}: still English`);
  }
  return faults;
}

/** What no language may have: `|` parts the plural forms in the built files, a browser cuts a long description. */
function flawsOf(locale: Locale): string[] {
  const flaws: string[] = [];
  for (const [key, words] of locale) {
    if (markup.test(words)) flaws.push(`${key}: markup`);
    if (words.includes('|')) flaws.push(`${key}: |`);
    if (words === '' || words !== words.trim()) flaws.push(`${key}: empty or padded`);
  }
  if ((locale.get('extension.description') ?? '').length > 132) flaws.push('extension.description: too long');
  return flaws;
}

const camel = (code: string): string =>
  code.toLowerCase().replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const english = read('en');

describe.each(['fr', 'de'] as const)('%s', (language) => {
  const locale = read(language);

  test('has the keys, plural forms and placeholders of English, and no English', () => {
    expect(faultsOf(english, locale, alike[language])).toEqual([]);
  });

  test('counts as alike only what is', () => {
    const equal = new Set([...english].filter(([key, words]) => locale.get(key) === words).map(([, words]) => words));
    expect(alike[language].filter((words) => !equal.has(words))).toEqual([]);
  });

  test('calls conditions and colours as Vinted does', () => {
    const official = [
      ...conditions.map(
        ({ id, code }) => [`condition.${camel(code)}`, spellings(conditionTitles, id, language)] as const,
      ),
      ...colors.map(({ id, code }) => [`color.${camel(code)}`, spellings(colorTitles, id, language)] as const),
    ];
    expect(official.filter(([key, titles]) => !titles.includes(locale.get(key) ?? ''))).toEqual([]);
  });
});

test.each(['en', 'fr', 'de'])('%s is plain text', (language) => {
  expect(flawsOf(read(language))).toEqual([]);
});

test('French punctuation never wraps onto a line of its own', () => {
  expect([...read('fr')].filter(([, words]) => / [:;?!»%]|« /.test(words)).map(([key]) => key)).toEqual([]);
});

test.each([
  ['title: Titre', ['photos.1: missing', 'photos.n: missing']],
  ['{ title: Titre, photos: { n: $1 images } }', ['photos.1: missing']],
  ['{ title: Titre, photos: { 0: rien, 1: une, n: $1 images } }', ['photos.0: superfluous']],
  ['{ title: Titre, photos: $1 images }', ['photos: superfluous', 'photos.1: missing', 'photos.n: missing']],
  ['{ title: Titre $1, photos: { 1: une, n: images } }', ['title: other placeholders', 'photos.n: other placeholders']],
  ['{ title: Title, photos: { 1: une, n: $1 images } }', ['title: still English']],
  ['{ title: Titre, photos: { 1: 1 photo, n: $1 images } }', []],
])('finds what is wrong with %j', (translation, faults) => {
  const original = localeOf('{ title: Title, photos: { 1: 1 photo, n: $1 photos } }');
  expect(faultsOf(original, localeOf(translation), ['1 photo'])).toEqual(faults);
});

test.each([
  ['see <b>this</b>', ['a: markup']],
  ['Q&amp;A', ['a: markup']],
  ['one | two', ['a: |']],
  [' padded', ['a: empty or padded']],
  ['', ['a: empty or padded']],
  ['1 < 2 & 3 > 2', []],
])('judges %j', (words, flaws) => {
  expect(flawsOf(new Map([['a', words]]))).toEqual(flaws);
  expect(flawsOf(new Map([['extension.description', 'x'.repeat(133)]]))).toEqual(['extension.description: too long']);
});
