import { i18n } from '#i18n';
import type { RefusalCode } from './formats/header.ts';

const words: Record<RefusalCode, () => string> = {
  'photo-empty': () => i18n.t('photos.refused.photoEmpty'),
  'photo-too-big': () => i18n.t('photos.refused.photoTooBig'),
  'photo-unsupported': () => i18n.t('photos.refused.photoUnsupported'),
  'photo-heic': () => i18n.t('photos.refused.photoHeic'),
  'photo-document': () => i18n.t('photos.refused.photoDocument'),
  'photo-drawing': () => i18n.t('photos.refused.photoDrawing'),
  'photo-video': () => i18n.t('photos.refused.photoVideo'),
  'photo-animated': () => i18n.t('photos.refused.photoAnimated'),
  'photo-damaged': () => i18n.t('photos.refused.photoDamaged'),
  'photo-too-many-pixels': () => i18n.t('photos.refused.photoTooManyPixels'),
  'photo-bad-size': () => i18n.t('photos.refused.photoBadSize'),
  'photo-unreadable': () => i18n.t('photos.refused.photoUnreadable'),
  'photo-twice': () => i18n.t('photos.refused.photoTwice'),
  'too-many-photos': () => i18n.t('photos.refused.tooManyPhotos'),
  'storage-full': () => i18n.t('photos.refused.storageFull'),
  interrupted: () => i18n.t('photos.refused.interrupted'),
};

/** Why a photo was not taken in, in a seller's words. Codes come from the database, where an older version may have put them. */
export const refusalWords = (code: string): string =>
  Object.hasOwn(words, code) ? words[code as RefusalCode]() : i18n.t('photos.refused.photoDamaged');
