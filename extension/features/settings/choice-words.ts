import { i18n } from '#i18n';
import type { Audience, ConditionCode, PackageCode } from '../../../shared/vocabulary.ts';

type Option<T extends string> = { value: T | ''; label: string };
const open = (): { value: ''; label: string } => ({ value: '', label: i18n.t('settings.noDefault') });

export const audienceOptions = (): Option<Audience>[] => [
  open(),
  { value: 'women', label: i18n.t('settings.women') },
  { value: 'men', label: i18n.t('settings.men') },
  { value: 'girls', label: i18n.t('settings.girls') },
  { value: 'boys', label: i18n.t('settings.boys') },
];

export const conditionOptions = (): Option<ConditionCode>[] => [
  open(),
  { value: 'new-with-tags', label: i18n.t('condition.newWithTags') },
  { value: 'new-without-tags', label: i18n.t('condition.newWithoutTags') },
  { value: 'very-good', label: i18n.t('condition.veryGood') },
  { value: 'good', label: i18n.t('condition.good') },
  { value: 'satisfactory', label: i18n.t('condition.satisfactory') },
  { value: 'not-fully-functional', label: i18n.t('condition.notFullyFunctional') },
];

export const parcelOptions = (): Option<PackageCode>[] => [
  open(),
  { value: 'small', label: i18n.t('parcel.small') },
  { value: 'medium', label: i18n.t('parcel.medium') },
  { value: 'large', label: i18n.t('parcel.large') },
];
