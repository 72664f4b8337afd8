import { i18n } from '#i18n';

import type { FormField } from '../../shared/listing-form.ts';

const words: Record<FormField, () => string> = {
  photos: () => i18n.t('step.photos'),
  title: () => i18n.t('step.title'),
  description: () => i18n.t('step.description'),
  category: () => i18n.t('step.category'),
  brand: () => i18n.t('step.brand'),
  size: () => i18n.t('step.size'),
  condition: () => i18n.t('step.condition'),
  colors: () => i18n.t('step.colors'),
  materials: () => i18n.t('step.materials'),
  unisex: () => i18n.t('step.unisex'),
  isbn: () => i18n.t('step.isbn'),
  model: () => i18n.t('step.model'),
  measurements: () => i18n.t('step.measurements'),
  attributes: () => i18n.t('step.attributes'),
  price: () => i18n.t('step.price'),
  package: () => i18n.t('step.package'),
};

/** What a running job is doing, as the seller would call it; `undefined` where there is no word for it. */
export const findStepWords = (doing: string): string | undefined =>
  Object.hasOwn(words, doing) ? words[doing as FormField]() : undefined;
