import { i18n } from '#i18n';

import { ledger, wardrobe, workshop } from '../../db/stores.ts';
import { createEngine } from '../../engine/engine.ts';
import { mirrorOf } from '../../engine/mirror.ts';
import { paceBook } from '../../engine/paces.ts';
import { accountBook, isHeld, type AccountBook } from '../../engine/pause.ts';
import { jobStore, type JobStore } from '../../engine/store.ts';
import { watchedStore } from '../../engine/stuck.ts';
import { tabBringer } from '../../engine/work-tab.ts';
import { amendStopped } from '../../features/relist/amends.ts';
import { flows, type Looks } from '../../flows.ts';
import { isOffline } from '../../messaging/failures.ts';
import { askTab } from '../../messaging/messenger.ts';
import type { SellSite } from '../../selling/sell-site.ts';
import { poll, ring } from './alarms.ts';
import { analysisLook } from './analysis-look.ts';
import { evidenceBox } from './evidence.ts';
import { isStopped } from './job-handlers.ts';
import { mendLedger } from './mend-ledger.ts';
import { notify } from './notify.ts';
import { onJobChange } from './on-job-change.ts';
import { progressBoard } from './progress-board.ts';
import { ownListings, requiredLists } from './own-listings.ts';
import { publishDesk, reopenIdleDrafts } from './publish-desk.ts';
import { rulesRunner } from './rules-runner.ts';
import { readRules } from './rules.ts';
import { sellSiteClient } from './sell-site-client.ts';
import { refreshCatalog } from './site-handlers.ts';
import { siteReader, type SiteReader } from './site-reader.ts';
import { smallStore } from './small-store.ts';
import { browserTabs } from './tabs.ts';
import { wardrobeDesk } from './wardrobe-desk.ts';
import { within } from './within.ts';

export type Worker = ReturnType<typeof composeWorker>;

const now = (): number => Date.now();
const newId = (): string => crypto.randomUUID();
const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** One note however many calls wait. */
const telling = { sleep, tell: (): void => void notify('store-stuck', i18n.t('common.storeStuck')) };

/** The parts of one life of the worker. None listens to the browser yet: that is index.ts, before it waits. */
export function composeWorker() {
  const store = watchedStore(jobStore(ledger, now, mirrorOf(smallStore)), telling);
  const accounts = accountBook(ledger, now);
  const paces = paceBook(ledger, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const { tabs, pageReady } = browserTabs(sleep);
  const evidence = evidenceBox(sleep);
  const board = progressBoard();
  const reader = siteReader();
  const bring = tabBringer(tabs);
  const site = { workshop, ledger, accounts, reader, bring, now };
  const analyses = analysisLook(async (market) => void (await refreshCatalog(site, market)));
  const sellSite = sellSiteClient(reader, readRules, evidence, accounts);
  const desk = publishDesk({ workshop, rules: readRules, now, lookAtAnalyses: analyses.look });
  const own = ownListings(sellSite, [reader, readRules, evidence, requiredLists(site)], site, now);
  const sealed = flows(sellSite, desk, looksThrough(sellSite, reader), own);

  const mended = mendLedger(sealed.all, telling, now());
  // Nothing runs before the ledger is known to be usable.
  const held = async (): Promise<boolean> => !(await mended) || isStopped();
  const engine = createEngine({
    store,
    accounts,
    paces,
    flows: sealed.all,
    bring,
    now,
    newId,
    sleep,
    isStopped: held,
    isOffline,
    ceilingsHold: async () => (await readRules()).ceilings,
    pause: async () => within((await readRules()).between),
    arm: (at) => arm(at, store, accounts),
    changed: (job) => void changes.changed(job),
    over: () => tidy(store),
    tellPageToStop: (tabId) => askTab(tabId, 'page.stop', undefined),
    met: (wall, job) => void changes.met(wall, job),
  });
  const changes = onJobChange({ store, accounts, engine, board, workTab: tabs.recall, now });
  const queues = queuesOf(store, sealed);
  return {
    accounts,
    analyses,
    board,
    changes,
    engine,
    evidence,
    mended,
    newId,
    now,
    paces,
    pageReady,
    site,
    runRules: rulesRunner({ store, listings: queues.listings, isStopped: held, now, changed: changes.changed }),
    ...queues,
    tidy: () => tidy(store),
    workTab: tabs.recall,
  };
}

/** What ended jobs may have left behind; repeatable, so that a worker that died right after one makes up for it. */
async function tidy(store: JobStore): Promise<void> {
  await reopenIdleDrafts(workshop, ledger);
  await amendStopped(ledger, store, now());
}

/** Where the seller's wishes become jobs. */
function queuesOf(store: JobStore, { publish, sync, relist, act, price }: ReturnType<typeof flows>) {
  const common = { ledger, wardrobe, store, now, newId };
  return {
    queue: { ...common, workshop, flow: publish },
    syncQueue: { ...common, flow: sync },
    listings: {
      relists: { ...common, flow: relist },
      acts: { ...common, flow: act },
      prices: { ...common, flow: price },
    },
  };
}

/** The next doorbell, and the poll while something awaits its proof that no pause holds. */
async function arm(at: number | null, store: JobStore, accounts: AccountBook): Promise<void> {
  await ring(at, now());
  const paused = await accounts.paused();
  await poll(!(await isStopped()) && (await store.unproved()).some((job) => !isHeld(job, paused)));
}

/** What looks at wardrobes: the same signed-in tab, our own store. */
const looksThrough = ({ probe }: SellSite, { wardrobe: read }: SiteReader): Looks => ({
  site: { probe, wardrobe: read },
  desk: wardrobeDesk({ rules: readRules, now, newId, sleep }),
});
