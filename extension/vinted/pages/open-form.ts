import { find, type Sight } from '../find.ts';
import { press } from '../hand/click.ts';
import { until } from '../hand/settle.ts';
import { controls } from '../selectors.ts';
import { queryAll } from '../query.ts';

const headerButton =
  '[data-testid="prohibited-listing-education-upload-button"], header a[href="/items/new"], a[href$="/items/new"]';

/** Opens the form by the header's own button: a direct load bounced home once (site.md §2). `false` = no such button. */
export async function openForm(sight: Sight, signal: AbortSignal, budget: number): Promise<boolean> {
  const isOpen = (): boolean => find(sight, controls.title) !== undefined && find(sight, controls.photos) !== undefined;
  if (isOpen()) return true;
  const shown = (): Element | undefined =>
    queryAll(sight.document, headerButton).find((button) => sight.layout.shown(button));
  const button = await until(shown, { root: sight.document, signal, budget });
  if (!button) return false;
  press(button, sight.layout.centre(button));
  return (await until(isOpen, { root: sight.document, signal, budget })) === true;
}
