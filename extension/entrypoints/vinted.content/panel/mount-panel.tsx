/** Puts the panel into the upload form's page and takes it away elsewhere. Owns the DOM around it, nothing inside. */
import { render } from 'preact';
import { browser } from 'wxt/browser';

import type { PanelBackground } from '../../../features/panel/panel-background.ts';
import { keepAttached } from '../../../features/panel/keep-attached.ts';
import type { Place } from '../../../features/panel/panel-place.ts';
import { PanelView } from '../../../features/panel/panel-view.tsx';
import { isSellPage } from '../../../features/panel/sell-page.ts';
import { watchAddress } from '../../../features/panel/watch-address.ts';
import { background, readPlace } from './ask-background.ts';
import { keepTheme } from './panel-theme.ts';
import css from './panel.css?inline';

/** Shows the panel on `/items/new` and `/items/{id}/edit`, also after the site's own navigation, until `signal` aborts. */
export async function mountPanel(signal: AbortSignal): Promise<void> {
  let shown: AbortController | undefined;
  let place = await readPlace();
  const remembering: PanelBackground = {
    ...background,
    keepPlace: (next) => background.keepPlace((place = next)),
  };
  watchAddress(
    window,
    (pathname) => {
      if (isSellPage(pathname)) {
        shown ??= show(remembering, place);
        return;
      }
      shown?.abort();
      shown = undefined;
    },
    signal,
  );
  signal.addEventListener('abort', () => shown?.abort(), { once: true });
}

function show(background: PanelBackground, place: Place | null): AbortController {
  const end = new AbortController();
  const host = document.createElement('vintedbot-panel');
  // Closed: scripts of the page neither read the seller's drafts in it nor reach its buttons.
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const inside = document.createElement('div');
  root.append(style, inside);
  keepEventsInside(host);
  keepTheme(host, browser.storage.local, end.signal);
  render(<PanelView background={background} place={place} />, inside);
  keepAttached(host, document, end.signal);
  end.signal.addEventListener('abort', () => render(null, inside), { once: true });
  return end;
}

/** What is typed or dropped in the panel is none of the page's: no hot keys, no second upload, no focus trap. */
function keepEventsInside(host: HTMLElement): void {
  const kinds = [
    'keydown',
    'keyup',
    'keypress',
    'beforeinput',
    'input',
    'change',
    'paste',
    'copy',
    'cut',
    'click',
    'pointerdown',
    'mousedown',
    'touchstart',
    'wheel',
    'focusin',
    'focusout',
    'dragenter',
    'dragover',
    'dragleave',
    'drop',
  ];
  for (const kind of kinds) host.addEventListener(kind, (event) => event.stopPropagation());
}
