import { i18n } from '#i18n';
import type { Source } from '../../../shared/suggestion.ts';
import { limits } from '../../../shared/vocabulary.ts';
import { isKnownCode } from './known-attributes.ts';
import type { Missing, MissingField } from './missing.ts';
import type { PriceProblem } from '../../../shared/price.ts';
import type { TemplateProblem } from './template.ts';
import type { TemplateFault } from './templates.ts';

export const fieldWords = (field: MissingField): string => i18n.t(`drafts.field.${field}`);

/** The site's own title of one of a category's lists, else ours. */
export const attributeWords = ({ code, title }: { code: string; title: string }): string =>
  title || (isKnownCode(code) ? i18n.t(`drafts.attribute.${code}`) : code);

const topicWords = ({ field, attribute }: Missing): string =>
  attribute ? attributeWords(attribute) : fieldWords(field);

/** What is wrong with a field and what to do, as one sentence. */
export function missingWords(missing: Missing): string {
  const { field, code } = missing;
  if (code === 'open')
    return field === 'photos' ? i18n.t('drafts.missing.photos') : i18n.t('drafts.missing.open', [topicWords(missing)]);
  if (code === 'too-many') return i18n.t('drafts.missing.tooMany', [fieldWords(field), String(mostOf(field))]);
  return {
    'title-empty': i18n.t('drafts.missing.open', [fieldWords('title')]),
    'title-too-long': i18n.t('drafts.missing.titleTooLong'),
    'title-symbols': i18n.t('drafts.missing.titleSymbols'),
    'title-invisible': i18n.t('drafts.missing.titleInvisible'),
    'description-too-long': i18n.t('drafts.missing.descriptionTooLong'),
    'category-gone': i18n.t('drafts.missing.categoryGone'),
    'size-not-offered': i18n.t('drafts.missing.sizeNotOffered'),
    'attribute-not-offered': i18n.t('drafts.missing.attributeNotOffered', [topicWords(missing)]),
    'condition-not-offered': i18n.t('drafts.missing.conditionNotOffered'),
    'price-too-low': i18n.t('drafts.price.tooLow'),
    'price-too-high': i18n.t('drafts.price.tooHigh'),
    'price-other-currency': i18n.t('drafts.price.otherCurrency'),
    'price-under-floor': i18n.t('drafts.missing.priceUnderFloor'),
  }[code];
}

const mostOf = (field: MissingField): number =>
  field === 'photos' ? limits.photosPerListing : field === 'colors' ? limits.colors : limits.materials;

export const priceWords = (problem: PriceProblem): string =>
  ({
    empty: i18n.t('drafts.missing.open', [fieldWords('price')]),
    'not-a-number': i18n.t('drafts.price.notANumber'),
    'foreign-digits': i18n.t('drafts.price.foreignDigits'),
    ambiguous: i18n.t('drafts.price.ambiguous'),
    'other-currency': i18n.t('drafts.price.otherCurrency'),
    negative: i18n.t('drafts.price.tooLow'),
    'too-low': i18n.t('drafts.price.tooLow'),
    'too-high': i18n.t('drafts.price.tooHigh'),
  })[problem];

/** Who said so, where that tells more than how sure it is; undefined = nothing to add. */
export const sourceWords = (source: Source): string | undefined =>
  ({
    model: i18n.t('drafts.source.model'),
    ocr: i18n.t('drafts.source.ocr'),
    classifier: i18n.t('drafts.source.classifier'),
    rule: i18n.t('drafts.source.rule'),
    default: undefined,
    seller: undefined,
    none: undefined,
  })[source];

export function templateWords(problem: TemplateProblem | TemplateFault['problem']): string {
  if (problem.is === 'unknown') return i18n.t('templates.problem.unknown', [problem.name]);
  if (problem.is === 'too-long')
    return i18n.t('templates.problem.tooLong', [String(problem.length), String(problem.limit)]);
  return {
    unclosed: i18n.t('templates.problem.unclosed'),
    'no-name': i18n.t('templates.problem.noName'),
    'name-taken': i18n.t('templates.problem.nameTaken'),
    empty: i18n.t('templates.problem.empty'),
  }[problem.is];
}

/** Where on the page a list of the category is edited. */
export const attributePlace = (code: string): string => `field-attribute-${code}`;
