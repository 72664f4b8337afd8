import { i18n } from '#i18n';

import type { FormField } from '../../shared/listing-form.ts';

const words: Record<FormField | 'open' | 'open-here' | 'baseline' | 'verify' | 'submit' | 'confirm', () => string> = {
  open: () => i18n.t('step.open'),
  'open-here': () => i18n.t('step.open'),
  baseline: () => i18n.t('step.baseline'),
  verify: () => i18n.t('step.verify'),
  submit: () => i18n.t('step.submit'),
  confirm: () => i18n.t('step.confirm'),
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
export function findStepWords(doing: string): string | undefined {
  const name = doing.replace(/^fill-/, '');
  return Object.hasOwn(words, name) ? words[name as keyof typeof words]() : undefined;
}
