/** What a seller types into the rule editor, what is wrong with it, and the rule it makes. Owns no words. */
import { amountText, parsePriceInput } from '../../../shared/price.ts';
import type { Currency } from '../../../shared/money.ts';
import type { ListingFilter, PriceDropRule, RelistRule, Rule } from '../../../shared/rule.ts';

const numbers = {
  restDays: { least: 7, most: 365 },
  relistsPerDay: { least: 1, most: 10 },
  pricePercent: { least: -50, most: 50 },
  stepPercent: { least: 1, most: 50 },
  everyDays: { least: 3, most: 90 },
  times: { least: 1, most: 20 },
  floorPercent: { least: 10, most: 100 },
  dropsPerDay: { least: 1, most: 30 },
  minAgeDays: { least: 0, most: 3_650 },
  maxViews: { least: 0, most: 1_000_000 },
  maxFavourites: { least: 0, most: 1_000_000 },
} as const;
export type NumberField = keyof typeof numbers;
export type PriceField = 'minPrice' | 'maxPrice' | 'stepAmount';

export type RuleForm = Record<NumberField | PriceField | 'name', string> & {
  kind: Rule['kind'];
  mode: RelistRule['mode'];
  stepBy: PriceDropRule['step']['by'];
  catalogIds: number[];
  tags: string[];
};

/** Why a field cannot stay as it is. */
export type Problem =
  | { is: 'empty' }
  | { is: 'not-whole' }
  | { is: 'outside'; least: number; most: number }
  | { is: 'not-a-price' }
  | { is: 'lower-than-least' };
export type Problems = Partial<Record<NumberField | PriceField | 'name', Problem>>;

export const emptyForm = (kind: Rule['kind'], name: string): RuleForm => ({
  kind,
  name,
  mode: 'prepare',
  restDays: '14',
  relistsPerDay: '3',
  pricePercent: '0',
  stepBy: 'percent',
  stepPercent: '5',
  stepAmount: '',
  everyDays: '7',
  times: '3',
  floorPercent: '70',
  dropsPerDay: '10',
  minAgeDays: kind === 'relist' ? '30' : '14',
  maxViews: '',
  maxFavourites: '',
  minPrice: '',
  maxPrice: '',
  catalogIds: [],
  tags: [],
});

export function formOf(rule: Rule, language: string): RuleForm {
  const { which } = rule;
  const text = (value: number | null): string => (value === null ? '' : String(value));
  const form: RuleForm = {
    ...emptyForm(rule.kind, rule.name),
    minAgeDays: text(which.minAgeDays),
    maxViews: text(which.maxViews),
    maxFavourites: text(which.maxFavourites),
    minPrice: which.minPrice === null ? '' : amountText(which.minPrice, language),
    maxPrice: which.maxPrice === null ? '' : amountText(which.maxPrice, language),
    catalogIds: which.catalogIds,
    tags: which.tags,
  };
  if (rule.kind === 'relist') {
    const { mode, restDays, perDay, pricePercent } = rule;
    const own = { restDays: text(restDays), relistsPerDay: text(perDay), pricePercent: text(pricePercent) };
    return { ...form, mode, ...own };
  }
  const { step, everyDays, times, floorPercent, perDay } = rule;
  return {
    ...form,
    stepBy: step.by,
    ...(step.by === 'percent'
      ? { stepPercent: text(step.percent) }
      : { stepAmount: amountText(step.amount.amount, language) }),
    everyDays: text(everyDays),
    times: text(times),
    floorPercent: text(floorPercent),
    dropsPerDay: text(perDay),
  };
}

const ofWhich = ['minAgeDays', 'maxViews', 'maxFavourites', 'minPrice', 'maxPrice'] as const;
const isCondition = (field: string): boolean => (ofWhich as readonly string[]).includes(field);

/** The fields that count for this kind of rule. */
function asked({ kind, stepBy }: RuleForm): readonly (NumberField | PriceField)[] {
  if (kind === 'relist') return [...ofWhich, 'restDays', 'relistsPerDay', 'pricePercent'];
  const step = stepBy === 'percent' ? 'stepPercent' : 'stepAmount';
  return [...ofWhich, step, 'everyDays', 'times', 'floorPercent', 'dropsPerDay'];
}

export function problemsIn(form: RuleForm, currency: Currency): Problems {
  const problems: Problems = {};
  if (form.name.trim() === '') problems.name = { is: 'empty' };
  for (const field of asked(form)) {
    const problem = field in numbers ? wrongNumber(form, field as NumberField) : wrongPrice(form, field, currency);
    if (problem) problems[field] = problem;
  }
  const [least, most] = [priceIn(form.minPrice, currency), priceIn(form.maxPrice, currency)];
  if (least !== null && most !== null && most < least) problems.maxPrice ??= { is: 'lower-than-least' };
  return problems;
}

function wrongNumber(form: RuleForm, field: NumberField): Problem | null {
  const text = form[field].trim();
  const { least, most } = numbers[field];
  if (text === '') return isCondition(field) ? null : { is: 'empty' };
  if (!/^[-−]?\d{1,9}$/.test(text)) return { is: 'not-whole' };
  const value = wholeIn(text) ?? 0;
  return value < least || value > most ? { is: 'outside', least, most } : null;
}

function wrongPrice(form: RuleForm, field: NumberField | PriceField, currency: Currency): Problem | null {
  const text = form[field].trim();
  if (text === '') return isCondition(field) ? null : { is: 'empty' };
  return parsePriceInput(text, currency).ok ? null : { is: 'not-a-price' };
}

const wholeIn = (text: string): number | null => {
  const plain = text.trim().replace('−', '-');
  return plain === '' ? null : Number(plain);
};

function priceIn(text: string, currency: Currency): number | null {
  const parsed = parsePriceInput(text, currency);
  return parsed.ok ? parsed.value.amount : null;
}

type About = Pick<Rule, 'id' | 'account' | 'enabled' | 'createdAt' | 'updatedAt'>;

/** The rule as typed; null as long as something is wrong with it. */
export function ruleOf(form: RuleForm, currency: Currency, about: About): Rule | null {
  if (Object.keys(problemsIn(form, currency)).length > 0) return null;
  const whole = (field: NumberField): number => wholeIn(form[field]) ?? 0;
  const common = { ...about, name: form.name.trim().slice(0, 60), which: whichOf(form, currency) };
  if (form.kind === 'relist') {
    const numbersOf = { restDays: whole('restDays'), perDay: whole('relistsPerDay') };
    return { ...common, kind: 'relist', mode: form.mode, ...numbersOf, pricePercent: whole('pricePercent') };
  }
  const amount = { amount: priceIn(form.stepAmount, currency) ?? 0, currency };
  return {
    ...common,
    kind: 'price-drop',
    step: form.stepBy === 'percent' ? { by: 'percent', percent: whole('stepPercent') } : { by: 'amount', amount },
    everyDays: whole('everyDays'),
    times: whole('times'),
    floorPercent: whole('floorPercent'),
    perDay: whole('dropsPerDay'),
  };
}

const whichOf = (form: RuleForm, currency: Currency): ListingFilter => ({
  minAgeDays: wholeIn(form.minAgeDays),
  maxViews: wholeIn(form.maxViews),
  maxFavourites: wholeIn(form.maxFavourites),
  minPrice: priceIn(form.minPrice, currency),
  maxPrice: priceIn(form.maxPrice, currency),
  catalogIds: form.catalogIds.slice(0, 50),
  tags: form.tags.slice(0, 20),
});
