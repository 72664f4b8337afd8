import { ledger, workshop } from '../../db/stores.ts';
import type { BackgroundHandlers } from '../../messaging/messenger.ts';
import type { Worker } from './compose-worker.ts';
import { dayLimitOf } from './day-limit.ts';
import { jobHandlers } from './job-handlers.ts';
import { listingHandlers } from './listing-handlers.ts';
import { pageHandlers } from './page-handlers.ts';
import { panelHandlers } from './panel-handlers.ts';
import { draftFromPhotos } from './panel-photos.ts';
import { restoreForm } from './restore-form.ts';
import { readRules } from './rules.ts';
import { siteHandlers } from './site-handlers.ts';

/** Whom every message reaches. */
export function composeHandlers(worker: Worker): BackgroundHandlers {
  const { accounts, changes, engine, evidence, newId, now, pageReady, queue, workTab } = worker;
  const pages = { workshop, ledger, engine, accounts, evidence, pageReady, workTab, clicked: changes.clicked };
  return {
    ...jobHandlers({ ledger, engine, accounts, queue, syncQueue: worker.syncQueue, runRules: worker.runRules, now }),
    ...siteHandlers(worker.site),
    ...listingHandlers({ ledger, engine, ...worker.listings, now }),
    ...pageHandlers(pages, (progress) => void changes.progressed(progress)),
    ...panelHandlers({
      workshop,
      ledger,
      engine,
      queue,
      draftFromPhotos: (market, photos) => draftFromPhotos({ workshop, now, newId }, market, photos),
      restore: (tabId, state) => restoreForm(tabId, state, newId()),
      workTab,
      progress: worker.board.of,
      limit: dayLimitOf({ store: queue.store, paces: worker.paces, rules: readRules, now }),
    }),
  };
}
