import type { Template } from '../../db/database.ts';
import type { Draft } from '../../../shared/draft.ts';
import { findMarket } from '../../vinted/markets.ts';
import { changeDrafts, type DraftChange } from './change-draft.ts';
import type { Desk } from './desk.ts';
import type { FieldValues } from './draft-fields.ts';
import { changeByPercent } from '../../../shared/price.ts';
import { applyTemplate } from './templates.ts';
import type { TemplateWords } from './template-values.ts';

export type BulkEdit =
  | { is: 'set'; fields: Partial<FieldValues> }
  /** One list of a category; `categories` = those that have it. */
  | { is: 'attribute'; code: string; option: Draft['attributes'][string] | null; categories: readonly number[] }
  | { is: 'price-percent'; percent: number }
  | { is: 'price-floor'; floor: number | null }
  /** The words follow each draft's own market. */
  | { is: 'template'; template: Template; wordsOf: (draft: Draft) => TemplateWords };

export type BulkResult = { changed: number; skipped: number; group: string | null };

/** Bounds of one raise or drop; beyond them it is a slip of the finger (B73). */
export const percentBounds = { lowest: -90, highest: 200 } as const;

/** One edit over many drafts in one transaction with one step back. Drafts it cannot apply to are left and counted. */
export async function bulkEdit(desk: Desk, ids: string[], edit: BulkEdit): Promise<BulkResult> {
  const done = await changeDrafts(desk, ids, (draft) => (isEditable(draft) ? changeOf(draft, edit) : null));
  return { changed: done?.count ?? 0, skipped: ids.length - (done?.count ?? 0), group: done?.group ?? null };
}

/** A draft that is being filled or is live keeps what the tab or the site has. */
export const isEditable = (draft: Draft): boolean => draft.state !== 'filling' && draft.state !== 'published';

function changeOf(draft: Draft, edit: BulkEdit): DraftChange | null {
  if (edit.is === 'set') return fitsMarket(draft, edit.fields) ? { fields: edit.fields } : null;
  if (edit.is === 'attribute') {
    const fits = edit.categories.includes(draft.fields.category.value?.id ?? 0);
    return fits ? { attributes: { [edit.code]: edit.option } } : null;
  }
  if (edit.is === 'price-floor') return { priceFloor: edit.floor };
  if (edit.is === 'template') {
    const applied = applyTemplate(draft, edit.template, edit.wordsOf(draft));
    return applied.ok ? applied.change : null;
  }
  const price = draft.fields.price.value;
  if (!price || !isSensiblePercent(edit.percent)) return null;
  return { fields: { price: changeByPercent(price, edit.percent, draft.priceFloor) } };
}

/** A price in one currency is not set on drafts for a market of another. */
const fitsMarket = (draft: Draft, { price }: Partial<FieldValues>): boolean =>
  !price || findMarket(draft.market)?.currency === price.currency;

export const isSensiblePercent = (percent: number): boolean =>
  Number.isFinite(percent) && percent >= percentBounds.lowest && percent <= percentBounds.highest;
