import { materialTitles } from '../../../shared/catalog/material-titles.data.ts';
import { colorTitles, conditionTitles, titles, type Titles } from '../../../shared/catalog/option-titles.data.ts';
import { findMarket } from '../../vinted/markets.ts';
import type { TemplateWords } from './template-values.ts';

/**
 * Words a buyer reads: in the language of the listing, whatever the seller's browser speaks. A language without words
 * of its own here gets English ones.
 */
export function listingWords(language: string): TemplateWords {
  const [short = 'en'] = language.toLowerCase().split('-');
  return {
    condition: (id) => titleIn(conditionTitles[id], short) ?? '',
    color: (id) => titleIn(colorTitles[id], short) ?? '',
    material: ({ id, label }) => (id === null ? undefined : titleIn(materialTitles[id], short)) ?? label,
    noBrand: titleIn(noBrand, short) ?? '',
    language,
  };
}

/** What the texts of a market's listings are written in: the seller's choice in the settings, else the site's own. */
export const listingLanguage = (market: string, chosen: string | null): string =>
  chosen ?? findMarket(market)?.language ?? 'en';

const noBrand = titles(
  'No brand',
  'Sans marque',
  'Ohne Marke',
  'Sin marca',
  'Senza marca',
  'Zonder merk',
  'Bez marki',
  'Sem marca',
);

/** The first of several spellings. */
function titleIn(known: Titles | undefined, language: string): string | undefined {
  const words = known && new Map<string, string>(Object.entries(known));
  return (words?.get(language) ?? words?.get('en'))?.split('|')[0];
}
