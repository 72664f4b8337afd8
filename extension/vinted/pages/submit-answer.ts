import type { SubmitResult } from '../../../shared/page-results.ts';
import { within } from '../hand/hand.ts';
import { quiet, until } from '../hand/settle.ts';
import { wallOf } from '../read/wall-of.ts';
import { findItemId, isEditPage, isSellPage, isWardrobePage } from '../urls.ts';
import { clip } from '../text.ts';
import { type FormError, formErrors, sameError } from './form-errors.ts';
import { messageDialog, saysOf } from './modals.ts';
import { find } from '../find.ts';
import { controls } from '../selectors.ts';
import type { ListingForm } from '../../../shared/listing-form.ts';
import type { SellPage } from './sell/sell-page.ts';
import type { Call } from './traffic.ts';
import { pageWall } from './walls.ts';
import { queryAll } from '../query.ts';

/** What became of a submit, from what can be seen of it: the page's own request, where it goes, what it says. */

export type Submit = {
  page: SellPage;
  form: ListingForm;
  how: 'publish' | 'draft';
  /** Sends what was seen to the worker at once: the redirect that follows ends this script. */
  evidence(seen: Evidence): void;
};

export const buttonOf = ({ page, how }: Submit): HTMLElement | undefined =>
  find(page.sight, how === 'draft' ? controls.saveDraft : controls.publish);

export type Evidence = { status: number | null; itemId: string | null; url: string };

/** The request of *Upload*, *Save* or *Save draft* (site.md §3.4, §8.3). */
const sending = /^\/api\/v2\/item_upload\/(?:items|drafts)(?:\/\d+(?:\/completion)?)?$/;
/** With no request, no word and no sign of work on the page by then, the click had no effect. */
const noEffectAfter = 15_000;
/** While the page shows that it works, a slow answer is waited for. */
const answerWithin = 60_000;

export interface Watch {
  /** The page's own request, once it has ended. */
  call(): Call | undefined;
  /** Where the page went: the result's address, or undefined while it is still the form. */
  destination(): string | undefined;
  errors(): FormError[];
  /** A message that came up since. */
  dialog(): Element | undefined;
  /** A spinner, a button that waits: the page works on it. */
  isBusy(): boolean;
  hasBegun(): boolean;
  end(result: Partial<SubmitResult> & Pick<SubmitResult, 'is'>): SubmitResult;
}

export const rejected = (errors: readonly FormError[]): SubmitResult => ({
  is: 'rejected',
  itemId: null,
  underReview: false,
  errors: errors.map(({ field, text }) => ({ field, text: clip(text, 500) })),
});

/** Starts to look before the click. It keeps sending evidence until the page goes or the tab's work is stopped. */
export function startWatch(task: Submit): Watch {
  const { page } = task;
  const { document } = page.sight;
  const start = page.traffic.now();
  const before = formErrors(page.sight);
  const dialogBefore = messageDialog(page.sight);
  const busyBefore = busySigns(task);
  const from = document.location.href;
  let next: string | undefined;
  const observer = new MutationObserver(() => tell());
  observer.observe(document, { subtree: true, childList: true, attributes: true });
  const call = (): Call | undefined => page.traffic.since(start).findLast(({ path }) => sending.test(path));
  const destination = (): string | undefined =>
    [document.location.href, next].find((url) => url && isResult(url, from));
  const told = new Set<string>();
  function tell(): void {
    const seen = evidenceOf(call(), destination() ?? document.location.href);
    const key = JSON.stringify(seen);
    if ((seen.status !== null || destination()) && !told.has(key)) task.evidence(seen);
    told.add(key);
  }
  const leaving = (event: Event): void => {
    next = 'destination' in event ? urlOf(event.destination) : next;
    tell();
  };
  const stopLeaving = onLeaving(document, leaving);
  const stopCalls = page.traffic.onCall(tell);
  page.hand.signal.addEventListener('abort', stop, { once: true });
  function stop(): void {
    observer.disconnect();
    stopLeaving();
    stopCalls();
  }
  return {
    call,
    destination,
    errors: () => formErrors(page.sight).filter((error) => !before.some((old) => sameError(old, error))),
    dialog: () => {
      const dialog = messageDialog(page.sight);
      return dialog === dialogBefore ? undefined : dialog;
    },
    isBusy: () => busySigns(task) > busyBefore,
    hasBegun: () => call() !== undefined || destination() !== undefined,
    end: (result) => {
      tell();
      return { itemId: itemIdOf(destination() ?? ''), underReview: false, errors: [], ...result };
    },
  };
}

const working =
  '[aria-busy="true"], [data-testid*="loader" i], [class*="loader" i], [class*="spinner" i], [role="progressbar"]';

const busySigns = (task: Submit): number => {
  const { document, layout } = task.page.sight;
  const button = buttonOf(task);
  const waits =
    button?.matches('[disabled], [aria-disabled="true"], [class*="loading" i], [class*="disabled" i]') === true;
  return queryAll(document, working).filter((sign) => layout.shown(sign)).length + (waits ? 1 : 0);
};

const urlOf = (destination: unknown): string | undefined =>
  typeof destination === 'object' && destination !== null && 'url' in destination && typeof destination.url === 'string'
    ? destination.url
    : undefined;

/** The address is told before the page goes where the browser can tell it (Navigation API). */
function onLeaving(document: Document, leaving: (event: Event) => void): () => void {
  const view = document.defaultView;
  const navigation =
    view && 'navigation' in view && view.navigation instanceof EventTarget ? view.navigation : undefined;
  navigation?.addEventListener('navigate', leaving);
  view?.addEventListener('pagehide', leaving);
  return () => {
    navigation?.removeEventListener('navigate', leaving);
    view?.removeEventListener('pagehide', leaving);
  };
}

const isResult = (url: string, from: string): boolean =>
  url !== from && !isSellPage(url) && !isEditPage(url) && (isWardrobePage(url) || findItemId(url) !== undefined);

const itemIdOf = (url: string): string | null => (isEditPage(url) ? null : (findItemId(url) ?? null));

/** An id counts as seen only where it is one of a result: an edit page carries its id before anything is saved. */
function evidenceOf(call: Call | undefined, url: string): Evidence {
  const saved = call && isGood(call.status) ? /\/(?:items|drafts)\/(\d{1,15})/.exec(call.path)?.[1] : undefined;
  return { status: call?.status ?? null, itemId: itemIdOf(url) ?? saved ?? null, url: url.slice(0, 2_000) };
}

const isGood = (status: number): boolean => status >= 200 && status < 300;

/** Waits for the first clear sign; work without an end is `unclear`, nothing at all is `no-effect`. */
export async function awaitAnswer(task: Submit, watch: Watch): Promise<SubmitResult> {
  const { hand } = task.page;
  const clear = (): boolean =>
    watch.hasBegun() || watch.errors().length > 0 || watch.dialog() !== undefined || refusal(task) !== null;
  if (await until(clear, within(hand, noEffectAfter))) return judge(task, watch);
  // Complaints of an earlier try may still stand as they were.
  const standing = formErrors(task.page.sight);
  if (standing.length > 0) return watch.end(rejected(standing));
  if (!watch.isBusy()) return watch.end({ is: 'no-effect' });
  if (await until(clear, within(hand, answerWithin - noEffectAfter))) return judge(task, watch);
  return watch.end({ is: 'unclear' });
}

async function judge(task: Submit, watch: Watch): Promise<SubmitResult> {
  const { page } = task;
  if (!watch.hasBegun()) {
    // Complaints come in waves; the request may still follow the first movement.
    await quiet(300, within(page.hand, 1_500));
  }
  if (watch.destination()) return watch.end({ is: 'accepted', underReview: isUnderReview(task) });
  const status = watch.call()?.status;
  if (status !== undefined && isGood(status)) return accepted(task, watch);
  const speaks = (): boolean => refusal(task) !== null || watch.errors().length > 0 || watch.dialog() !== undefined;
  await until(speaks, within(page.hand, 1_500));
  const wall = refusal(task);
  if (status !== undefined && status !== 400 && status !== 422) {
    const said = wall ?? wallOf(status, null);
    return watch.end({ is: 'unclear', errors: formErrors(page.sight), ...(said ? { wall: said } : {}) });
  }
  if (wall) return watch.end({ is: 'unclear', wall });
  const errors = watch.errors().length > 0 ? watch.errors() : formErrors(page.sight);
  return watch.end(rejected(errors.length > 0 ? errors : [{ field: null, text: dialogText(task) }]));
}

/** The site said yes. The redirect names the listing; after a verification modal none comes (site.md §3.4). */
async function accepted(task: Submit, watch: Watch): Promise<SubmitResult> {
  await until(() => watch.destination() ?? messageDialog(task.page.sight), within(task.page.hand, 4_000));
  return watch.end({ is: 'accepted', underReview: isUnderReview(task) });
}

export const refusal = ({ page }: Submit): ReturnType<typeof pageWall> => pageWall(page.sight, true);

const dialogText = ({ page }: Submit): string => {
  const dialog = messageDialog(page.sight);
  return dialog ? saysOf(dialog) : '';
};

const reviewWords =
  /vérification (standard )?en cours|traitement en cours|en cours d.examen|verification in progress|under review|being (reviewed|processed|verified)|wird (über)?geprüft|überprüfung läuft|en revisión|verificación en curso|in (fase di )?(revisione|verifica)|wordt (beoordeeld|gecontroleerd|geverifieerd)|w trakcie weryfikacji|em (análise|verificação)/i;

const isUnderReview = (task: Submit): boolean => reviewWords.test(dialogText(task));
