import { find } from '../../find.ts';
import { within } from '../../hand/hand.ts';
import { until } from '../../hand/settle.ts';
import type { Control } from '../../selectors.ts';
import type { SellPage } from './sell-page.ts';

/** The control, waited for: fields mount late, after the category, the brand or an answer of the site (site.md §3.1). */
export function present(page: SellPage, control: Control): Promise<HTMLElement | undefined> {
  const [first = 0, second = 0] = page.hand.budgets;
  return until(() => find(page.sight, control), within(page.hand, first + second));
}
