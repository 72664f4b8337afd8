import { browser } from 'wxt/browser';

import type { Ledger } from '../../db/database.ts';
import type { Engine } from '../../engine/engine.ts';
import type { AccountBook } from '../../engine/pause.ts';
import { answerForSite } from '../../features/publish/answer.ts';
import { queuePublish, type QueuePublishDeps } from '../../features/publish/queue-publish.ts';
import { answerForRelist } from '../../features/relist/answer.ts';
import { queueSync, type QueueSyncDeps } from '../../features/wardrobe/queue-sync.ts';
import type { BackgroundHandlers } from '../../messaging/messenger.ts';
import { openDashboard } from './page-handlers.ts';

export interface JobHandlerDeps {
  ledger: Ledger;
  engine: Engine;
  accounts: AccountBook;
  queue: QueuePublishDeps;
  syncQueue: QueueSyncDeps;
  runRules(): Promise<void>;
  now(): number;
}

type JobMessages =
  | 'engine.wake'
  | 'engine.stop'
  | 'engine.resume'
  | 'jobs.publish'
  | 'wardrobe.sync'
  | 'jobs.stop'
  | 'jobs.retry'
  | 'jobs.answer'
  | 'account.resume'
  | 'dashboard.open';

/** The red button's state: in `storage.local`, so that it holds over any restart until a person takes it back. */
export const isStopped = async (): Promise<boolean> =>
  (await browser.storage.local.get('stopped'))['stopped'] !== undefined;

/** Stored before anything is aborted: whatever dies now stays stopped. */
export async function stopEverything(engine: Engine, now: number): Promise<void> {
  await browser.storage.local.set({ stopped: { since: now } });
  await engine.interrupt();
}

/** The seller's wishes. None waits for the engine: a tick may take minutes. */
export function jobHandlers(deps: JobHandlerDeps): Pick<BackgroundHandlers, JobMessages> {
  const { engine } = deps;
  return {
    'engine.wake': async () => void deps.runRules().finally(() => void engine.tick()),
    'engine.stop': () => stopEverything(engine, deps.now()),
    'engine.resume': async () => {
      await browser.storage.local.remove('stopped');
      void engine.tick();
    },
    'jobs.publish': async ({ draftIds, how }) => {
      const jobIds = await queuePublish(deps.queue, { draftIds, how, sellerTab: null });
      void engine.tick();
      return { jobIds };
    },
    'wardrobe.sync': async (who) => {
      const jobId = await queueSync(deps.syncQueue, who);
      void engine.tick();
      return { jobId };
    },
    'jobs.stop': ({ jobId }) => engine.stopJob(jobId),
    'jobs.retry': async ({ jobId }) => {
      await engine.retryJob(jobId);
    },
    'jobs.answer': async (said) => {
      // Each takes only a job of its own kind.
      await answerForSite(deps.queue.store, deps.now(), said);
      await answerForRelist(deps.queue.store, deps.now(), said);
      void engine.tick();
    },
    'account.resume': async ({ key }) => {
      await deps.accounts.resume(key);
      void engine.tick();
    },
    'dashboard.open': ({ route }) => openDashboard(route),
  };
}
