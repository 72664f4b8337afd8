import type { Titles } from '../data/choices.ts';
import { findCatalog, isUnder } from '../data/catalog.ts';

export type Attribute = {
  code: string;
  titles: Titles;
  required: boolean;
  options: { id: number; titles: Titles }[];
};

const same = (title: string): Titles => ({ fr: title, en: title, de: title });
const gigabytes = (count: number): Titles => ({
  fr: `${count} Go`,
  en: `${count} GB`,
  de: `${count} GB`,
});
const sizes = (first: number, counts: number[]): Attribute['options'] =>
  counts.map((count, index) => ({ id: first + index, titles: gigabytes(count) }));
const yesNo = (first: number): Attribute['options'] => [
  { id: first, titles: { fr: 'Oui', en: 'Yes', de: 'Ja' } },
  { id: first + 1, titles: { fr: 'Non', en: 'No', de: 'Nein' } },
];

/** Option ids are made up: nobody recorded the real ones (site.md §3.2, "other category attributes"). */
const storage: Attribute = {
  code: 'internal_memory_capacity',
  titles: { fr: 'Capacité de stockage', en: 'Storage', de: 'Speicherplatz' },
  required: true,
  options: sizes(2001, [16, 32, 64, 128, 256, 512, 1024]),
};
const simLock: Attribute = {
  code: 'sim_lock',
  titles: { fr: 'Verrouillage SIM', en: 'SIM lock', de: 'SIM-Lock' },
  required: true,
  options: yesNo(2021),
};
const memory: Attribute = {
  code: 'ram',
  titles: { fr: 'Mémoire vive', en: 'RAM', de: 'Arbeitsspeicher' },
  required: true,
  options: sizes(2031, [4, 8, 16, 32, 64]),
};
const charger: Attribute = {
  code: 'charger_included',
  titles: { fr: 'Chargeur inclus', en: 'Charger included', de: 'Ladegerät enthalten' },
  required: true,
  options: yesNo(2041),
};
const platform: Attribute = {
  code: 'video_game_platform',
  titles: { fr: 'Plateforme', en: 'Platform', de: 'Plattform' },
  required: true,
  options: ['PlayStation 5', 'PlayStation 4', 'Xbox Series X', 'Xbox One', 'Nintendo Switch', 'Nintendo 3DS', 'PC'].map(
    (title, index) => ({ id: 2051 + index, titles: same(title) }),
  ),
};
const rating: Attribute = {
  code: 'video_game_rating',
  titles: { fr: 'Classement du contenu', en: 'Content rating', de: 'Altersfreigabe' },
  required: false,
  options: [3, 7, 12, 16, 18].map((age, index) => ({
    id: 2071 + index,
    titles: same(`PEGI ${age}`),
  })),
};
const skirtLength: Attribute = {
  code: 'skirt_length',
  titles: { fr: 'Longueur de jupe', en: 'Skirt length', de: 'Rocklänge' },
  required: false,
  options: [
    { id: 2081, titles: { fr: 'Court', en: 'Short', de: 'Kurz' } },
    { id: 2082, titles: { fr: 'Mi-long', en: 'Midi', de: 'Mittellang' } },
    { id: 2083, titles: { fr: 'Long', en: 'Long', de: 'Lang' } },
  ],
};

const byCategory: readonly [catalogId: number, attributes: Attribute[]][] = [
  [3661, [storage, simLock]],
  [3580, [storage, memory, charger]],
  [3025, [platform]],
  [3026, [platform, rating]],
  [3728, [storage]],
  [11, [skirtLength]],
];

/** The other single lists of a category (site.md §3.6). */
export function attributesOf(catalogId: number): Attribute[] {
  if (!findCatalog(catalogId)) return [];
  return byCategory.find(([id]) => isUnder(catalogId, id))?.[1] ?? [];
}
