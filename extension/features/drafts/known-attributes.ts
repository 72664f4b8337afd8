import type { CategoryAttribute } from '../../db/database.ts';

/** A list of a category as the editor offers it. `told` = by the site itself; else from what is known of the category. */
export type OfferedAttribute = Omit<CategoryAttribute, 'options'> & {
  /** Without an id the words are matched when filling. */
  options: { id: number | null; label: string }[];
  told: boolean;
};

/**
 * The lists site.md §3.2 and §3.6 name with their codes, for a site that tells nothing: their ids are not known, so the
 * words are matched in the form. Leaves only; the ids are the same in every country (§4.7).
 */
const codesById = new Map<number, readonly KnownCode[]>([
  [3661, ['internal_memory_capacity', 'sim_lock']],
  [3580, ['internal_memory_capacity']],
  [3728, ['internal_memory_capacity']],
  [3025, ['video_game_platform']],
]);

export const knownCodes = ['internal_memory_capacity', 'sim_lock', 'video_game_platform'] as const;
export type KnownCode = (typeof knownCodes)[number];

export const isKnownCode = (code: string): code is KnownCode => (knownCodes as readonly string[]).includes(code);

export function knownAttributes(categoryId: number, language: string): OfferedAttribute[] {
  return (codesById.get(categoryId) ?? []).map((code) => ({
    code,
    title: '',
    required: true,
    told: false,
    options: wordsOf(code, language).map((label) => ({ id: null, label })),
  }));
}

function wordsOf(code: KnownCode, language: string): string[] {
  if (code === 'sim_lock') return yesNo[language] ?? yesNo['en'] ?? [];
  if (code === 'video_game_platform') return platforms;
  const unit = language === 'fr' ? ['Go', 'To'] : ['GB', 'TB'];
  return [16, 32, 64, 128, 256, 512].map((count) => `${count} ${unit[0]}`).concat(`1 ${unit[1]}`);
}

const platforms = [
  'PlayStation 5',
  'PlayStation 4',
  'Xbox Series X',
  'Xbox Series S',
  'Xbox One',
  'Nintendo Switch',
  'Nintendo 3DS',
  'Wii',
];

/** In the language of the site, since these words are looked for in its form. */
const yesNo: Readonly<Record<string, string[]>> = {
  cs: ['Ano', 'Ne'],
  da: ['Ja', 'Nej'],
  de: ['Ja', 'Nein'],
  el: ['Ναι', 'Όχι'],
  en: ['Yes', 'No'],
  es: ['Sí', 'No'],
  fi: ['Kyllä', 'Ei'],
  fr: ['Oui', 'Non'],
  hr: ['Da', 'Ne'],
  hu: ['Igen', 'Nem'],
  it: ['Sì', 'No'],
  lt: ['Taip', 'Ne'],
  nl: ['Ja', 'Nee'],
  pl: ['Tak', 'Nie'],
  pt: ['Sim', 'Não'],
  ro: ['Da', 'Nu'],
  sk: ['Áno', 'Nie'],
  sv: ['Ja', 'Nej'],
};
