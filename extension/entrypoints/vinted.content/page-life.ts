import { browser } from 'wxt/browser';

/**
 * Ends with the extension: after an update or removal this script lives on without it, and must take its hands off the
 * page. Looked at whenever the page is used again, as nothing tells it.
 */
export function pageLife(context: AbortSignal): AbortSignal {
  const end = new AbortController();
  const look = (): void => {
    if (browser.runtime?.id === undefined) end.abort(new DOMException('The extension is gone.', 'AbortError'));
  };
  const signal = AbortSignal.any([context, end.signal]);
  for (const event of ['focus', 'pointerdown', 'visibilitychange']) {
    window.addEventListener(event, look, { capture: true, passive: true, signal });
  }
  return signal;
}
