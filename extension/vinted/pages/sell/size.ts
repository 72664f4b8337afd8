import type { ListingForm } from '../../../../shared/listing-form.ts';
import type { Dropdown } from '../../hand/choose.ts';
import { click } from '../../hand/click.ts';
import { budgetOf, within } from '../../hand/hand.ts';
import { type Choosing, chooseRow } from '../../hand/pick.ts';
import { allRows, type Row, rowsMatching, rowTitled } from '../../hand/rows.ts';
import { nextTask, quiet, until } from '../../hand/settle.ts';
import { controls } from '../../selectors.ts';
import { sameText, similarText } from '../../text.ts';
import { fillChoice, valueShown } from './choice-field.ts';
import type { SellField, SellPage } from './sell-page.ts';
import { queryAll } from '../../query.ts';

type Size = NonNullable<ListingForm['size']>;

/** `size-group-4-grid-option-3`, chips alike; suggestions (`size-suggestions-grid-option-…`) stay out (site.md §3.2). */
const sizeOption = /^(?:size-group-\d+-.*option|size)-(\d+)$/;

/** By id, then by label inside the groups this category offers: ids differ between old and new groups (site.md §4.5). */
export const size: SellField = {
  wants: (form) => form.size,
  shows: (page) => valueShown(page, controls.size),
  holds: (page, form) => form.size !== null && sameText(form.size.label, valueShown(page, controls.size)),
  fill: (page, form) => {
    const wanted = form.size;
    if (!wanted) return Promise.resolve({ is: 'skipped', shows: '' });
    return fillChoice(page, controls.size, (field) => choosing(page, field, wanted));
  },
};

function choosing(page: SellPage, field: Dropdown, wanted: Size): Choosing {
  return async (attempt) => {
    const wait = within(page.hand, budgetOf(page.hand, attempt));
    await until(() => optionsOf(page, field).length > 0, wait);
    // The list may fill in waves.
    const isThere = (): boolean =>
      byId(page, field, wanted) !== undefined || (wanted.id === null && byLabel(page, field, wanted) !== undefined);
    await Promise.race([until(isThere, wait), quiet(listRests, wait)]);
    const finders = [() => byId(page, field, wanted), () => byLabel(page, field, wanted)];
    for (const find of finders) {
      if (!(await turnTabsTo(page, field, find))) continue;
      const row = await chooseRow(page.picker, field, find, attempt);
      if (row)
        return [{ titles: [...row.titles, ...row.titles.map((title) => title.split(/\s*[/|]\s*/)[0] ?? title)] }];
    }
    return false;
  };
}

/** A list that has not moved for so long is whole. */
const listRests = 250;

function optionsOf({ sight }: SellPage, field: Dropdown): { row: Row; id: number | undefined }[] {
  const named = rowsMatching(sight, field.panel(), sizeOption);
  if (named.length > 0) return named;
  return allRows(sight, field.panel())
    .filter(({ element }) => element.getAttribute('role') !== 'button' && element.tagName !== 'BUTTON')
    .filter(({ element }) => !element.closest('[data-testid*="suggestion"], [id*="suggestion"]'))
    .map((row) => ({ row, id: undefined }));
}

const byId = (page: SellPage, field: Dropdown, wanted: Size): Row | undefined =>
  wanted.id === null ? undefined : optionsOf(page, field).find(({ id }) => id === wanted.id)?.row;

/** Where nothing tells suggestions apart, they come first and name the same size: the last of equal labels is meant. */
function byLabel(page: SellPage, field: Dropdown, { label }: Size): Row | undefined {
  const rows = optionsOf(page, field).map(({ row }) => row);
  const called = (same: (title: string, wanted: string) => boolean): Row | undefined =>
    rows.findLast((row) => row.titles.some((title) => same(title, label)));
  const parts = (same: typeof sameText) => (title: string, wanted: string) =>
    title.split(/\s*[/|]\s*/).some((part) => same(part, wanted));
  return called(sameText) ?? called(similarText) ?? rowTitled(rows, label, parts(sameText));
}

/** Newer groups stand behind tabs (S/M/L, EU, UK …): the one shown first, then each of the others. */
async function turnTabsTo(page: SellPage, field: Dropdown, find: () => Row | undefined): Promise<boolean> {
  if (find()) return true;
  const tabs = queryAll(field.panel(), '[role="tab"]:not([aria-selected="true"])').length;
  for (let at = 0; at <= tabs && tabs > 0; at += 1) {
    const tab = queryAll(field.panel(), '[role="tab"]')[at];
    if (!tab || tab.getAttribute('aria-selected') === 'true') continue;
    await click(page.hand, tab);
    await nextTask();
    if (await until(find, within(page.hand, 300))) return true;
  }
  return false;
}
