import { limits } from './vocabulary.ts';
import type { Currency, Money } from './money.ts';

export type PriceProblem =
  | 'empty'
  | 'not-a-number'
  | 'foreign-digits'
  | 'ambiguous'
  | 'other-currency'
  | 'negative'
  | 'too-low'
  | 'too-high';
export type ParsedPrice = { ok: true; value: Money } | { ok: false; problem: PriceProblem };

/** site.md §3.2: USD 1–9000; elsewhere only the minimum is known, so the money schema's own end is the cap. */
export const highestPrice = (currency: Currency): number => (currency === 'USD' ? 900_000 : 100_000_000);

const marks: Record<Currency, string[]> = {
  EUR: ['€', 'eur', 'euro', 'euros'],
  GBP: ['£', 'gbp'],
  PLN: ['zł', 'zl', 'pln'],
  USD: ['$', 'usd', 'us$'],
  CZK: ['kč', 'kc', 'czk'],
  DKK: ['kr', 'kr.', 'dkk'],
  HUF: ['ft', 'huf'],
  RON: ['lei', 'ron'],
  SEK: ['kr', 'kr.', 'sek'],
};
const known = new Set(Object.values(marks).flat());

/**
 * What a seller typed as a price. A separator before exactly three digits may mean thousands or a slip ("12,500" for
 * "12,50"), so that is asked back instead of guessed.
 */
export function parsePriceInput(text: string, currency: Currency): ParsedPrice {
  const typed = text.normalize('NFKC').trim().toLowerCase().replaceAll('−', '-');
  if (typed === '') return wrong('empty');
  if (/[^\d\P{Nd}]/u.test(typed)) return wrong('foreign-digits');
  const parts =
    /^(?<before>[^\d.,-]*)(?<minus>-?)\s*(?<number>\d[\d\s.,'’]*?|[.,]\d+)\s*(?<after>[^\d.,'’]*\.?)$/u.exec(
      typed,
    )?.groups;
  if (!parts) return wrong('not-a-number');
  const mark = currencyMark(parts['before'] ?? '', parts['after'] ?? '', currency);
  if (mark) return wrong(mark);
  const amount = minorUnits(parts['number'] ?? '');
  if (typeof amount === 'string') return wrong(amount);
  if (parts['minus']) return wrong('negative');
  const problem = checkAmount(amount, currency);
  return problem ? wrong(problem) : { ok: true, value: { amount, currency } };
}

const wrong = (problem: PriceProblem): ParsedPrice => ({ ok: false, problem });

function currencyMark(before: string, after: string, currency: Currency): PriceProblem | undefined {
  const found = [before.trim(), after.trim()].filter((mark) => mark !== '');
  if (found.some((mark) => !known.has(mark))) return 'not-a-number';
  return found.every((mark) => marks[currency].includes(mark)) ? undefined : 'other-currency';
}

function minorUnits(number: string): number | PriceProblem {
  const plain = number.replaceAll(/[\s'’]/gu, '');
  const grouped = /^(\d{1,3})([.,]\d{3})+([.,])(\d{1,2})$/.test(plain);
  const cut = /[.,](\d{1,2})$/.exec(plain);
  const whole = (cut ? plain.slice(0, cut.index) : plain).replaceAll(grouped ? /[.,]/g : /$^/g, '');
  if (!/^\d*$/.test(whole)) return /^\d{1,3}([.,]\d{3})+$/.test(plain) ? 'ambiguous' : 'not-a-number';
  if (whole.length > 9) return 'too-high';
  return Number(whole || '0') * 100 + Number((cut?.[1] ?? '0').padEnd(2, '0'));
}

export function checkAmount(amount: number, currency: Currency): 'too-low' | 'too-high' | undefined {
  if (!(amount >= limits.minimumPrice)) return 'too-low';
  return amount > highestPrice(currency) ? 'too-high' : undefined;
}

/** A price raised or lowered by a percentage, whole cents, never under the floor or the site's own bounds. */
export function changeByPercent(price: Money, percent: number, floor: number | null): Money {
  const wanted = Math.round(price.amount * (1 + percent / 100));
  const lowest = Math.max(floor ?? 0, limits.minimumPrice);
  return { ...price, amount: Math.min(Math.max(wanted, lowest), highestPrice(price.currency)) };
}

export function formatMoney(money: Money, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: money.currency }).format(money.amount / 100);
}

/** An amount as the seller would type it: "12.50", in their own decimal sign, without grouping. */
export function amountText(amount: number, language: string): string {
  const digits = amount % 100 === 0 ? 0 : 2;
  const format = {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    numberingSystem: 'latn',
  } as const;
  return new Intl.NumberFormat(language, format).format(amount / 100);
}
