import { i18n } from '#i18n';
import type { ListingEvent, ListingStatus } from '../../../shared/listing.ts';
import type { Currency } from '../../../shared/money.ts';
import { formatMoney } from '../../../shared/price.ts';
import type { Age, Pile, Sorting } from './listing-list.ts';

export const statusWords: Record<ListingStatus, () => string> = {
  active: () => i18n.t('wardrobe.status.active'),
  hidden: () => i18n.t('wardrobe.status.hidden'),
  reserved: () => i18n.t('wardrobe.status.reserved'),
  'under-review': () => i18n.t('wardrobe.status.underReview'),
  draft: () => i18n.t('wardrobe.status.draft'),
  sold: () => i18n.t('wardrobe.status.sold'),
  closed: () => i18n.t('wardrobe.status.closed'),
  gone: () => i18n.t('wardrobe.status.gone'),
};

export const pileWords = (pile: Pile): string => (pile === 'all' ? i18n.t('wardrobe.all') : statusWords[pile]());

export const sortWords: Record<Sorting, () => string> = {
  newest: () => i18n.t('wardrobe.sort.newest'),
  oldest: () => i18n.t('wardrobe.sort.oldest'),
  'views-down': () => i18n.t('wardrobe.sort.viewsDown'),
  'views-up': () => i18n.t('wardrobe.sort.viewsUp'),
  'favourites-down': () => i18n.t('wardrobe.sort.favouritesDown'),
  'price-down': () => i18n.t('wardrobe.sort.priceDown'),
  'price-up': () => i18n.t('wardrobe.sort.priceUp'),
  title: () => i18n.t('wardrobe.sort.title'),
};

export const ageWords = (age: Age): string =>
  age === 'any' ? i18n.t('wardrobe.anyAge') : i18n.t('wardrobe.olderThan', Number(age));

export const daysOnline = (days: number | null): string =>
  days === null ? i18n.t('wardrobe.ageUnknown') : i18n.t('wardrobe.days', days);

/** What happened to a listing, in a sentence. Prices are told in minor units of the listing's currency. */
export function eventWords({ kind, before, after }: ListingEvent, currency: Currency): string {
  const told = (value: string | number | null): string =>
    kind === 'price' && typeof value === 'number'
      ? formatMoney({ amount: value, currency }, navigator.language)
      : String(value ?? '–');
  const [from, to] = [told(before), told(after)];
  switch (kind) {
    case 'appeared':
      return i18n.t('wardrobe.event.appeared');
    case 'gone':
      return i18n.t('wardrobe.event.gone');
    case 'back':
      return i18n.t('wardrobe.event.back');
    case 'title':
      return i18n.t('wardrobe.event.title', [from, to]);
    case 'price':
      return i18n.t('wardrobe.event.price', [from, to]);
    case 'favourites':
      return i18n.t('wardrobe.event.favourites', [from, to]);
    case 'views':
      return i18n.t('wardrobe.event.views', [from, to]);
    case 'status':
      return i18n.t('wardrobe.event.status', [statusNamed(from), statusNamed(to)]);
  }
}

const statusNamed = (status: string): string =>
  Object.hasOwn(statusWords, status) ? statusWords[status as ListingStatus]() : status;

const steps: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "5 minutes ago", as coarse as a seller would say it. */
export function agoWords(at: number, now: number, language?: string): string {
  const [unit, ms] = steps.find((step) => now - at >= step[1]) ?? (['minute', 60_000] as const);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor((now - at) / ms), unit);
}
