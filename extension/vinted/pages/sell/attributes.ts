import type { ListingForm } from '../../../../shared/listing-form.ts';
import type { Dropdown } from '../../hand/choose.ts';
import { budgetOf, within } from '../../hand/hand.ts';
import { hasOptions } from '../../hand/options.ts';
import { type Choosing, chooseRow } from '../../hand/pick.ts';
import { allRows, namesOf, type Row, rowNamed, rowTitled } from '../../hand/rows.ts';
import { until } from '../../hand/settle.ts';
import { attributeControl, controls, type Control } from '../../selectors.ts';
import { sameText, similarText } from '../../text.ts';
import { fillChoice, valueShown } from './choice-field.ts';
import { searchBox, searchList } from './search-list.ts';
import type { Filled, SellField, SellPage } from './sell-page.ts';

type Option = { id: number | null; label: string };

/** Codes come from the site's own form description; nothing else may become part of a selector. */
const isCode = (code: string): boolean => /^[a-z][a-z0-9_-]{0,60}$/i.test(code);
const wantedOf = (form: ListingForm): [string, Option][] =>
  Object.entries(form.attributes).filter(([code]) => isCode(code));

/** A category's own lists (site.md §3.2): storage, SIM lock, platform … one after the other. */
export const attributes: SellField = {
  wants: (form) => (wantedOf(form).length > 0 ? form.attributes : null),
  shows: (page) => page.memory.fields.get('attributes')?.shows ?? '',
  holds: (page, form) =>
    wantedOf(form).every(([code, option]) => sameText(option.label, valueShown(page, attributeControl(code)))),
  fill: async (page, form) => {
    const results: [string, Filled][] = [];
    for (const [code, option] of wantedOf(form)) {
      results.push([code, await fillOption(page, attributeControl(code), code, option)]);
    }
    return together(results);
  },
};

/** A model appears only after the brand; its list shows some fifty rows and must be searched (site.md §3.2). */
export const model: SellField = {
  wants: (form) => form.model,
  shows: (page) => valueShown(page, controls.model),
  holds: (page, form) => form.model !== null && sameText(form.model.label, valueShown(page, controls.model)),
  fill: (page, form) => {
    const wanted = form.model;
    if (!wanted) return Promise.resolve({ is: 'skipped', shows: '' });
    return fillOption(page, controls.model, 'model', wanted);
  },
};

function fillOption(page: SellPage, control: Control, prefix: string, option: Option): Promise<Filled> {
  return fillChoice(page, control, (field) => choosing(page, field, prefix, option));
}

function choosing(page: SellPage, field: Dropdown, prefix: string, { id, label }: Option): Choosing {
  const find = (): Row | undefined => {
    const panel = field.panel();
    const rows = () => allRows(page.sight, panel);
    const named = id === null ? undefined : rowNamed(page.sight, panel, namesOf(prefix, id));
    return named ?? rowTitled(rows(), label) ?? rowTitled(rows(), label, similarText);
  };
  return async (attempt) => {
    // The list may come late and in waves; only one that stands and lacks the row is searched.
    const wait = within(page.hand, budgetOf(page.hand, attempt));
    await until(() => find() ?? (searchBox(page, field) && hasOptions(page.sight, field.panel())), wait);
    const search = find() ? undefined : searchBox(page, field);
    if (search) await searchList(page, search, label, find);
    const row = await chooseRow(page.picker, field, find, attempt);
    return row && [row];
  };
}

function together(results: readonly [string, Filled][]): Filled {
  const shows = results.map(([code, { shows: shown }]) => `${code}: ${shown}`).join('; ');
  const failed = results.filter(([, { is }]) => is === 'refused');
  if (failed.length > 0)
    return { is: 'refused', shows, why: failed.map(([code, { why }]) => `${code}: ${why}`).join(' ') };
  if (results.every(([, { is }]) => is === 'absent')) return { is: 'absent', shows: '' };
  return { is: results.every(([, { is }]) => is === 'already') ? 'already' : 'filled', shows };
}
