import type { Boot } from '../boot.ts';
import { markets } from '../hosts.ts';
import type { Switches } from '../switches.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** JSON that may stand inside a script element. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);

/** Escaped JSON as Next.js ships it; absent from a 404 page (site.md §8.1). */
function flightData(boot: Boot, item: unknown): string {
  if (boot.page === 'missing') return '';
  const data = JSON.stringify({
    CSRF_TOKEN: boot.csrf,
    csrf_token: boot.csrf,
    currentUser: boot.user,
    itemDto: item,
    numberOfImagesPerItem: 20,
  });
  return `<script>(self.__next_f=self.__next_f||[]).push([1,${inScript(`7:["$","$L1a",null,${data}]\n`)}])</script>`;
}

const titles: Partial<Record<Boot['page'], Record<Boot['language'], string>>> = {
  sell: { fr: 'Vends un article', en: 'Sell an item', de: 'Artikel verkaufen' },
  banned: {
    fr: 'Ton compte a été bloqué',
    en: 'Your account has been blocked',
    de: 'Dein Konto wurde gesperrt',
  },
  missing: {
    fr: "La page n'existe pas",
    en: 'The page does not exist',
    de: 'Die Seite existiert nicht',
  },
};

function productData(boot: Boot, item: Record<string, unknown> | null): string {
  if (boot.page !== 'item' || !item) return '';
  const offer = {
    '@type': 'Offer',
    price: (item.price as { amount: string } | null)?.amount,
    priceCurrency: boot.currency,
  };
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: item.title,
    description: item.description,
    image: item.thumbnail,
    offers: offer,
  };
  return `<script type="application/ld+json">${inScript(product)}</script>`;
}

/** The document around the page: head, data, an empty root and the bundle. */
export function shell(boot: Boot, item: Record<string, unknown> | null, switches: Switches): string {
  const alternates = markets.map(
    ({ host, locale }) => `<link rel="alternate" hreflang="${locale}" href="https://${host}/">`,
  );
  const title = titles[boot.page]?.[boot.language] ?? (typeof item?.title === 'string' ? item.title : 'Vinted');
  const consent = switches.cookieBanner ? '<div id="onetrust-consent-sdk"></div>' : '';
  return `<!DOCTYPE html><html lang="${boot.language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} | Vinted</title>
${alternates.join('')}<link rel="stylesheet" href="/assets/site.css"><link rel="icon" href="data:,">
${flightData(boot, item)}${productData(boot, item)}</head>
<body><div id="__next"></div>${consent}
<script id="boot" type="application/json">${inScript({ ...boot, item })}</script>
<script type="module" src="/assets/site.js"></script></body></html>`;
}
