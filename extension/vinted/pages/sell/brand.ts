import type { ListingForm } from '../../../../shared/listing-form.ts';
import { languageOf } from '../../find.ts';
import type { Dropdown } from '../../hand/choose.ts';
import { budgetOf, within } from '../../hand/hand.ts';
import { type Choosing, chooseRow } from '../../hand/pick.ts';
import { allRows, namesOf, type Row, rowNamed, rowTitled } from '../../hand/rows.ts';
import { until } from '../../hand/settle.ts';
import { wordsFor } from '../../labels.data.ts';
import { controls } from '../../selectors.ts';
import { sameText, similarText } from '../../text.ts';
import { fillChoice, valueShown } from './choice-field.ts';
import { searchBox, searchList } from './search-list.ts';
import type { SellField, SellPage } from './sell-page.ts';

type Brand = Exclude<NonNullable<ListingForm['brand']>, 'none'>;
type Find = () => Row | undefined;

/** The sentinel brand id 1 means “no brand” as well (site.md §4.6). */
const isNone = (brand: NonNullable<ListingForm['brand']>): brand is 'none' => brand === 'none' || brand.id === 1;

/** By id, then by exact name, then as a brand of the seller's own; “no brand” is a choice of its own (site.md §3.2). */
export const brand: SellField = {
  wants: (form) => form.brand,
  shows: (page) => valueShown(page, controls.brand),
  holds: (page, form) => {
    const shown = valueShown(page, controls.brand);
    if (shown === '' || !form.brand) return false;
    if (isNone(form.brand))
      return wordsFor('noBrand', languageOf(page.sight.document)).some((word) => sameText(word, shown));
    return sameText(form.brand.label, shown);
  },
  fill: (page, form) => {
    const wanted = form.brand;
    if (!wanted) return Promise.resolve({ is: 'skipped', shows: '' });
    return fillChoice(page, controls.brand, (field) =>
      isNone(wanted) ? noBrand(page, field) : named(page, field, wanted),
    );
  },
};

function noBrand(page: SellPage, field: Dropdown): Choosing {
  const find: Find = () => rowNamed(page.sight, field.panel(), ['empty-brand', ...namesOf('brand', 1)]);
  const words = wordsFor('noBrand', languageOf(page.sight.document));
  return async (attempt) => {
    for (const word of ['', ...words.slice(0, 6)]) {
      if (word && !(await searchBrand(page, field, word, find))) continue;
      const row = find() && (await chooseRow(page.picker, field, find, attempt));
      if (row) return [{ titles: [...row.titles, ...words] }];
    }
    return false;
  };
}

function named(page: SellPage, field: Dropdown, wanted: Brand): Choosing {
  const byId: Find = () => (wanted.id ? rowNamed(page.sight, field.panel(), namesOf('brand', wanted.id)) : undefined);
  const byName: Find = () => titled(page, field, wanted.label);
  const own: Find = () => ownBrand(page, field, wanted.label);
  return async (attempt) => {
    if (!byId()) await searchBrand(page, field, wanted.label, wanted.id ? byId : () => byName() ?? own());
    const find = [byId, byName, own].find((candidate) => candidate());
    const row = find && (await chooseRow(page.picker, field, find, attempt));
    return row ? [find === own ? { titles: [wanted.label] } : row] : false;
  };
}

/** ‘Use "X" as brand’; while one still types it names another X. */
function ownBrand({ sight }: SellPage, field: Dropdown, label: string): Row | undefined {
  const row = rowNamed(sight, field.panel(), ['custom-select-brand']);
  return row?.titles.some((title) => title.includes(label)) ? row : undefined;
}

/** Several brands may share a spelling: exact text first, then but one that is the same bar case and accents. */
function titled(page: SellPage, field: Dropdown, label: string): Row | undefined {
  const rows = allRows(page.sight, field.panel()).filter((row) => !/^(custom-select|empty)-brand/.test(row.element.id));
  return rowTitled(rows, label) ?? rowTitled(rows, label, similarText);
}

const known = '#brand-search-input, [data-testid="brand-search--input"], input[name="brand-search-input"]';

/** Searches and waits for the wanted row. `false` = this form has no brand search. */
async function searchBrand(page: SellPage, field: Dropdown, words: string, find: Find): Promise<boolean> {
  const wait = within(page.hand, budgetOf(page.hand, 0) / 2);
  const input = await until(() => searchBox(page, field, known), wait);
  if (!input) return false;
  await searchList(page, input, words, find);
  return true;
}
