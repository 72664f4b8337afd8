import { browser } from 'wxt/browser';

import type { PanelBackground } from '../../../features/panel/panel-background.ts';
import type { Place } from '../../../features/panel/panel-place.ts';
import { MessageError } from '../../../messaging/failures.ts';
import { ask } from '../../../messaging/messenger.ts';
import { panelBus } from './panel-bus.ts';

/** After an update of the extension this script is an orphan: only a reload of the page brings a living one. */
async function orExtensionUpdated<T>(asked: () => Promise<T>): Promise<T> {
  if (browser.runtime?.id) return asked();
  throw new MessageError({ code: 'extension-updated', message: 'The extension was updated under this page.' });
}

const asked: typeof ask = (type, input) => orExtensionUpdated(() => ask(type, input));

/** The panel's view of the background worker. */
export const background: PanelBackground = {
  state: () => asked('panel.state', undefined),
  stopped: () => orExtensionUpdated(async () => (await browser.storage.local.get('stopped'))['stopped'] !== undefined),
  drafts: () => asked('panel.drafts', undefined),
  fill: (draftId) => asked('panel.fill', { draftId }),
  suggest: (photos) => asked('panel.suggest', { photos }),
  undo: () => asked('panel.undo', undefined),
  stop: (jobId) => asked('jobs.stop', { jobId }),
  retry: (jobId) => asked('jobs.retry', { jobId }),
  stopAll: () => asked('engine.stop', undefined),
  keepPlace: (place) => asked('panel.place', place),
  openDashboard: (route) => asked('dashboard.open', { route }),
  onChanged(listener) {
    const stored = (changes: object): void => void ('stopped' in changes && listener());
    panelBus.addEventListener('changed', listener);
    browser.storage.local.onChanged.addListener(stored);
    return () => {
      panelBus.removeEventListener('changed', listener);
      browser.storage.local.onChanged.removeListener(stored);
    };
  },
};

/** Where the seller left the panel; a background that does not answer means: the first place. */
export const readPlace = (): Promise<Place | null> => asked('panel.place', null).catch(() => null);
