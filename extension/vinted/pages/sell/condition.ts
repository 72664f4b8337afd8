import { languageOf } from '../../find.ts';
import type { Dropdown } from '../../hand/choose.ts';
import { type Choosing, chooseRow } from '../../hand/pick.ts';
import { allRows, isCalled, namesOf, type Row, rowNamed, rowTitled } from '../../hand/rows.ts';
import { conditionTitles, spellings } from '../../../../shared/catalog/option-titles.data.ts';
import { controls } from '../../selectors.ts';
import { fillChoice, valueShown } from './choice-field.ts';
import type { SellField, SellPage } from './sell-page.ts';

/** “Not fully functional” goes by two ids (site.md §4.1). */
const otherId: Readonly<Record<number, number>> = { 7: 5 };

export const condition: SellField = {
  wants: (form) => form.condition,
  shows: (page) => valueShown(page, controls.condition),
  holds: (page, form) => {
    const shown = valueShown(page, controls.condition);
    const titles = form.condition ? titlesOf(page, form.condition) : [];
    if (shown === '') return false;
    return titles.length === 0 ? undefined : isCalled({ titles }, shown) || undefined;
  },
  fill: (page, form) => {
    const wanted = form.condition;
    if (wanted === null) return Promise.resolve({ is: 'skipped', shows: '' });
    return fillChoice(page, controls.condition, (field) => choosing(page, field, wanted));
  },
};

const titlesOf = (page: SellPage, id: number): string[] =>
  spellings(conditionTitles, id, languageOf(page.sight.document));

function choosing(page: SellPage, field: Dropdown, id: number): Choosing {
  return async (attempt) => {
    const row = await chooseRow(page.picker, field, () => rowOf(page, field, id), attempt);
    return row && [row];
  };
}

function rowOf(page: SellPage, field: Dropdown, id: number): Row | undefined {
  const ids = [id, ...(otherId[id] ? [otherId[id]] : [])];
  const named = rowNamed(
    page.sight,
    field.panel(),
    ids.flatMap((own) => [...namesOf('condition', own), ...namesOf('status', own)]),
  );
  if (named) return named;
  const rows = allRows(page.sight, field.panel());
  return titlesOf(page, id).flatMap((title) => rowTitled(rows, title) ?? [])[0];
}

/** The condition the field shows, where its title is known in the page's language. */
export function conditionShown(page: SellPage): number | null {
  const shown = valueShown(page, controls.condition);
  const id = Object.keys(conditionTitles).find((known) => isCalled({ titles: titlesOf(page, Number(known)) }, shown));
  return id === undefined ? null : Number(id);
}
