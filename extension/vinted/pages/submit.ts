import type { SubmitResult } from '../../../shared/page-results.ts';
import { click } from '../hand/click.ts';
import { Refused, within } from '../hand/hand.ts';
import { pause, quiet, until } from '../hand/settle.ts';
import { paidBump } from '../selectors.ts';
import { closePanels, fillField, verifyForm } from './sell-form.ts';
import { writeAnew } from './sell/price.ts';
import type { SellPage } from './sell/sell-page.ts';
import { dismiss, messageDialog } from './modals.ts';
import { awaitAnswer, buttonOf, refusal, rejected, startWatch, type Submit } from './submit-answer.ts';
import { queryAll } from '../query.ts';

/** The point of no return: everything is read back first, then one click, then the site's answer is waited for. */

export async function submit(task: Submit): Promise<SubmitResult> {
  const { page } = task;
  const open = walled(task) ?? (await prepare(task)) ?? (await mend(task));
  if (open) return open;
  await pause(page.hand.pace.submit(), page.hand.signal);
  const unsettled = (await settle(task)) ?? walled(task);
  if (unsettled) return unsettled;
  const button = buttonOf(task);
  if (!button) throw new Refused('The button that sends the form is not there.');
  const watch = startWatch(task);
  await click(page.hand, button);
  return awaitAnswer(task, watch);
}

/** The seller's own click instead of ours, where the site ignores synthetic ones (site.md §3.4). */
export async function awaitClick(task: Submit, patience: number): Promise<SubmitResult> {
  const { document } = task.page.sight;
  const watch = startWatch(task);
  let isClicked = false;
  const note = (event: Event): void => {
    const button = buttonOf(task);
    isClicked ||= event.isTrusted && event.target instanceof Node && button?.contains(event.target) === true;
  };
  document.addEventListener('click', note, true);
  try {
    const wait = within(task.page.hand, patience);
    if (!(await until(() => isClicked || watch.hasBegun(), wait))) return watch.end({ is: 'no-effect' });
  } finally {
    document.removeEventListener('click', note, true);
  }
  return awaitAnswer(task, watch);
}

/** A site that already refuses is not clicked at. */
function walled(task: Submit): SubmitResult | undefined {
  const wall = refusal(task);
  return wall ? { is: 'unclear', itemId: null, underReview: false, errors: [], wall } : undefined;
}

/** Panels shut, messages put away. Says what is wrong instead of clicking. */
async function prepare({ page }: Submit): Promise<SubmitResult | undefined> {
  if (isBumped(page)) return rejected([{ field: 'bump', text: 'The paid bump is switched on.' }]);
  await closePanels(page);
  const dialog = messageDialog(page.sight);
  if (dialog && dismiss(page.sight, dialog)) {
    await until(
      () => !dialog.isConnected || !page.sight.layout.shown(dialog),
      within(page.hand, page.hand.budgets[0] ?? 0),
    );
  }
  return undefined;
}

/** Fields that no longer hold what is wanted, filled again. */
async function mend({ page, form }: Submit): Promise<SubmitResult | undefined> {
  const mended = [];
  for (const { field } of verifyForm(page, form).differs) mended.push(await fillField(page, form, field));
  await closePanels(page);
  const wrong = mended.filter(({ is }) => is === 'refused');
  return wrong.length > 0 ? rejected(wrong.map(({ field, why, shows }) => ({ field, text: why ?? shows }))) : undefined;
}

/** How long nothing on the page may move before it counts as settled, and how long that is waited for. */
const still = 250;
const settlesWithin = 1_500;

/**
 * Right before the click: what the page changed by itself meanwhile (a late parcel suggestion, a re-render) is put right,
 * and the price is written anew each time, as it may be shown and yet not be sent (site.md §3.2).
 */
async function settle(task: Submit): Promise<SubmitResult | undefined> {
  const { page, form } = task;
  for (const _ of page.hand.budgets) {
    const failed = await mend(task);
    if (failed) return failed;
    const { is, why, shows } = await writeAnew(page, form);
    if (is === 'refused') return rejected([{ field: 'price', text: why ?? shows }]);
    await quiet(still, within(page.hand, settlesWithin));
    if (!lateChange(task)) return undefined;
  }
  return lateChange(task);
}

/** What would be sent wrongly now. */
function lateChange({ page, form }: Submit): SubmitResult | undefined {
  const { differs, panelOpen } = verifyForm(page, form);
  if (panelOpen) return rejected([{ field: null, text: 'A list lies open over the button.' }]);
  if (isBumped(page)) return rejected([{ field: 'bump', text: 'The paid bump is switched on.' }]);
  return differs.length > 0
    ? rejected(differs.map(({ field, why, shows }) => ({ field, text: why ?? shows })))
    : undefined;
}

const isBumped = ({ sight }: SellPage): boolean =>
  queryAll(sight.document, paidBump).some((box) => box instanceof HTMLInputElement && box.checked);
