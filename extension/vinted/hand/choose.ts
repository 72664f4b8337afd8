import { find, type Sight } from '../find.ts';
import type { Control } from '../selectors.ts';
import { normalise } from '../text.ts';
import { click, press, pressKey } from './click.ts';
import { budgetOf, type Hand, within } from './hand.ts';
import { closeButton, doneButton, panelOf, panelState } from './panel.ts';
import { nextTask, stable, until } from './settle.ts';
import { queryAll, queryOne } from '../query.ts';

/** A drop-down of the form: its trigger is looked up anew each time, React may have replaced it. */
export interface Dropdown {
  trigger(): HTMLElement | undefined;
  /** The read-only field's value: the chosen labels joined with “, ” (site.md §3.1). */
  value(): string;
  state(): 'open' | 'closed' | 'loading' | 'absent';
  panel(): Element;
}

export function dropdown(sight: Sight, control: Control): Dropdown {
  const trigger = () => find(sight, control);
  return {
    trigger,
    value: () => shownValue(trigger()),
    state: () => {
      const own = trigger();
      return own ? panelState(sight, own) : 'absent';
    },
    panel: () => {
      const own = trigger();
      return own ? panelOf(sight, own) : sight.document.body;
    },
  };
}

function shownValue(trigger: Element | undefined): string {
  if (!trigger) return '';
  if (trigger instanceof HTMLInputElement) return normalise(trigger.value);
  const inner = queryOne(trigger, 'input');
  return normalise(inner instanceof HTMLInputElement ? inner.value : (trigger.textContent ?? ''));
}

/** Opens a panel; `false` when it did not open in all attempts. */
export async function open(hand: Hand, field: Dropdown): Promise<boolean> {
  for (let attempt = 0; attempt < hand.budgets.length; attempt += 1) {
    const wait = within(hand, budgetOf(hand, attempt));
    await until(() => field.state() !== 'loading', wait);
    if (field.state() === 'open') return true;
    const trigger = await stable(() => field.trigger(), wait);
    if (!trigger) return false;
    if (field.state() === 'closed') await click(hand, trigger);
    if (await until(() => field.state() === 'open', wait)) return true;
  }
  return false;
}

/** Ways to close a panel and keep the choice, in the order of trust; which ones work differs by market and test. */
export type Closing = 'done' | 'escape' | 'outside' | 'toggle' | 'discard';
const closings: readonly Closing[] = ['done', 'escape', 'outside', 'toggle', 'discard'];

/** What worked last on this page, so that the next panel is closed at the first try. */
export type Closer = { last: Closing | undefined };

/** Closes a panel by the first way that works; `undefined` = it was closed already, `false` = nothing closed it. */
export async function close(
  hand: Hand,
  sight: Sight,
  field: Dropdown,
  closer: Closer,
  without: ReadonlySet<Closing> = new Set(),
): Promise<Closing | false | undefined> {
  if (!isOpen(field)) return undefined;
  const order = [...new Set([...(closer.last ? [closer.last] : []), ...closings])].filter((way) => !without.has(way));
  for (const budget of [150, 600, budgetOf(hand, 0)]) {
    for (const way of doneFirst(sight, field, order)) {
      if (!isOpen(field)) return undefined;
      if (!(await tryClosing(hand, sight, field, way))) continue;
      if (await until(() => !isOpen(field), within(hand, way === 'done' ? Math.max(budget, 600) : budget))) {
        if (way !== 'discard') closer.last = way;
        return way;
      }
    }
  }
  return false;
}

const isOpen = (field: Dropdown): boolean => field.state() === 'open' || field.state() === 'loading';

/** Where a “Done” button is, nothing else keeps the choice. */
function doneFirst(sight: Sight, field: Dropdown, order: readonly Closing[]): readonly Closing[] {
  const trigger = field.trigger();
  const done = trigger && order.includes('done') && doneButton(sight, trigger);
  return done ? ['done', ...order.filter((way) => way !== 'done')] : order.filter((way) => way !== 'done');
}

async function tryClosing(hand: Hand, sight: Sight, field: Dropdown, way: Closing): Promise<boolean> {
  const trigger = field.trigger();
  if (!trigger) return false;
  hand.signal.throwIfAborted();
  if (way === 'escape') {
    const active = sight.document.activeElement;
    const inside = active && active !== sight.document.body && field.panel().contains(active);
    pressKey(inside ? active : trigger, 'Escape');
    await nextTask();
    return true;
  }
  if (way === 'outside') return pressOutside(hand, sight, field);
  // Under a dialog the trigger is out of reach.
  if (way === 'toggle' && hand.layout.coveredBy(trigger)) return false;
  const target = way === 'toggle' ? trigger : way === 'done' ? doneButton(sight, trigger) : closeButton(sight, trigger);
  if (!target) return false;
  await click(hand, target);
  return true;
}

/** A whole pointer sequence on something that is no part of the panel and does nothing itself. */
function pressOutside(hand: Hand, sight: Sight, field: Dropdown): boolean {
  const panel = field.panel();
  const block = field.trigger()?.parentElement;
  const outside = queryAll(sight.document, 'h1, h2, h3, header, main, form, body').find(
    (element) =>
      !panel.contains(element) &&
      !element.contains(panel) &&
      !block?.contains(element) &&
      !element.closest('a, button, label, [role="button"], [role="dialog"]') &&
      hand.layout.shown(element),
  );
  const target = outside ?? sight.document.body;
  press(target, outside ? hand.layout.centre(target) : { x: 2, y: 2 });
  return true;
}
