/** The 23 sites named by Vinted's own `hreflang` list (site.md §1). */
export const markets = [
  { host: 'www.vinted.at', language: 'de', currency: 'EUR' },
  { host: 'www.vinted.be', language: 'fr', currency: 'EUR' },
  { host: 'www.vinted.co.uk', language: 'en', currency: 'GBP' },
  { host: 'www.vinted.com', language: 'en', currency: 'USD' },
  { host: 'www.vinted.cz', language: 'cs', currency: 'CZK' },
  { host: 'www.vinted.de', language: 'de', currency: 'EUR' },
  { host: 'www.vinted.dk', language: 'da', currency: 'DKK' },
  { host: 'www.vinted.es', language: 'es', currency: 'EUR' },
  { host: 'www.vinted.fi', language: 'fi', currency: 'EUR' },
  { host: 'www.vinted.fr', language: 'fr', currency: 'EUR' },
  { host: 'www.vinted.gr', language: 'el', currency: 'EUR' },
  { host: 'www.vinted.hr', language: 'hr', currency: 'EUR' },
  { host: 'www.vinted.hu', language: 'hu', currency: 'HUF' },
  { host: 'www.vinted.ie', language: 'en', currency: 'EUR' },
  { host: 'www.vinted.it', language: 'it', currency: 'EUR' },
  { host: 'www.vinted.lt', language: 'lt', currency: 'EUR' },
  { host: 'www.vinted.lu', language: 'fr', currency: 'EUR' },
  { host: 'www.vinted.nl', language: 'nl', currency: 'EUR' },
  { host: 'www.vinted.pl', language: 'pl', currency: 'PLN' },
  { host: 'www.vinted.pt', language: 'pt', currency: 'EUR' },
  { host: 'www.vinted.ro', language: 'ro', currency: 'RON' },
  { host: 'www.vinted.se', language: 'sv', currency: 'SEK' },
  { host: 'www.vinted.sk', language: 'sk', currency: 'EUR' },
] as const;

export type Market = (typeof markets)[number];

/** The market served at `host`, if it is one of Vinted's. */
export const findMarket = (host: string): Market | undefined => markets.find((market) => market.host === host);
