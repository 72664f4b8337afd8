/** Waiting on the page: for what it shows, never for a time alone. */

/** Budgets of one attempt after the other (site.md §3.1: they must grow, a blind retry toggles a panel shut). */
export const budgets = [1_200, 2_400, 4_800] as const;

/** Some changes (a field's value, a box's size) make no mutation: looked for at this rate beside the mutations. */
const unseenChanges = 100;
const watched: MutationObserverInit = { subtree: true, childList: true, attributes: true, characterData: true };
const events = ['input', 'change', 'load', 'transitionend', 'animationend', 'focusin', 'focusout'] as const;

export type Wait = { root: Document; signal: AbortSignal; budget: number };
type Nothing = undefined | null | false;

/** The first truthy look, looked again at each change of the page; `undefined` when the budget is spent. */
export async function until<T>(look: () => T | Nothing, { root, signal, budget }: Wait): Promise<T | undefined> {
  signal.throwIfAborted();
  const first = look();
  if (first) return first;
  return new Promise((resolve, reject) => {
    const stop = watch(root, again);
    const timer = setTimeout(() => finish(() => resolve(look() || undefined)), budget);
    signal.addEventListener('abort', abort, { once: true });
    function again(): void {
      const seen = look();
      if (seen) finish(() => resolve(seen));
    }
    function abort(): void {
      finish(() => reject(signal.reason));
    }
    function finish(then: () => void): void {
      stop();
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      then();
    }
  });
}

/** Calls back at each change of the page until stopped. */
export function watch(root: Document, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(root, watched);
  const timer = setInterval(changed, unseenChanges);
  for (const event of events) root.addEventListener(event, changed, true);
  return () => {
    observer.disconnect();
    clearInterval(timer);
    for (const event of events) root.removeEventListener(event, changed, true);
  };
}

/** True once nothing changed for `still` milliseconds, false when the page kept moving for the whole budget. */
export async function quiet(still: number, { root, signal, budget }: Wait): Promise<boolean> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => {
      clearTimeout(stillTimer);
      stillTimer = setTimeout(() => finish(() => resolve(true)), still);
    });
    observer.observe(root, watched);
    let stillTimer = setTimeout(() => finish(() => resolve(true)), still);
    const timer = setTimeout(() => finish(() => resolve(false)), budget);
    const abort = () => finish(() => reject(signal.reason));
    signal.addEventListener('abort', abort, { once: true });
    function finish(then: () => void): void {
      observer.disconnect();
      clearTimeout(stillTimer);
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      then();
    }
  });
}

/**
 * A node that two reads, a task apart, find to be the same and still in the document: React may replace it just after
 * the panel before it closed (site.md §3.1).
 */
export async function stable<T extends Element>(find: () => T | Nothing, wait: Wait): Promise<T | undefined> {
  for (let read = 0; read < 5; read += 1) {
    const node = await until(find, wait);
    if (!node) return undefined;
    await nextTask();
    if (node.isConnected && find() === node) return node;
  }
  return until(find, wait);
}

export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A pause of the hand. None at all when `milliseconds` is 0. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (milliseconds <= 0) return;
  await new Promise<void>((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', abort, { once: true });
  });
}
