import brandRows from './brands.data.json' with { type: 'json' };
import groupRows from './size-groups.data.json' with { type: 'json' };
import materialRows from './materials.data.json' with { type: 'json' };
import type { Language } from '../hosts.ts';

export type Titles = Record<Language, string>;
export type Choice = { id: number; titles: Titles };
export type Brand = {
  id: number;
  title: string;
  isLuxury: boolean;
  needsAuthenticityCheck: boolean;
};
export type SizeGroup = { id: number; title: string; sizes: Choice[] };

/** Id 1 is "no brand" and has an empty title (site.md §4.6). */
export const brands: readonly Brand[] = brandRows.map((row) => {
  const [id, title, flags = 0] = row as [number, string, number?];
  return { id, title, isLuxury: (flags & 1) > 0, needsAuthenticityCheck: (flags & 2) > 0 };
});

export const materials: readonly Choice[] = materialRows.map((row) => {
  const [id, fr, en, de] = row as [number, string, string, string];
  return { id, titles: { fr, en, de } };
});

const oldGroups: SizeGroup[] = groupRows.map((row) => {
  const [id, title, sizes] = row as [number, string, [number, string, string][]];
  return {
    id,
    title,
    sizes: sizes.map(([size, fr, en]) => ({ id: size, titles: { fr, en, de: fr } })),
  };
});

const letters = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL', '4XL'];
const same = (id: number, title: string): Choice => ({
  id,
  titles: { fr: title, en: title, de: title },
});
const numbers = (first: number, from: number): Choice[] =>
  letters.map((_, index) => same(first + index, String(from + 2 * index)));

/** Women's newer groups, one per tab; only XS = 1737 and M = 1739 are known ids (site.md §4.5), the rest is made up. */
export const tabbedGroups: readonly SizeGroup[] = [
  { id: 184, title: 'S/M/L', sizes: letters.map((title, index) => same(1736 + index, title)) },
  { id: 185, title: 'EU', sizes: numbers(1760, 32) },
  { id: 186, title: 'UK', sizes: numbers(1780, 4) },
  { id: 187, title: 'FR', sizes: numbers(1800, 34) },
  { id: 188, title: 'IT', sizes: numbers(1820, 36) },
  { id: 189, title: 'US', sizes: numbers(1840, 0) },
];

export const sizeGroups: readonly SizeGroup[] = [...oldGroups, ...tabbedGroups];

export const findSize = (id: number): Choice | undefined =>
  sizeGroups.flatMap((group) => group.sizes).find((size) => size.id === id);

export const conditions: readonly Choice[] = [
  { id: 6, titles: { fr: 'Neuf avec étiquette', en: 'New with tags', de: 'Neu mit Etikett' } },
  { id: 1, titles: { fr: 'Neuf sans étiquette', en: 'New without tags', de: 'Neu ohne Etikett' } },
  { id: 2, titles: { fr: 'Très bon état', en: 'Very good', de: 'Sehr gut' } },
  { id: 3, titles: { fr: 'Bon état', en: 'Good', de: 'Gut' } },
  { id: 4, titles: { fr: 'Satisfaisant', en: 'Satisfactory', de: 'Befriedigend' } },
  {
    id: 7,
    titles: {
      fr: 'Certaines pièces ne fonctionnent pas',
      en: 'Not fully functional',
      de: 'Nicht voll funktionsfähig',
    },
  },
];
