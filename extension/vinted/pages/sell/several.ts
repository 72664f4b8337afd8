import { find, languageOf } from '../../find.ts';
import type { Dropdown } from '../../hand/choose.ts';
import { type Choosing, chooseExactly } from '../../hand/pick.ts';
import { allRows, namesExactly, namesOf, type Row, rowNamed, rowsMatching, rowTitled } from '../../hand/rows.ts';
import { colorTitles, spellings } from '../../../../shared/catalog/option-titles.data.ts';
import { controls, type Control } from '../../selectors.ts';
import { sameText } from '../../text.ts';
import { fillChoice, valueShown } from './choice-field.ts';
import type { SellField, SellPage } from './sell-page.ts';

/** A choice of a multiple drop-down: its id where known, and what it may be called. */
type Wanted = { id: number | null; titles: readonly string[] };

const rowIds = { color: /^color-(?:checkbox-)?(\d+)/, material: /^material-(?:checkbox-)?(\d+)/ } as const;

/** Colours: at most two, the oldest silently dropped beyond, so the unwanted are taken out first (site.md §3.2). */
export const colors: SellField = {
  wants: (form) => form.colors,
  shows: (page) => valueShown(page, controls.colors),
  holds: (page, form) =>
    holds(
      page,
      controls.colors,
      (form.colors ?? []).map((id) => color(page, id)),
    ),
  fill: (page, form) =>
    fillChoice(page, controls.colors, (field) =>
      exactly(
        page,
        field,
        'color',
        (form.colors ?? []).map((id) => color(page, id)),
      ),
    ),
};

/** Materials: at most three, the same rule. */
export const materials: SellField = {
  wants: (form) => form.materials,
  shows: (page) => valueShown(page, controls.materials),
  holds: (page, form) => holds(page, controls.materials, (form.materials ?? []).map(material)),
  fill: (page, form) =>
    fillChoice(page, controls.materials, (field) =>
      exactly(page, field, 'material', (form.materials ?? []).map(material)),
    ),
};

const color = (page: SellPage, id: number): Wanted => ({
  id,
  titles: spellings(colorTitles, id, languageOf(page.sight.document)),
});
const material = ({ id, label }: { id: number | null; label: string }): Wanted => ({ id, titles: [label] });

function holds(page: SellPage, control: Control, wanted: readonly Wanted[]): boolean | undefined {
  const shown = valueShown(page, control);
  if (shown.split(', ').filter(Boolean).length < wanted.length) return false;
  return namesExactly(shown, wanted) || undefined;
}

function exactly(page: SellPage, field: Dropdown, prefix: keyof typeof rowIds, wanted: readonly Wanted[]): Choosing {
  const all = (): Row[] => {
    const named = rowsMatching(page.sight, field.panel(), rowIds[prefix]).map(({ row }) => row);
    return named.length > 0 ? named : allRows(page.sight, field.panel());
  };
  const find =
    ({ id, titles }: Wanted) =>
    (): Row | undefined =>
      (id === null ? undefined : rowNamed(page.sight, field.panel(), namesOf(prefix, id))) ??
      titles.flatMap((title) => rowTitled(all(), title) ?? [])[0];
  return (attempt) => chooseExactly(page.picker, field, { all, wanted: wanted.map(find) }, attempt);
}

/** The colours the field shows, where all their titles are known in the page's language; else `null`. */
export function colorsShown(page: SellPage): number[] | null {
  const shown = valueShown(page, controls.colors);
  if (!find(page.sight, controls.colors)) return null;
  const ids = shown
    .split(', ')
    .filter(Boolean)
    .map((part) =>
      Object.keys(colorTitles).find((id) => color(page, Number(id)).titles.some((title) => sameText(title, part))),
    );
  return ids.every((id) => id !== undefined) && ids.length <= 2 ? ids.map(Number) : null;
}
