import type { ActResult } from '../../../../shared/page-results.ts';
import { find, languageOf, nameOf, type Sight } from '../../find.ts';
import { click } from '../../hand/click.ts';
import { Refused, within, type Hand } from '../../hand/hand.ts';
import { pause, stable, until } from '../../hand/settle.ts';
import { wordsFor } from '../../labels.data.ts';
import { wallOf } from '../../read/wall-of.ts';
import { ownerControls } from '../../selectors.ts';
import { findItemId, isItemPage } from '../../urls.ts';
import type { Call, Traffic } from '../traffic.ts';
import { pageWall } from '../walls.ts';

/** Hiding, showing and deleting by the owner's own buttons on the page of a listing (site.md §5.3). */
export type OwnerAct = 'hide' | 'unhide' | 'delete';

export type ItemPage = {
  hand: Hand;
  sight: Sight;
  traffic: Traffic;
  /** Tells the worker at once: the page reloads or goes elsewhere, and this script with it. */
  evidence(seen: { status: number | null; itemId: string | null; url: string }): void;
};

/** Buttons of the server's page come alive late (site.md §3.1). */
const buttonWithin = 8_000;
const answerWithin = 30_000;

export async function actOnListing(page: ItemPage, itemId: string, act: OwnerAct): Promise<ActResult> {
  const { href } = page.sight.document.location;
  if (!isItemPage(href) || findItemId(href) !== itemId) return refused('This is not the page of that listing.');
  const wall = pageWall(page.sight, true);
  if (wall) return { is: 'refused', why: wall.evidence, wall };
  const control = act === 'delete' ? ownerControls.delete : ownerControls.hide;
  const button = await stable(() => find(page.sight, control), within(page.hand, buttonWithin));
  if (!button) return refused('The button is not there.');
  const isHidden = act === 'delete' ? null : hiddenBy(page.sight, button);
  if (act !== 'delete' && isHidden === null) return refused('It cannot be told whether it is hidden.');
  if (isHidden === (act === 'hide') && act !== 'delete') return { is: 'already', why: nameOf(button) };
  try {
    return await press(page, itemId, act, button);
  } catch (error) {
    // Something in the way: nothing was clicked.
    if (error instanceof Refused) return refused(error.message);
    throw error;
  }
}

const refused = (why: string): ActResult => ({ is: 'refused', why: why.slice(0, 500) });

/** The button is a toggle: its own word says which way it goes. A word nobody knows decides nothing. */
function hiddenBy({ document }: Sight, button: HTMLElement): boolean | null {
  const language = languageOf(document);
  const name = nameOf(button);
  if (wordsFor('unhideListing', language).includes(name)) return true;
  return wordsFor('hideListing', language).includes(name) ? false : null;
}

async function press(page: ItemPage, itemId: string, act: OwnerAct, button: HTMLElement): Promise<ActResult> {
  const { hand } = page;
  await pause(hand.pace.field(), hand.signal);
  const last = act === 'delete' ? await confirmation(page) : button;
  if (!last) return { is: 'no-effect', why: 'The dialog that asks for certain did not open.' };
  const watch = watchAnswer(page, itemId, act);
  try {
    await click(hand, last);
    await until(() => watch.call() ?? watch.wentAway(), within(hand, answerWithin));
    return judge(page, watch, act);
  } finally {
    watch.end();
  }
}

/** The dialog's button. The first click may be swallowed (site.md §3.1); as long as no dialog is there another one is harmless. */
async function confirmation(page: ItemPage): Promise<HTMLElement | undefined> {
  const confirm = (): HTMLElement | undefined => find(page.sight, ownerControls.confirmDelete);
  for (const budget of page.hand.budgets) {
    const button = find(page.sight, ownerControls.delete);
    if (!confirm() && button) await click(page.hand, button);
    const shown = await stable(confirm, within(page.hand, budget));
    if (shown) return shown;
  }
  return undefined;
}

type Watch = { call(): Call | undefined; wentAway(): boolean; end(): void };

function watchAnswer(page: ItemPage, itemId: string, act: OwnerAct): Watch {
  const start = page.traffic.now();
  const ends = act === 'delete' ? ['/delete', ''] : ['/is_hidden'];
  const paths = ends.map((end) => `/api/v2/items/${itemId}${end}`);
  const { location } = page.sight.document;
  const call = (): Call | undefined => page.traffic.since(start).findLast(({ path }) => paths.includes(path));
  const stop = page.traffic.onCall(() => {
    const seen = call();
    if (seen) page.evidence({ status: seen.status, itemId: null, url: location.href.slice(0, 2_000) });
  });
  return { call, wentAway: () => !isItemPage(location.href), end: stop };
}

function judge(page: ItemPage, watch: Watch, act: OwnerAct): ActResult {
  const status = watch.call()?.status;
  const wall = pageWall(page.sight, true) ?? (status === undefined ? null : wallOf(status, null));
  const withWall = wall ? { wall } : {};
  if (status === undefined || status === 0) return { is: 'unclear', why: 'No answer was seen.', ...withWall };
  if (status >= 200 && status < 300) return { is: 'done', why: '' };
  if (status === 404 && act === 'delete') return { is: 'already', why: 'answer 404' };
  return { is: status >= 500 ? 'unclear' : 'refused', why: `answer ${status}`, ...withWall };
}
