import { markets } from '../../vinted/markets.ts';

/** The 23 sites for the list of countries, each by its address and its language. */
export const marketChoices: readonly { host: string; language: string; currency: string }[] = markets;

const regions: Record<string, string> = { uk: 'GB', com: 'US' };

/** Country of a site in the reader's own language: `www.vinted.co.uk` → "United Kingdom". */
export function countryOf(host: string, language: string): string {
  const domain = host.split('.').at(-1) ?? '';
  const region = (regions[domain] ?? domain).toUpperCase();
  return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(region) ?? host;
}

export const languageName = (code: string, language: string): string =>
  new Intl.DisplayNames([language, 'en'], { type: 'language' }).of(code) ?? code;

export const currencyOf = (host: string): string =>
  marketChoices.find((market) => market.host === host)?.currency ?? 'EUR';
