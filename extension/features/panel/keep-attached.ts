/** How often a page that throws the panel out gets it back. */
const attempts = 3;

/**
 * Puts `host` at the end of the document and puts it back when the page removes it (a framework rebuilding the
 * document), but never fights: after three returns it gives up. Removes it when `signal` aborts.
 */
export function keepAttached(host: Element, page: Document, signal: AbortSignal): void {
  if (signal.aborted) return;
  let returned = 0;
  const attach = (): void => {
    page.documentElement.append(host);
    observer.disconnect();
    observer.observe(page, { childList: true });
    observer.observe(page.documentElement, { childList: true });
  };
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    returned += 1;
    if (returned > attempts) observer.disconnect();
    else attach();
  });
  attach();
  signal.addEventListener('abort', () => (observer.disconnect(), host.remove()), { once: true });
}
