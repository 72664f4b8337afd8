import { isUnder } from '../data/catalog.ts';
import { brands } from '../data/choices.ts';

export type Model = { id: number; title: string };

const idOf = (title: string): number | undefined => brands.find((brand) => brand.title === title)?.id;
const numbered = (first: number, titles: string[]): Model[] =>
  titles.map((title, index) => ({ id: first + index, title }));

const iphones = [
  'iPhone SE',
  'iPhone 7',
  'iPhone 7 Plus',
  'iPhone 8',
  'iPhone 8 Plus',
  'iPhone X',
  'iPhone XR',
  'iPhone XS',
  ...[11, 12, 13, 14, 15, 16].flatMap((year) => [`iPhone ${year}`, `iPhone ${year} Pro`, `iPhone ${year} Pro Max`]),
  'iPhone 12 mini',
  'iPhone 13 mini',
  'iPhone 14 Plus',
  'iPhone 15 Plus',
  'iPhone 16 Plus',
  'iPhone 16e',
];
const galaxies = [6, 7, 8, 9, 10, 20, 21, 22, 23, 24, 25].flatMap((year) =>
  ['', '+', ' Ultra', ' FE'].map((kind) => `Galaxy S${year}${kind}`),
);
const notes = [8, 9, 10, 20].flatMap((year) => [`Galaxy Note ${year}`, `Galaxy Note ${year} Ultra`]);
const middle = [12, 13, 14, 15, 22, 32, 33, 34, 52, 53, 54, 72].map((number) => `Galaxy A${number}`);
const bags = ['Neverfull', 'Speedy', 'Alma', 'Keepall', 'Pochette Métis', 'Noé'];

const phones: readonly [brand: string, models: Model[]][] = [
  ['Apple', numbered(30_001, iphones)],
  ['Samsung', numbered(30_101, [...galaxies, ...notes, ...middle])],
  ['Huawei', numbered(30_301, ['P20', 'P30', 'P30 Pro', 'P40', 'Mate 20', 'Mate 40'])],
];
const luxury: readonly [brand: string, models: Model[]][] = [['Louis Vuitton', numbered(30_401, bags)]];

/** Models exist only once a brand is known, for phones and some luxury bags (site.md §3.2). */
export function modelsOf(catalogId: number, brandId: number): Model[] {
  const table = isUnder(catalogId, 3661) ? phones : isUnder(catalogId, 19) ? luxury : [];
  return table.find(([brand]) => idOf(brand) === brandId)?.[1] ?? [];
}
