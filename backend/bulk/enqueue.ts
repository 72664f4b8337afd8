import { and, eq, inArray } from 'drizzle-orm';

import { bulkItems, bulkJobs } from '../db/schema.ts';
import type { BulkDeps } from './bulk-deps.ts';

/**
 * Hands waiting items to the queue. The item's row is the promise, the queue only the bell: this runs after each commit
 * that made an item wait, and once a minute for whatever a crash left in between. Task ids come from the rows, so
 * handing one over twice changes nothing.
 */
export async function enqueueWaiting({ db, queue, clock }: BulkDeps, jobId?: string): Promise<number> {
  const isReady = inArray(bulkJobs.state, ['queued', 'running']);
  const isLeft = and(eq(bulkItems.state, 'waiting'), eq(bulkItems.enqueued, false), isReady);
  const tasks = await db
    .select({
      id: bulkItems.taskId,
      itemId: bulkItems.id,
      notBefore: bulkItems.notBefore,
      position: bulkItems.position,
    })
    .from(bulkItems)
    .innerJoin(bulkJobs, eq(bulkJobs.id, bulkItems.jobId))
    .where(jobId === undefined ? isLeft : and(isLeft, eq(bulkItems.jobId, jobId)))
    .limit(1_000);
  const now = clock.now();
  await queue.add(tasks.map(({ notBefore, ...task }) => ({ ...task, delayMs: Math.max(0, notBefore - now) })));
  const taskIds = tasks.map((task) => task.id);
  if (taskIds.length > 0) await db.update(bulkItems).set({ enqueued: true }).where(inArray(bulkItems.taskId, taskIds));
  return tasks.length;
}
