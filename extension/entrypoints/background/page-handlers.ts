import type { Browser } from 'wxt/browser';
import * as z from 'zod';
import { browser } from 'wxt/browser';

import type { Ledger, Workshop } from '../../db/database.ts';
import { readSettings, writeSettings } from '../../db/settings.ts';
import type { Engine } from '../../engine/engine.ts';
import type { AccountBook } from '../../engine/pause.ts';
import { MessageError } from '../../messaging/failures.ts';
import { askTab, type BackgroundHandlers } from '../../messaging/messenger.ts';
import { listingForm } from '../../../shared/listing-form.ts';
import type { evidenceBox } from './evidence.ts';

export interface PageHandlerDeps {
  workshop: Workshop;
  ledger: Ledger;
  engine: Engine;
  accounts: AccountBook;
  evidence: ReturnType<typeof evidenceBox>;
  pageReady(tabId: number): void;
  workTab(): Promise<number | null>;
  /** A submit was seen in a tab that waited for the seller's own click. */
  clicked(leaseToken: string): Promise<void>;
}

type PageMessages = 'page.ready' | 'step.progress' | 'photo.bytes' | 'submit.evidence' | 'panel.place';
type Sender = Browser.runtime.MessageSender;

export type Progress = { jobId: string; doing: string; at: number; of: number };

export const tabOf = (sender: Sender): number => {
  const id = sender.tab?.id;
  if (id === undefined) throw new MessageError({ code: 'bad-message', message: 'Not sent by a tab.' });
  return id;
};

/** Messages of content scripts: they may propose facts and ask for what the step they were handed needs, nothing else. */
export function pageHandlers(
  deps: PageHandlerDeps,
  progressed: (progress: Progress) => void,
): Pick<BackgroundHandlers, PageMessages> {
  /** The step in flight, if this sender was handed it (reliability.md §3.5: no authority of its own). */
  const stepOf = (leaseToken: string, sender: Sender) => {
    const current = deps.engine.current();
    if (!current || current.leaseToken !== leaseToken || current.tabId !== tabOf(sender)) {
      throw new MessageError({ code: 'stale-step', message: 'That step is over.' });
    }
    return current;
  };

  return {
    'page.ready': async (_, sender) => {
      const tabId = tabOf(sender);
      deps.pageReady(tabId);
      const isWorkTab = (await deps.workTab()) === tabId;
      return { isWorkTab, panelAllowed: true };
    },
    'step.progress': async ({ leaseToken, doing, at, of }, sender) => {
      progressed({ jobId: stepOf(leaseToken, sender).jobId, doing, at, of });
    },
    'photo.bytes': async ({ leaseToken, photoId }, sender) => {
      const { jobId } = stepOf(leaseToken, sender);
      const job = await deps.ledger.jobs.get(jobId);
      const state = filling.safeParse(job?.state);
      const asked = state.data?.form?.photos.find((photo) => photo.id === photoId);
      const blob = asked && (await bytesOf(deps, photoId));
      if (!asked || !blob)
        throw new MessageError({ code: 'photo-missing', message: 'That photo is not stored any more.' });
      return { blob, name: asked.name };
    },
    'submit.evidence': async (evidence, sender) => {
      // The seller's own click belongs to no step in flight; it only makes the site be asked.
      if (evidence.leaseToken.startsWith('click:')) return deps.clicked(evidence.leaseToken);
      stepOf(evidence.leaseToken, sender);
      deps.evidence.put(evidence);
    },
    'panel.place': async (place) => {
      if (place) await writeSettings({ panelPlace: place });
      return (await readSettings()).panelPlace;
    },
  };
}

/** Of whatever flow: the form it fills. */
const filling = z.object({ form: z.nullable(listingForm) });

/** A draft's photo by its id, a backup's by the SHA-256 of its bytes. */
const bytesOf = async ({ workshop, ledger }: PageHandlerDeps, id: string): Promise<Blob | undefined> =>
  (await workshop.photos.get(id))?.original ?? (await ledger.backupPhotos.get(id))?.blob;

/** Tells the panel of a tab that its job moved; a tab without a content script does not matter. */
export const tellPanel = async (tabId: number): Promise<void> => {
  await askTab(tabId, 'panel.changed', undefined).catch(() => {});
};

export const openDashboard = async (route: string): Promise<void> => {
  const url = browser.runtime.getURL('/dashboard.html');
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) await browser.tabs.create({ url: `${url}#/${route}` });
  else await browser.tabs.update(open.id, { active: true, url: `${url}#/${route}` });
};
