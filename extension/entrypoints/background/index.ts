import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { queueDueSyncs } from '../../features/wardrobe/queue-sync.ts';
import { serveBackground } from '../../messaging/messenger.ts';
import { ANALYSES, ensureAlarms, ensureNight, isDoorbell, isHousekeeping, STANDING } from './alarms.ts';
import { composeHandlers } from './compose-handlers.ts';
import { composeWorker } from './compose-worker.ts';
import { stopEverything } from './job-handlers.ts';
import { houseOf } from './keep-house.ts';
import { senderKind } from './sender-kind.ts';

/** The worker keeps nothing that matters in memory, and registers every listener before it waits. */
export default defineBackground(() => {
  const worker = composeWorker();
  const { engine, analyses, mended, now } = worker;
  const house = houseOf(worker);
  const ownRoot = browser.runtime.getURL('/');

  serveBackground(composeHandlers(worker), (sender) => senderKind(sender, ownRoot));
  /** What the popup tells a living worker from one that never came back by (reliability.md §1.1). */
  const beat = (): void => void browser.storage.local.set({ heartbeat: now() });
  browser.alarms.onAlarm.addListener((alarm) => {
    beat();
    if (isDoorbell(alarm.name)) void queueDueSyncs(worker.syncQueue).finally(tick);
    if (alarm.name === STANDING) void mended.then(worker.runRules).finally(tick);
    if (alarm.name === ANALYSES) void analyses.look();
    if (isHousekeeping(alarm.name)) void keepHouse();
  });
  browser.commands.onCommand.addListener((command) => {
    if (command === 'stop-everything') void stopEverything(engine, now());
  });
  const tick = (): void => void mended.then((usable) => (usable ? engine.tick() : undefined));
  /** A round that breaks is tried again when it is next due; nothing else waits for it. */
  const keepHouse = async (): Promise<void> => {
    if (!(await mended)) return;
    await ensureNight(await house.nextNight());
    await house.look().catch(() => {});
  };
  browser.runtime.onStartup.addListener(tick);
  browser.runtime.onInstalled.addListener(tick);

  beat();
  void Promise.all([ensureAlarms(), mended]).then(async ([, usable]) => {
    if (!usable) return;
    void keepHouse();
    await worker.tidy();
    void analyses.look();
    await engine.tick();
  });
});
