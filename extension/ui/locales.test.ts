import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../locales');
const files = globSync('*.yml', { cwd: folder });

type Words = Map<string, string>;

/** Dotted keys with their words; the forms of a plural share the key of their sentence. */
function wordsOf(node: unknown, path: string[] = []): Words {
  if (typeof node !== 'object' || node === null) return new Map([[path.join('.'), String(node)]]);
  return new Map(Object.entries(node).flatMap(([key, value]) => [...wordsOf(value, [...path, key])]));
}
const read = (file: string): Words => wordsOf(parse(readFileSync(join(folder, file), 'utf8')));
const sentence = (key: string): string => key.replace(/\.(\d+|n)$/, '');
const placeholders = (words: Words, key: string): string =>
  [...new Set([...words].filter(([other]) => sentence(other) === key).flatMap(([, text]) => text.match(/\$\d/g) ?? []))]
    .toSorted()
    .join(' ');

const english = read('en.yml');

it('knows the languages of the first release', () => {
  expect(files.map((file) => basename(file, '.yml')).toSorted()).toEqual(['de', 'en', 'fr']);
});

describe.each(files)('%s', (file) => {
  const words = read(file);

  it('says nothing English does not say', () => {
    const known = new Set([...english.keys()].map(sentence));
    expect([...words.keys()].filter((key) => !known.has(sentence(key)))).toEqual([]);
  });

  it('is text, without markup or emptiness', () => {
    const odd = [...words].filter(([, text]) => /<\/?[a-z!]|&[a-z]+;|javascript:/i.test(text) || text.trim() === '');
    expect(odd).toEqual([]);
  });

  it('fills in what English fills in', () => {
    const keys = new Set([...words.keys()].map(sentence));
    expect([...keys].filter((key) => placeholders(words, key) !== placeholders(english, key))).toEqual([]);
  });
});
