import { i18n } from '#i18n';
import type { BulkAct } from './bulk-plan.ts';

type Words = { name: () => string; hint: () => string; after: () => string };

export const actWords: Record<BulkAct, Words> = {
  price: {
    name: () => i18n.t('wardrobe.act.price'),
    hint: () => i18n.t('wardrobe.act.priceHint'),
    after: () => i18n.t('wardrobe.act.price'),
  },
  relist: {
    name: () => i18n.t('wardrobe.act.relist'),
    hint: () => i18n.t('wardrobe.act.relistHint'),
    after: () => i18n.t('wardrobe.act.relistAfter'),
  },
  hide: {
    name: () => i18n.t('wardrobe.act.hide'),
    hint: () => i18n.t('wardrobe.act.hideHint'),
    after: () => i18n.t('wardrobe.act.hideAfter'),
  },
  unhide: {
    name: () => i18n.t('wardrobe.act.unhide'),
    hint: () => i18n.t('wardrobe.act.unhideHint'),
    after: () => i18n.t('wardrobe.act.unhideAfter'),
  },
  delete: {
    name: () => i18n.t('wardrobe.act.delete'),
    hint: () => i18n.t('wardrobe.act.deleteHint'),
    after: () => i18n.t('wardrobe.act.deleteAfter'),
  },
};
