import { find } from '../../find.ts';
import { click } from '../../hand/click.ts';
import { within } from '../../hand/hand.ts';
import { until } from '../../hand/settle.ts';
import { controls } from '../../selectors.ts';
import { present } from './present.ts';
import { absent, refused, type SellField, type SellPage } from './sell-page.ts';
import { queryOne } from '../../query.ts';

const stateOf = (page: SellPage): boolean | undefined => {
  const box = find(page.sight, controls.unisex);
  return box instanceof HTMLInputElement ? box.checked : undefined;
};

export const unisex: SellField = {
  wants: (form) => form.unisex,
  shows: (page) => String(stateOf(page) ?? ''),
  holds: (page, form) => stateOf(page) === form.unisex,
  fill: async (page, form) => {
    const box = await present(page, controls.unisex);
    if (!box) return absent();
    if (stateOf(page) === form.unisex) return { is: 'already', shows: String(form.unisex) };
    // The native box may have no size: its label or row is what a pointer meets.
    const row =
      box.closest('label, [role="checkbox"], [role="button"]') ?? queryOne(page.sight.document, 'label[for="unisex"]');
    await click(page.hand, row && page.sight.layout.shown(row) ? row : box);
    const set = await until(() => stateOf(page) === form.unisex, within(page.hand, page.hand.budgets[0] ?? 0));
    const shows = String(stateOf(page));
    return set ? { is: 'filled', shows } : refused(shows, 'The box did not take the click.');
  },
};
