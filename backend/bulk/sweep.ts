import { and, eq, inArray, lt, notInArray } from 'drizzle-orm';

import { bulkItems, bulkJobs, bulkPhotos } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import type { BulkDeps } from './bulk-deps.ts';
import { closeJob } from './change-job.ts';
import { enqueueWaiting } from './enqueue.ts';
import { failItem } from './item-run.ts';
import { itemsOf, lockJob, openItemStates } from './job-row.ts';

export type Keeping = { photosMs: number; jobsMs: number };

/** What has to happen even if nobody asks: hand over forgotten work, let photos and old jobs go. */
export async function sweep(deps: BulkDeps, keeping: Keeping): Promise<{ freed: boolean }> {
  await enqueueWaiting(deps);
  const old = deps.clock.now() - keeping.photosMs;
  const stale = await deps.db
    .selectDistinct({ jobId: bulkPhotos.jobId })
    .from(bulkPhotos)
    .where(lt(bulkPhotos.createdAt, old));
  for (const { jobId } of stale) await expireJob(deps, jobId);
  await deps.db.delete(bulkPhotos).where(lt(bulkPhotos.createdAt, old));
  await deps.db
    .delete(bulkJobs)
    .where(
      and(lt(bulkJobs.updatedAt, deps.clock.now() - keeping.jobsMs), notInArray(bulkJobs.state, ['queued', 'running'])),
    );
  return { freed: stale.length > 0 };
}

/** A job whose photos are too old ends: what was not analysed says why. */
async function expireJob(deps: BulkDeps, jobId: string): Promise<void> {
  await transact(deps.db, async (tx) => {
    const job = await lockJob(tx, jobId);
    if (!job || job.state === 'done' || job.state === 'cancelled') return;
    const items = await itemsOf(tx, jobId);
    const open = items.filter((item) => openItemStates.includes(item.state));
    if (open.length === 0) await closeJob(deps, tx, job);
    for (const item of open) {
      await failItem(deps, tx, item, {
        code: 'photos-expired',
        message: 'The photos were kept for a day and are gone now.',
      });
    }
  });
  deps.changes.announce(jobId);
}

/**
 * For a start of the only process there is: whatever was running then is not running now. (With several processes the
 * queue's heartbeat finds the dead.)
 */
export async function recoverOwnRuns({ db, random, clock }: BulkDeps): Promise<number> {
  const running = await db.select({ id: bulkItems.id }).from(bulkItems).where(eq(bulkItems.state, 'running'));
  for (const { id } of running) {
    await db
      .update(bulkItems)
      .set({ state: 'waiting', claim: null, taskId: random.uuid(), enqueued: false, notBefore: clock.now() })
      .where(and(eq(bulkItems.id, id), inArray(bulkItems.state, ['running'])));
  }
  return running.length;
}
