import { i18n } from '#i18n';
import type { Planned } from '../../selling/planning/plan-week.ts';
import type { Money } from '../../../shared/money.ts';
import { formatMoney } from '../../../shared/price.ts';
import type { ListingFilter, Rule } from '../../../shared/rule.ts';
import type { Preview, SkippedWhy } from './plan-shown.ts';
import type { Problem } from './rule-form.ts';

const language = (): string => navigator.language;
export const moneyWords = (money: Money): string => formatMoney(money, language());

/** What a rule does, in one sentence. */
export function ruleWords(rule: Rule): string {
  if (rule.kind === 'relist') {
    const last = rule.mode === 'safe' ? i18n.t('rules.safeWords') : i18n.t('rules.prepareWords');
    return `${i18n.t('rules.relistWords', [String(rule.restDays), String(rule.perDay)])} · ${last}`;
  }
  const { step, everyDays, times, floorPercent } = rule;
  const by = step.by === 'percent' ? `${step.percent}\u00A0%` : moneyWords(step.amount);
  return i18n.t('rules.dropWords', [by, String(everyDays), String(times), String(floorPercent)]);
}

/** Which listings a rule is for, in one sentence. */
export function whichWords(which: ListingFilter, currency: Money['currency']): string {
  const { minAgeDays, maxViews, maxFavourites, minPrice, maxPrice, catalogIds, tags } = which;
  const price = (amount: number): string => moneyWords({ amount, currency });
  const parts = [
    minAgeDays !== null && minAgeDays > 0 && i18n.t('rules.whichAge', [String(minAgeDays)]),
    maxViews !== null && i18n.t('rules.whichViews', [String(maxViews)]),
    maxFavourites !== null && i18n.t('rules.whichFavourites', [String(maxFavourites)]),
    minPrice !== null && i18n.t('rules.whichFrom', [price(minPrice)]),
    maxPrice !== null && i18n.t('rules.whichTo', [price(maxPrice)]),
    catalogIds.length > 0 && i18n.t('rules.whichCategories', [String(catalogIds.length)]),
    tags.length > 0 && i18n.t('rules.whichTags', [tags.join(', ')]),
  ].filter((part) => part !== false);
  return i18n.t('rules.which', [parts.length > 0 ? parts.join(', ') : i18n.t('rules.whichAll')]);
}

export function problemWords(problem: Problem): string {
  switch (problem.is) {
    case 'empty':
      return i18n.t('rules.problem.empty');
    case 'not-whole':
      return i18n.t('rules.problem.notWhole');
    case 'outside':
      return i18n.t('rules.problem.outside', [String(problem.least), String(problem.most)]);
    case 'not-a-price':
      return i18n.t('rules.problem.notAPrice');
    case 'lower-than-least':
      return i18n.t('rules.problem.lower');
  }
}

/** What becomes of a listing at that moment of the plan. */
export function turnWords({ turn }: Planned, before: Money | null): string {
  if (turn.is === 'price') return i18n.t('rules.plan.price', [moneyWords(turn.from), moneyWords(turn.to)]);
  const what = turn.mode === 'safe' ? i18n.t('rules.plan.relist') : i18n.t('rules.plan.prepare');
  const changed = turn.price !== null && before !== null && turn.price.amount !== before.amount;
  return changed && turn.price ? `${what} ${i18n.t('rules.plan.newPrice', [moneyWords(turn.price)])}` : what;
}

export function previewWords({ today, week }: Preview): string {
  if (week === 0) return i18n.t('rules.previewNone');
  return i18n.t('rules.preview', [i18n.t('rules.plan.count', today.length), i18n.t('rules.plan.count', week)]);
}

export const whyWords: Record<SkippedWhy, () => string> = {
  excluded: () => i18n.t('rules.why.excluded'),
  'not-online': () => i18n.t('rules.why.notOnline'),
  'age-unknown': () => i18n.t('rules.why.ageUnknown'),
  'too-young': () => i18n.t('rules.why.tooYoung'),
  'too-many-views': () => i18n.t('rules.why.tooManyViews'),
  'too-many-favourites': () => i18n.t('rules.why.tooManyFavourites'),
  'price-outside': () => i18n.t('rules.why.priceOutside'),
  'other-category': () => i18n.t('rules.why.otherCategory'),
  'other-tag': () => i18n.t('rules.why.otherTag'),
  resting: () => i18n.t('rules.why.resting'),
  'price-resting': () => i18n.t('rules.why.priceResting'),
  'at-floor': () => i18n.t('rules.why.atFloor'),
  'dropped-enough': () => i18n.t('rules.why.droppedEnough'),
  'no-price': () => i18n.t('rules.why.noPrice'),
  'refresh-first': () => i18n.t('rules.why.refreshFirst'),
  'category-unknown': () => i18n.t('rules.why.categoryUnknown'),
  'tried-lately': () => i18n.t('rules.why.triedLately'),
  'no-room': () => i18n.t('rules.why.noRoom'),
};

/** Moments of the plan, in the zone its hours are read in. */
export const clockWords = (at: number, zone: string): string =>
  new Intl.DateTimeFormat(language(), { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(at);
export const dayWords = (at: number, zone: string): string =>
  new Intl.DateTimeFormat(language(), { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(at);
export const dateWords = (at: number, zone: string): string =>
  new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', timeZone: zone }).format(at);
export const momentWords = (at: number, zone: string): string => `${dateWords(at, zone)}, ${clockWords(at, zone)}`;
