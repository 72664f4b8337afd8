import type { ListingForm } from '../../../../shared/listing-form.ts';
import { attachFiles } from '../../hand/attach-files.ts';
import { press } from '../../hand/click.ts';
import { budgetOf, Refused, within } from '../../hand/hand.ts';
import { until, watch } from '../../hand/settle.ts';
import { find } from '../../find.ts';
import { controls, photoHost, thumbs } from '../../selectors.ts';
import type { Call } from '../traffic.ts';
import type { SellPage } from './sell-page.ts';
import { queryAll, queryOne } from '../../query.ts';

type Photo = ListingForm['photos'][number];
export type Thumb = { element: Element; src: string };

/** The uploaded photos in the order they stand; a thumb without an address of Vinted's proves nothing. */
export function thumbsOf(page: SellPage): Thumb[] {
  const wrapped = queryAll(page.sight.document, thumbs);
  const elements = wrapped.length > 0 ? wrapped : imagesBesideInput(page);
  const all = elements.flatMap((element) => {
    const image = element instanceof HTMLImageElement ? element : queryOne(element, 'img');
    return image instanceof HTMLImageElement && photoHost.test(image.src) ? [{ element, src: image.src }] : [];
  });
  return [...new Map(all.map((thumb) => [thumb.src, thumb])).values()];
}

/** Without test ids: the pictures in the block of the file input. */
const imagesBesideInput = (page: SellPage): Element[] => {
  const block = photoBlock(page);
  return block ? queryAll(block, 'img') : [];
};

/** The part of the form about photos: around the file input, up to where the title begins. */
function photoBlock(page: SellPage): Element | undefined {
  let block: Element | undefined = find(page.sight, controls.photos);
  const title = find(page.sight, controls.title);
  while (block?.parentElement && !(title && block.parentElement.contains(title))) block = block.parentElement;
  return block;
}

export async function removeThumbs(page: SellPage, old: readonly Thumb[]): Promise<void> {
  for (const { src } of old.toReversed()) {
    const isGone = (): boolean => !thumbsOf(page).some((thumb) => thumb.src === src);
    for (let attempt = 0; attempt < page.hand.budgets.length && !isGone(); attempt += 1) {
      page.hand.signal.throwIfAborted();
      const button = deleteButton(page, src);
      if (!button) throw new Refused('A photo that was there before cannot be removed.');
      press(button, page.hand.layout.centre(button));
      await until(isGone, within(page.hand, budgetOf(page.hand, attempt)));
    }
    if (!isGone()) throw new Refused('A photo that was there before cannot be removed.');
    page.memory.photos.delete(src);
  }
}

function deleteButton(page: SellPage, src: string): Element | null | undefined {
  const at = thumbsOf(page).findIndex((thumb) => thumb.src === src);
  const thumb = thumbsOf(page)[at]?.element;
  const index = /\d+$/.exec(thumb?.getAttribute('data-testid') ?? '')?.[0] ?? String(at);
  const known = `[data-testid="media-select-grid-delete-button-${index}"]`;
  return (
    (thumb && queryOne(thumb, '[data-testid*="delete-button"]')) ??
    queryOne(page.sight.document, known) ??
    buttonBeside(thumb)
  );
}

/** Without test ids: a thumb has a rotate and a delete button, delete last. */
function buttonBeside(thumb: Element | undefined): Element | undefined {
  const block = thumb instanceof HTMLImageElement ? thumb.parentElement : thumb;
  return block ? queryAll(block, 'button, [role="button"]').at(-1) : undefined;
}

type Sending = { before: readonly Thumb[]; batch: readonly Photo[]; start: number; input: HTMLInputElement };

/** Waits until every file of a batch has its thumb. A sentence when one failed, named by the order of the requests. */
export async function uploaded(page: SellPage, sending: Sending): Promise<string | undefined> {
  const { batch, start } = sending;
  const appeared: string[][] = [];
  const fresh = (): string[] => freshThumbs(page, sending.before);
  const stop = watch(page.sight.document, () => note(appeared, fresh()));
  const calls = (): Call[] => page.traffic.since(start).filter(({ path }) => path === '/api/v2/photos');
  const failed = (): Call[] => calls().filter(({ status }) => status === 0 || status >= 400);
  const isOver = (): boolean =>
    fresh().length >= batch.length || (failed().length > 0 && calls().length >= batch.length);
  try {
    if (!page.memory.follows) await knock(page, sending, isOver);
    await until(isOver, within(page.hand, patienceFor(batch)));
    note(appeared, fresh());
  } finally {
    stop();
  }
  if (fresh().length < batch.length) return failureOf(batch, calls(), failed());
  await remember(page, batch, { appeared, calls, fresh: fresh() });
  return undefined;
}

const freshThumbs = (page: SellPage, before: readonly Thumb[]): string[] =>
  thumbsOf(page).flatMap(({ src }) => (before.some((old) => old.src === src) ? [] : [src]));

function note(appeared: string[][], fresh: readonly string[]): void {
  const seen = new Set(appeared.flat());
  const added = fresh.filter((src) => !seen.has(src));
  if (added.length > 0) appeared.push(added);
}

/**
 * A page that has not hydrated yet misses the change, and may then put all its nodes anew: it is told again as long as
 * its photo block shows no sign of having heard.
 */
async function knock(page: SellPage, { batch, input }: Sending, isOver: () => boolean): Promise<void> {
  let own = input;
  for (let attempt = 0; attempt < page.hand.budgets.length; attempt += 1) {
    const block = photoBlock(page);
    if (await heard(page, block, isOver, budgetOf(page.hand, attempt))) return;
    const next = find(page.sight, controls.photos);
    if (block?.isConnected === false && next instanceof HTMLInputElement && next !== own && own.files) {
      attachFiles(next, [...own.files]);
      own = next;
    } else if (own.files?.length === batch.length) {
      own.dispatchEvent(new Event('change', { bubbles: true }));
    } else return;
  }
}

/** Whether the photo block moves, or all is done, within the budget. A block that is replaced has heard nothing. */
async function heard(
  page: SellPage,
  block: Element | undefined,
  isOver: () => boolean,
  budget: number,
): Promise<boolean> {
  let moved = false;
  // A page that hydrates touches the attributes of the input itself: no sign that it heard.
  const observer = new MutationObserver((changes) => {
    moved ||= changes.some(({ type, target }) => type === 'childList' || !(target instanceof HTMLInputElement));
  });
  if (block) observer.observe(block, { subtree: true, childList: true, attributes: true });
  try {
    await until(() => isOver() || moved || block?.isConnected === false, within(page.hand, budget));
    return isOver() || (moved && block?.isConnected === true);
  } finally {
    observer.disconnect();
  }
}

/** 15 s a photo and what a slow line (50 KB a second) needs. */
const patienceFor = (batch: readonly Photo[]): number => batch.reduce((sum, { bytes }) => sum + 15_000 + bytes / 50, 0);

function failureOf(batch: readonly Photo[], calls: readonly Call[], failed: readonly Call[]): string {
  const inOrder = calls.toSorted((a, b) => a.start - b.start);
  const names = failed.flatMap((call) => batch[inOrder.indexOf(call)]?.name ?? []);
  const which = names.length > 0 ? names : batch.map(({ name }) => name);
  const why = failed[0] && failed[0].status > 0 ? ` (answer ${failed[0].status})` : '';
  return `Not uploaded${why}: ${which.join(', ')}`;
}

type Seen = { appeared: readonly string[][]; calls: () => readonly Call[]; fresh: readonly string[] };

/** Which thumb shows which photo. Left open when several uploads overlapped and the page does not tell them apart. */
async function remember(page: SellPage, batch: readonly Photo[], { appeared, calls, fresh }: Seen): Promise<void> {
  if (batch.length === 1 && batch[0] && fresh[0]) {
    page.memory.photos.set(fresh[0], batch[0].id);
    return;
  }
  await until(() => calls().length >= batch.length, within(page.hand, 1_000));
  const order = appearance(batch.length, fresh, appeared, calls());
  for (const [at, src] of order.entries()) page.memory.photos.set(src, batch[at]?.id ?? '');
}

/** Addresses of the thumbs in the order their files were sent, as far as that is certain; else nothing. */
export function appearance(
  sent: number,
  fresh: readonly string[],
  appeared: readonly string[][],
  calls: readonly Call[],
): string[] {
  const started = calls.toSorted((a, b) => a.start - b.start);
  const ended = calls.toSorted((a, b) => a.end - b.end);
  if (calls.length !== sent || fresh.length !== sent) return [];
  if (started.every((call, at) => call === ended[at])) return [...fresh];
  if (appeared.some((together) => together.length > 1)) return [];
  return started.map((call) => appeared[ended.indexOf(call)]?.[0] ?? '');
}

export const inOrder = (page: SellPage, ids: readonly string[]): boolean => {
  const shown = thumbsOf(page).map(({ src }) => page.memory.photos.get(src));
  const ours = shown.filter((id) => id !== undefined);
  return ours.length === ids.length && ids.every((id, at) => ours[at] === id);
};
