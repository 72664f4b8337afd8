import type { Sight } from '../../find.ts';
import { click } from '../../hand/click.ts';
import { budgetOf, within } from '../../hand/hand.ts';
import { rowAt } from '../../hand/rows.ts';
import { until } from '../../hand/settle.ts';
import { normalise, textOf } from '../../text.ts';
import { absent, refused, type SellField, type SellPage } from './sell-page.ts';
import { queryAll, queryOne } from '../../query.ts';

/** One radio by the names it goes by: `package_type_selector_2`, `2-package-size--cell`, `package-size-2` (site.md §3.2). */
const namePatterns = [
  /^package_type_selector_(\d+)(?:--input)?$/,
  /^(\d+)-package-size--cell$/,
  /^package-size-(\d+)$/,
];
const candidates = '[id*="package"], [data-testid*="package"], input[type="radio"][name*="package"]';

type Choice = { id: number; parts: Element[] };

/** Parcel sizes: a recommended one is preselected, sometimes late, so it is read back again before sending. */
export const parcel: SellField = {
  wants: (form) => form.package,
  shows: (page) => shownBy(page),
  holds: (page, form) => chosenParcel(page) === form.package,
  fill: async (page, form) => {
    const wanted = form.package;
    if (wanted === null) return { is: 'skipped', shows: '' };
    const wait = within(page.hand, budgetOf(page.hand, 0) + budgetOf(page.hand, 1));
    const offered = await until(() => choiceOf(page, wanted) && choicesOf(page.sight), wait);
    if (!offered && choicesOf(page.sight).length === 0) return absent();
    if (!offered) return refused(shownBy(page), 'The site does not offer this parcel size here.');
    if (chosenParcel(page) === wanted) return { is: 'already', shows: shownBy(page) };
    return take(page, wanted);
  },
};

/** How long a click may take to show before another part of the row is tried. */
const clickShows = 500;

async function take(page: SellPage, wanted: number): ReturnType<SellField['fill']> {
  for (const budget of [clickShows, ...page.hand.budgets]) {
    for (const at of [0, 1, 2]) {
      const target = targetsOf(page, wanted)[at];
      if (!target) continue;
      await click(page.hand, target);
      if (await until(() => chosenParcel(page) === wanted, within(page.hand, budget))) {
        return { is: 'filled', shows: shownBy(page) };
      }
    }
  }
  return refused(shownBy(page), 'The parcel size did not take the click.');
}

function choicesOf({ document }: Sight): Choice[] {
  const choices = new Map<number, Choice>();
  for (const part of queryAll(document, candidates)) {
    const id = idOf(part);
    if (id === undefined) continue;
    const choice = choices.get(id) ?? { id, parts: [] };
    choice.parts.push(part);
    choices.set(id, choice);
  }
  return [...choices.values()];
}

function idOf(part: Element): number | undefined {
  const names = [part.getAttribute('data-testid') ?? '', part.id];
  for (const pattern of namePatterns)
    for (const name of names) if (pattern.test(name)) return Number(pattern.exec(name)?.[1]);
  return part instanceof HTMLInputElement && /^\d+$/.test(part.value) ? Number(part.value) : undefined;
}

const choiceOf = (page: SellPage, id: number): Choice | undefined =>
  choicesOf(page.sight).find((choice) => choice.id === id);

/** What may be clicked: the native radio where it can be seen, else its label, else the row around it. */
function targetsOf(page: SellPage, id: number): Element[] {
  const parts = choiceOf(page, id)?.parts ?? [];
  const radios = parts.flatMap((part) => radioOf(part) ?? []);
  const labels = parts.flatMap((part) => part.closest('label') ?? queryOne(part, 'label') ?? []);
  const rows = parts.flatMap((part) => rowAt(page.sight, part, page.sight.document.body)?.element ?? []);
  return [...new Set([...radios, ...labels, ...rows])].filter((part) => page.sight.layout.shown(part));
}

const radioOf = (part: Element): HTMLInputElement | null => {
  const label = part.closest('label');
  const radio = part.matches('input')
    ? part
    : (queryOne(part, 'input[type="radio"]') ?? (label && queryOne(label, 'input')));
  return radio instanceof HTMLInputElement ? radio : null;
};

const isChosen = (part: Element): boolean =>
  radioOf(part)?.checked === true ||
  part.getAttribute('aria-checked') === 'true' ||
  part.closest('[aria-checked="true"]') !== null;

export const chosenParcel = (page: SellPage): number | undefined =>
  choicesOf(page.sight).find(({ parts }) => parts.some(isChosen))?.id;

function shownBy(page: SellPage): string {
  const id = chosenParcel(page);
  const part = id === undefined ? undefined : choiceOf(page, id)?.parts.find((candidate) => textOf(candidate) !== '');
  return id === undefined ? '' : normalise(`${id} ${part ? textOf(part) : ''}`);
}
