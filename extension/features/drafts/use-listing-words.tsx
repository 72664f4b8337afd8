import { readSettings, watchSettings } from '../../db/settings.ts';
import { useWatched } from '../../ui/use-watched.ts';
import { listingLanguage, listingWords } from './listing-words.ts';
import type { TemplateWords } from './template-values.ts';

/** The words of a market's listings, as the settings say; until those are read, in the market's language. */
export function useListingWords(): (market: string) => TemplateWords {
  const settings = useWatched(readSettings, watchSettings);
  return (market) => listingWords(listingLanguage(market, settings?.language ?? null));
}
