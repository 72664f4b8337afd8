/** Tells of every change of the page's address without touching the page's own functions (Vinted is a Next.js app). */
type AddressView = Pick<Window, 'location' | 'addEventListener' | 'setInterval' | 'clearInterval'> & {
  navigation?: EventTarget;
};

/** How often the address is compared where the browser has no Navigation API. */
const pollMs = 1_000;

/** Calls `changed` at once and after each navigation, until `signal` aborts. */
export function watchAddress(view: AddressView, changed: (pathname: string) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let last: string | undefined;
  const look = (): void => {
    if (view.location.pathname === last) return;
    last = view.location.pathname;
    changed(last);
  };
  view.addEventListener('popstate', look, { signal });
  view.addEventListener('pageshow', look, { signal });
  if (view.navigation) view.navigation.addEventListener('currententrychange', look, { signal });
  else poll(view, look, signal);
  look();
}

function poll(view: AddressView, look: () => void, signal: AbortSignal): void {
  const timer = view.setInterval(look, pollMs);
  signal.addEventListener('abort', () => view.clearInterval(timer), { once: true });
}
