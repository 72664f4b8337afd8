import { and, eq, inArray } from 'drizzle-orm';

import { bulkItems } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import type { Transaction } from '../db/transact.ts';
import { Refused } from '../http/refused.ts';
import type { BulkDeps } from './bulk-deps.ts';
import { enqueueWaiting } from './enqueue.ts';
import { dropPhotos, findOwnJob, itemsOf, lockJob, missingPhotos, openItemStates, touchJob } from './job-row.ts';
import type { ItemRow, JobRow } from './job-row.ts';

const notFound = (): Refused => new Refused('not-found', 'There is no such job.');

async function lockOwnJob(tx: Transaction, ownerId: string, jobId: string): Promise<JobRow> {
  const job = (await findOwnJob(tx, ownerId, jobId)) && (await lockJob(tx, jobId));
  if (!job) throw notFound();
  return job;
}

/** Ends the job with what is done so far; photos go at once. A job that has ended stays as it is. */
export async function cancelJob(deps: BulkDeps, ownerId: string, jobId: string): Promise<void> {
  const dropped = await transact(deps.db, async (tx) => {
    const job = await lockOwnJob(tx, ownerId, jobId);
    return job.state === 'done' || job.state === 'cancelled' ? [] : closeJob(deps, tx, job);
  });
  deps.changes.announce(jobId);
  await deps.queue.drop(dropped);
}

export async function closeJob(deps: BulkDeps, tx: Transaction, job: JobRow): Promise<string[]> {
  const now = deps.clock.now();
  const open = await tx
    .update(bulkItems)
    .set({ state: 'cancelled', claim: null, updatedAt: now })
    .where(and(eq(bulkItems.jobId, job.id), inArray(bulkItems.state, openItemStates)))
    .returning({ taskId: bulkItems.taskId });
  await dropPhotos(tx, job.id);
  await touchJob(tx, job.id, now, { state: 'cancelled' });
  return open.map((item) => item.taskId);
}

/**
 * One more round of tries for a failed item. The job's photos may be gone by then: it waits for them (`receiving`,
 * `missing`) and goes on when they are sent again under the same key and manifest.
 */
export async function retryItem(deps: BulkDeps, ownerId: string, jobId: string, key: string): Promise<void> {
  await transact(deps.db, async (tx) => {
    const job = await lockOwnJob(tx, ownerId, jobId);
    const items = await itemsOf(tx, jobId);
    const item = items.find((candidate) => candidate.key === key);
    if (!item) throw new Refused('not-found', 'There is no such item in this job.');
    if (openItemStates.includes(item.state)) return;
    if (job.state === 'cancelled' || item.state !== 'failed') {
      throw new Refused('conflict', 'Only a failed item of a job that was not cancelled can be tried again.');
    }
    await requeue(deps, tx, job, item, items);
  });
  await enqueueWaiting(deps, jobId);
  deps.changes.announce(jobId);
}

async function requeue(deps: BulkDeps, tx: Transaction, job: JobRow, item: ItemRow, items: ItemRow[]): Promise<void> {
  const now = deps.clock.now();
  const fresh = {
    state: 'waiting' as const,
    failure: null,
    attempts: 0,
    enqueued: false,
    notBefore: now,
    updatedAt: now,
  };
  await tx
    .update(bulkItems)
    .set({ ...fresh, taskId: deps.random.uuid() })
    .where(eq(bulkItems.id, item.id));
  const reopened = { ...job, state: 'running' as const };
  const missing = await missingPhotos(tx, reopened, [
    ...items.filter((other) => other.id !== item.id),
    { ...item, ...fresh },
  ]);
  const resumed = job.state === 'done' ? ('queued' as const) : job.state;
  await touchJob(tx, job.id, now, { state: missing.length > 0 ? 'receiving' : resumed });
}
