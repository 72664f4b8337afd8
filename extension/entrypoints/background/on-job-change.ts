import { browser } from 'wxt/browser';

import { i18n } from '#i18n';

import type { Engine } from '../../engine/engine.ts';
import type { AccountBook } from '../../engine/pause.ts';
import type { JobStore } from '../../engine/store.ts';
import { publishState } from '../../features/publish/publish-state.ts';
import { askTab } from '../../messaging/messenger.ts';
import type { Job } from '../../../shared/job.ts';
import type { Wall } from '../../../shared/wall.ts';
import { notify } from './notify.ts';
import { tellPanel, type Progress } from './page-handlers.ts';
import type { progressBoard } from './progress-board.ts';

export interface JobChangeDeps {
  store: JobStore;
  accounts: AccountBook;
  engine: Engine;
  board: ReturnType<typeof progressBoard>;
  workTab(): Promise<number | null>;
  now(): number;
}

const CLICK_PATIENCE = 30 * 60_000;

/** What follows a job's change outside the engine: panels refreshed, badge, notification, waiting for a real click. */
export function onJobChange(deps: JobChangeDeps) {
  const tabOfJob = async (job: Job): Promise<number | null> => {
    const state = publishState.safeParse(job.state);
    return state.data?.input.sellerTab ?? (await deps.workTab());
  };

  async function changed(job: Job): Promise<void> {
    if (job.status !== 'running') deps.board.drop(job.id);
    await badge(deps.store);
    const tabId = await tabOfJob(job);
    if (tabId !== null) await tellPanel(tabId);
    if (job.status === 'needs-user') await notify(`job-${job.id}`, i18n.t('publish.needsYou'));
    if (job.failure?.code === 'needs-real-click' && tabId !== null) await awaitClick(job, tabId);
  }

  /** The page waits for the seller's own click and reports it; the job is then settled by asking the site. */
  async function awaitClick(job: Job, tabId: number): Promise<void> {
    const state = publishState.safeParse(job.state);
    if (!state.data?.form) return;
    const how = state.data.input.how === 'draft' ? 'draft' : 'publish';
    const asked = { leaseToken: `click:${job.id}`, form: state.data.form, how, patience: CLICK_PATIENCE } as const;
    const result = await askTab(tabId, 'sell.await-click', asked).catch(() => null);
    if (result?.is === 'accepted' || result?.is === 'unclear') await clicked(asked.leaseToken);
  }

  async function clicked(leaseToken: string): Promise<void> {
    if (!leaseToken.startsWith('click:')) return;
    const job = await deps.store.find(leaseToken.slice('click:'.length));
    if (job?.status === 'needs-user' && job.failure?.code === 'needs-real-click') await deps.engine.retryJob(job.id);
  }

  async function progressed(progress: Progress): Promise<void> {
    deps.board.put(progress);
    const job = await deps.store.find(progress.jobId);
    const tabId = job && (await tabOfJob(job));
    if (typeof tabId === 'number') await tellPanel(tabId);
  }

  async function met(wall: Wall, job: Job): Promise<void> {
    await notify(`wall-${job.market}`, i18n.t('publish.paused', [job.market]));
    await badge(deps.store);
  }

  return { changed, clicked, progressed, met };
}

async function badge(store: JobStore): Promise<void> {
  const asking = await store.asking();
  await browser.action.setBadgeText({ text: asking > 0 ? String(asking) : '' });
}
