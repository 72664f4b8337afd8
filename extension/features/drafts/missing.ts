import type { Draft, DraftFieldName } from '../../../shared/draft.ts';
import { currencies } from '../../../shared/money.ts';
import { limits } from '../../../shared/vocabulary.ts';
import { findMarket } from '../../vinted/markets.ts';
import type { CategoryRules, Need } from './category-rules.ts';
import type { OfferedAttribute } from './known-attributes.ts';
import { checkAmount } from '../../../shared/price.ts';
import { checkTitle, type TitleProblem } from './title.ts';

export type MissingField = DraftFieldName | 'photos' | 'attributes';
export type MissingCode =
  | 'open'
  | 'too-many'
  | `title-${TitleProblem}`
  | 'description-too-long'
  | 'category-gone'
  | 'size-not-offered'
  | 'condition-not-offered'
  | 'attribute-not-offered'
  | 'price-too-low'
  | 'price-too-high'
  | 'price-other-currency'
  | 'price-under-floor';
/** `stops` = Vinted would refuse the listing; otherwise worth a look, and filling may go on. */
export type Missing = {
  field: MissingField;
  code: MissingCode;
  stops: boolean;
  /** Which list of the category, where `field` is `attributes`. */
  attribute?: Pick<OfferedAttribute, 'code' | 'title'>;
};

/** Everything that stands between a draft and its listing, in the order of the form. `rules` null = no category yet. */
export function findMissing(draft: Draft, rules: CategoryRules | null): Missing[] {
  return [
    ...photosMissing(draft),
    ...textMissing(draft),
    ...categoryMissing(draft, rules),
    ...(rules ? [...dynamicMissing(draft, rules), ...attributesMissing(draft, rules)] : []),
    ...priceMissing(draft),
    ...when(draft.fields.package.value === null, 'package', 'open'),
  ];
}

/** Nothing stops it: may be filled and published. */
export const isComplete = (missing: Missing[]): boolean => !missing.some((one) => one.stops);

const when = (is: boolean, field: MissingField, code: MissingCode, stops = true): Missing[] =>
  is ? [{ field, code, stops }] : [];

const photosMissing = (draft: Draft): Missing[] => [
  ...when(draft.photoIds.length === 0, 'photos', 'open'),
  ...when(draft.photoIds.length > limits.photosPerListing, 'photos', 'too-many'),
];

function textMissing({ fields }: Draft): Missing[] {
  const description = fields.description.value ?? '';
  return [
    ...checkTitle(fields.title.value ?? '').map((problem): Missing => ({
      field: 'title',
      code: problem === 'empty' ? 'open' : `title-${problem}`,
      stops: true,
    })),
    ...when(description.trim() === '', 'description', 'open'),
    ...when(description.length > limits.description, 'description', 'description-too-long'),
  ];
}

const categoryMissing = (draft: Draft, rules: CategoryRules | null): Missing[] => [
  ...when(draft.fields.category.value === null, 'category', 'open'),
  ...when(draft.fields.category.value !== null && rules?.isLeaf === false, 'category', 'category-gone'),
];

function dynamicMissing({ fields }: Draft, rules: CategoryRules): Missing[] {
  const conditions = rules.options?.conditions ?? [];
  const condition = fields.condition.value;
  return [
    ...needed(rules.brand, 'brand', fields.brand.value),
    ...needed(rules.size, 'size', fields.size.value),
    ...when(rules.size === 'must' && !isSizeOffered(fields.size.value, rules), 'size', 'size-not-offered'),
    ...when(condition === null, 'condition', 'open'),
    ...when(
      condition !== null && conditions.length > 0 && !conditions.includes(condition),
      'condition',
      'condition-not-offered',
    ),
    ...needed(rules.color, 'colors', fields.colors.value),
    ...when((fields.colors.value?.length ?? 0) > limits.colors, 'colors', 'too-many'),
    ...when((fields.materials.value?.length ?? 0) > limits.materials, 'materials', 'too-many'),
    ...needed(rules.model, 'model', fields.model.value),
  ];
}

/** Of the category's own lists, the required ones; a choice the site no longer offers stops like a size does. */
function attributesMissing({ attributes }: Draft, rules: CategoryRules): Missing[] {
  return rules.attributes.flatMap((attribute): Missing[] => {
    const chosen = attributes[attribute.code];
    const gone = chosen && attribute.told && !findOption(chosen, attribute);
    const code = gone ? 'attribute-not-offered' : !chosen && attribute.required ? 'open' : null;
    return code ? [{ field: 'attributes', code, stops: true, attribute }] : [];
  });
}

/** By id, else by the form's words. */
export function findOption({ id, label }: Draft['attributes'][string], { options }: Pick<OfferedAttribute, 'options'>) {
  const byId = options.find((option) => id !== null && option.id === id);
  return byId ?? options.find((option) => plain(option.label) === plain(label));
}

const needed = (need: Need, field: MissingField, value: unknown): Missing[] => {
  const isOpen = value === null || (Array.isArray(value) && value.length === 0);
  return when(isOpen && need === 'must', field, 'open');
};

type Size = Draft['fields']['size']['value'];

/** By id, by the form's words (white space aside), or as a label says it: "M" is "M / 38 / 10", where only one fits. */
export function findSize(size: NonNullable<Size>, rules: CategoryRules) {
  const wanted = plain(size.label);
  const offered = rules.options?.sizes ?? [];
  const exact =
    offered.find((option) => option.id === size.id) ?? offered.find((option) => plain(option.label) === wanted);
  const parts = offered.filter((option) =>
    plain(option.label)
      .split(/ ?[/|] ?/)
      .includes(wanted),
  );
  return exact ?? (parts.length === 1 ? parts[0] : undefined);
}

const isSizeOffered = (size: Size, rules: CategoryRules): boolean =>
  !size || !rules.options || findSize(size, rules) !== undefined;

const plain = (label: string): string => label.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();

function priceMissing(draft: Draft): Missing[] {
  const price = draft.fields.price.value;
  if (!price) return when(true, 'price', 'open');
  const expected = findMarket(draft.market)?.currency;
  const problem =
    Number.isSafeInteger(price.amount) && currencies.includes(price.currency)
      ? checkAmount(price.amount, price.currency)
      : 'too-low';
  return [
    ...when(expected !== undefined && expected !== price.currency, 'price', 'price-other-currency'),
    ...(problem ? when(true, 'price', `price-${problem}`) : []),
    ...when(!problem && draft.priceFloor !== null && price.amount < draft.priceFloor, 'price', 'price-under-floor'),
  ];
}
