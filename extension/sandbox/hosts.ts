/** The 23 country sites (site.md §1) the sandbox answers as. Written out here so that the product's own table is tested against it. */
export type Language = 'fr' | 'en' | 'de';
export type Market = {
  host: string;
  locale: string;
  language: Language;
  currency: string;
  country: string;
};

const rows: readonly [domain: string, locale: string, currency: string][] = [
  ['fr', 'fr-FR', 'EUR'],
  ['be', 'fr-BE', 'EUR'],
  ['lu', 'fr-LU', 'EUR'],
  ['de', 'de-DE', 'EUR'],
  ['at', 'de-AT', 'EUR'],
  ['co.uk', 'en-GB', 'GBP'],
  ['ie', 'en-IE', 'EUR'],
  ['com', 'en-US', 'USD'],
  ['es', 'es-ES', 'EUR'],
  ['it', 'it-IT', 'EUR'],
  ['nl', 'nl-NL', 'EUR'],
  ['pl', 'pl-PL', 'PLN'],
  ['pt', 'pt-PT', 'EUR'],
  ['cz', 'cs-CZ', 'CZK'],
  ['dk', 'da-DK', 'DKK'],
  ['fi', 'fi-FI', 'EUR'],
  ['gr', 'gr-GR', 'EUR'],
  ['hr', 'hr-HR', 'EUR'],
  ['hu', 'hu-HU', 'HUF'],
  ['lt', 'lt-LT', 'EUR'],
  ['ro', 'ro-RO', 'RON'],
  ['se', 'sv-SE', 'SEK'],
  ['sk', 'sk-SK', 'EUR'],
];

const languageOf = (locale: string): Language => {
  const code = locale.slice(0, 2);
  return code === 'fr' || code === 'de' ? code : 'en';
};

export const markets: readonly Market[] = rows.map(([domain, locale, currency]) => ({
  host: `www.vinted.${domain}`,
  locale,
  language: languageOf(locale),
  currency,
  country: locale.slice(3),
}));

const france = markets.find((market) => market.host === 'www.vinted.fr')!;

/** The market a Host header names; anything else (127.0.0.1, localhost) is answered as vinted.fr. */
export function marketOf(hostHeader: string | undefined): Market {
  const host = (hostHeader ?? '').split(':')[0];
  return markets.find((market) => market.host === host) ?? france;
}

/** Names the certificate must cover: each site with its API host, and the photo hosts. */
export const certificateNames: readonly string[] = [
  ...markets.flatMap(({ host }) => [host, host.replace('www.', 'api.')]),
  'images1.vinted.net',
  'localhost',
];

/** What Chromium needs to reach the sandbox under Vinted's own addresses. */
export function chromiumFlags(port: number): string[] {
  const names = [...markets.map(({ host }) => host.replace('www.', '*.')), '*.vinted.net'];
  const rules = names.map((name) => `MAP ${name} 127.0.0.1:${port}`);
  return [`--host-resolver-rules=${rules.join(',')}`, '--ignore-certificate-errors'];
}
