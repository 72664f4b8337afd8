import type { ListingForm } from '../../../../shared/listing-form.ts';
import { buttonsCalled, languageOf } from '../../find.ts';
import type { Dropdown } from '../../hand/choose.ts';
import { click } from '../../hand/click.ts';
import { budgetOf, within } from '../../hand/hand.ts';
import { type Choosing, chooseRow } from '../../hand/pick.ts';
import { isCalled, type Row, rowAt, rowNamed, rowsMatching } from '../../hand/rows.ts';
import { stable } from '../../hand/settle.ts';
import { searchFor } from '../../hand/type.ts';
import { wordsFor } from '../../labels.data.ts';
import { controls } from '../../selectors.ts';
import { sameText } from '../../text.ts';
import { fillChoice, valueShown } from './choice-field.ts';
import type { SellField, SellPage } from './sell-page.ts';
import { queryAll, queryOne } from '../../query.ts';

type Category = NonNullable<ListingForm['category']>;

/** Rows of the tree; suggestions and search results carry other ids and stay out (site.md §3.2). */
const treeRow = /^catalog-(\d+)$/;

/** Walks the tree to the leaf; search by its name as fallback. The title alone proves nothing: two leaves may share it. */
export const category: SellField = {
  wants: (form) => form.category,
  shows: (page) => valueShown(page, controls.category),
  holds: (page, form) =>
    valueShown(page, controls.category) === '' || !sameText(leafTitle(form), valueShown(page, controls.category))
      ? false
      : undefined,
  fill: async (page, form) => {
    const wanted = form.category;
    if (!wanted) return { is: 'skipped', shows: '' };
    const filled = await fillChoice(page, controls.category, (field) => choosing(page, field, wanted));
    // Locked on some edits (site.md §3.2): it must do that it shows the wanted leaf.
    const isKept = filled.is === 'refused' && sameText(leafTitle(form), filled.shows);
    return isKept ? { is: 'already', shows: filled.shows, why: 'The site locked the category.' } : filled;
  },
};

const leafTitle = (form: ListingForm): string => form.category?.path.at(-1) ?? '';

function choosing(page: SellPage, field: Dropdown, wanted: Category): Choosing {
  return async (attempt) => {
    const walked = await walk(page, field, wanted, attempt);
    const row = walked ? await chooseRow(page.picker, field, () => leaf(page, field, wanted), attempt) : false;
    const found = row || (await search(page, field, wanted, attempt));
    // The closed field may show the leaf alone or its whole path.
    return found && [{ titles: [...found.titles, ...shownAs(wanted)] }];
  };
}

const shownAs = ({ path }: Category): string[] =>
  path.length === 0 ? [] : [path.at(-1) ?? '', path.join(' > '), path.join(' / '), path.join(' › ')];

const leaf = ({ sight }: SellPage, field: Dropdown, { id }: Category): Row | undefined =>
  rowNamed(sight, field.panel(), [`catalog-${id}`]);

/** Descends until the leaf's row is there. `false` = some level shows no row of the path. */
async function walk(page: SellPage, field: Dropdown, wanted: Category, attempt: number): Promise<boolean> {
  const wait = within(page.hand, budgetOf(page.hand, attempt));
  const taken: number[] = [];
  let missed = 0;
  while (taken.length < 8 && missed < 3) {
    const step = () => branch(page, field, wanted, taken);
    const element = await stable(() => leaf(page, field, wanted)?.element ?? step()?.row.element, wait);
    if (element && leaf(page, field, wanted)?.element === element) return true;
    const next = step();
    if (next) {
      taken.push(next.id);
      await click(page.hand, next.row.element);
    } else if (taken.length > 0 && missed < 2) {
      // The list did not move: the click was lost, so that level is taken again.
      taken.pop();
      missed += 1;
    } else {
      missed += 1;
      if (!(await goBack(page, field))) return false;
    }
  }
  return false;
}

type Branch = { row: Row; id: number };

/** The deepest row shown that lies further down the path: by id where the ids are known, else by its exact title. */
function branch(
  page: SellPage,
  field: Dropdown,
  { ids, path }: Category,
  taken: readonly number[],
): Branch | undefined {
  const rows = rowsMatching(page.sight, field.panel(), treeRow).filter(({ id }) => !taken.includes(id));
  const byId = (ids ?? []).toReversed().flatMap((id) => rows.find((candidate) => candidate.id === id) ?? []);
  if (byId[0]) return byId[0];
  for (const title of path.slice(taken.length, -1)) {
    const titled = rows.filter(({ row }) => isCalled(row, title));
    if (titled.length === 1) return titled[0];
  }
  return undefined;
}

/** A picker may open where the last choice was: one level up. */
async function goBack({ hand, sight }: SellPage, field: Dropdown): Promise<boolean> {
  const panel = field.panel();
  const back =
    queryOne(panel, '[data-testid*="back"]') ?? buttonsCalled(panel, wordsFor('back', languageOf(sight.document)))[0];
  if (!back || !sight.layout.shown(back)) return false;
  await click(hand, back);
  return true;
}

async function search(page: SellPage, field: Dropdown, wanted: Category, attempt: number): Promise<Row | false> {
  const boxes = queryAll(page.sight.document, '#catalog-search-input, [data-testid="catalog-search--input"]');
  const input = boxes.find((box) => page.sight.layout.shown(box));
  const words = wanted.path.at(-1);
  if (!(input instanceof HTMLInputElement) || !words) return false;
  await searchFor(page.hand, input, words.slice(0, 100));
  return chooseRow(page.picker, field, () => result(page, field, wanted), attempt);
}

function result({ sight }: SellPage, field: Dropdown, { id }: Category): Row | undefined {
  const found = queryOne(field.panel(), `#catalog-search-${id}-result, [data-testid="catalog-search-${id}-result"]`);
  return found ? rowAt(sight, found, field.panel()) : undefined;
}
