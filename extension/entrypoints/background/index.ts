import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { ledger, workshop } from '../../db/stores.ts';
import { createEngine } from '../../engine/engine.ts';
import { accountBook } from '../../engine/pause.ts';
import { jobStore } from '../../engine/store.ts';
import { tabBringer } from '../../engine/work-tab.ts';
import { flows } from '../../flows.ts';
import { askTab, serveBackground } from '../../messaging/messenger.ts';
import { findMarket } from '../../vinted/markets.ts';
import { ANALYSES, ensureAlarms, isDoorbell, ring } from './alarms.ts';
import { analysisLook } from './analysis-look.ts';
import { evidenceBox } from './evidence.ts';
import { isStopped, jobHandlers, stopEverything } from './job-handlers.ts';
import { onJobChange } from './on-job-change.ts';
import { pageHandlers } from './page-handlers.ts';
import { panelHandlers } from './panel-handlers.ts';
import { draftFromPhotos } from './panel-photos.ts';
import { progressBoard } from './progress-board.ts';
import { publishDesk, reopenIdleDrafts } from './publish-desk.ts';
import { restoreForm } from './restore-form.ts';
import { readRules } from './rules.ts';
import { within } from './within.ts';
import { sellSiteClient } from './sell-site-client.ts';
import { refreshCatalog, siteHandlers } from './site-handlers.ts';
import { siteReader } from './site-reader.ts';
import { browserTabs } from './tabs.ts';

/** Composition of the worker: it keeps nothing that matters in memory, and registers every listener before it waits. */
export default defineBackground(() => {
  const now = (): number => Date.now();
  const newId = (): string => crypto.randomUUID();
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

  const store = jobStore(ledger, now);
  const accounts = accountBook(ledger, now);
  const { tabs, pageReady } = browserTabs(sleep);
  const evidence = evidenceBox(sleep);
  const board = progressBoard();
  const reader = siteReader();
  const bring = tabBringer(tabs);
  const site = { workshop, ledger, accounts, reader, bring, now };
  const analyses = analysisLook(async (market) => void (await refreshCatalog(site, market)));
  const sealed = flows(
    sellSiteClient(reader, readRules, evidence, accounts),
    publishDesk({ workshop, rules: readRules, now, lookAtAnalyses: analyses.look }),
  );

  const engine = createEngine({
    store,
    accounts,
    flows: sealed.all,
    bring,
    now,
    newId,
    sleep,
    isStopped,
    ceilingsHold: async () => (await readRules()).ceilings,
    pause: async () => within((await readRules()).between),
    arm: (at) => ring(at, now()),
    changed: (job) => void changes.changed(job),
    over: () => reopenIdleDrafts(workshop, ledger),
    tellPageToStop: (tabId) => askTab(tabId, 'page.stop', undefined),
    met: (wall, job) => void changes.met(wall, job),
  });
  const changes = onJobChange({ store, accounts, engine, board, workTab: tabs.recall, now });
  const queue = { workshop, ledger, store, flow: sealed.publish, now, newId };

  serveBackground(
    {
      ...jobHandlers({ ledger, engine, accounts, queue, now }),
      ...siteHandlers(site),
      ...pageHandlers(
        { workshop, ledger, engine, accounts, evidence, pageReady, workTab: tabs.recall, clicked: changes.clicked },
        (progress) => void changes.progressed(progress),
      ),
      ...panelHandlers({
        workshop,
        ledger,
        engine,
        queue,
        draftFromPhotos: (market, photos) => draftFromPhotos({ workshop, now, newId }, market, photos),
        restore: (tabId, state) => restoreForm(tabId, state, newId()),
        workTab: tabs.recall,
        progress: board.of,
      }),
    },
    (sender) => {
      const url = URL.parse(sender.url ?? '');
      if (url?.origin === new URL(browser.runtime.getURL('/')).origin) return 'extension';
      const isVinted = url?.protocol === 'https:' && findMarket(url.host) !== undefined;
      return isVinted && sender.frameId === 0 && sender.tab ? 'page' : undefined;
    },
  );

  browser.alarms.onAlarm.addListener((alarm) => {
    if (isDoorbell(alarm.name)) void engine.tick();
    if (alarm.name === ANALYSES) void analyses.look();
  });
  browser.commands.onCommand.addListener((command) => {
    if (command === 'stop-everything') void stopEverything(engine, now());
  });
  browser.runtime.onStartup.addListener(() => void engine.tick());
  browser.runtime.onInstalled.addListener(() => void engine.tick());

  void ensureAlarms().then(async () => {
    await reopenIdleDrafts(workshop, ledger);
    void analyses.look();
    await engine.tick();
  });
});
