import type { Dropdown } from '../../hand/choose.ts';
import { within } from '../../hand/hand.ts';
import { until } from '../../hand/settle.ts';
import { searchFor } from '../../hand/type.ts';
import { queryAll } from '../../query.ts';
import type { SellPage } from './sell-page.ts';

/** The box that searches the open list. Never a field of the form: where the list has no block of its own there is none. */
export function searchBox({ sight }: SellPage, field: Dropdown, known = ''): HTMLInputElement | undefined {
  const panel = field.panel();
  const boxes = [
    ...(known ? queryAll(sight.document, known) : []),
    ...(panel === sight.document.body ? [] : queryAll(panel, 'input')),
  ];
  return boxes.find(
    (box): box is HTMLInputElement =>
      box instanceof HTMLInputElement &&
      ['text', 'search'].includes(box.type) &&
      !box.readOnly &&
      sight.layout.shown(box) &&
      box !== field.trigger(),
  );
}

/** A page that types ahead asks its site at once or a moment later; that long after an answer its rows stand. */
const [askedBefore, rowsStand] = [150, 500];

/** Types into the box and waits for the wanted row, on a slow line until the site’s answer came. */
export async function searchList(
  page: SellPage,
  box: HTMLInputElement,
  words: string,
  find: () => unknown,
): Promise<void> {
  await searchFor(page.hand, box, words);
  const start = page.traffic.now() - askedBefore;
  const isAnswered = (): boolean =>
    page.traffic.since(start).some(({ end }) => page.traffic.now() - end > rowsStand && end - start > askedBefore);
  const patience = page.hand.budgets.reduce((sum, budget) => sum + budget, 0);
  await until(() => Boolean(find()) || isAnswered(), within(page.hand, patience));
}
