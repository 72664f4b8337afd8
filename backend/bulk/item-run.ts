import { and, eq, inArray, sql } from 'drizzle-orm';

import type { AnalyzeOptions } from '../../shared/bulk.ts';
import type { AnalysisFailureCode } from '../../shared/backend-failures.ts';
import { suggestion as suggestionSchema } from '../../shared/suggestion.ts';
import type { Suggestion } from '../../shared/suggestion.ts';
import { bulkDrafts, bulkItems, bulkPhotos, bulkUsage } from '../db/schema.ts';
import { transact } from '../db/transact.ts';
import type { Transaction } from '../db/transact.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ItemPhoto, Usage } from '../suggest/analyser.ts';
import type { BulkDeps } from './bulk-deps.ts';
import { dropPhotos, itemsOf, lockJob, openItemStates, touchJob } from './job-row.ts';
import type { ItemRow, JobRow } from './job-row.ts';
import { mostTries, nextTry } from './retry-policy.ts';

export type Run = {
  jobId: string;
  itemId: string;
  claim: string;
  /** Which run of the item this is: what it used is booked under it, once. */
  number: number;
  options: AnalyzeOptions;
  /** All of the item's photos, or none when one is gone. */
  photos: ItemPhoto[];
};
export type RunResult =
  | { is: 'suggested'; suggestion: Suggestion; usage: Usage }
  | { is: 'failed'; failure: Failure; retry: boolean; usage: Usage | null };

/** What settling did: `dropped` = the run had been overtaken (cancelled, or taken over) and changed nothing. */
export type Settled = 'dropped' | 'waiting' | 'job-goes-on' | 'job-done';

const failed = (code: AnalysisFailureCode, message: string): Failure => ({ code, message });
export const crashed = failed('analysis-failed', 'The analysis stopped several times without an answer.');
export const expired = failed('photos-expired', 'The photos are no longer here. Send them again.');

/** Takes the item for this task, or null when there is nothing (more) to do: done, cancelled, or another task's. */
export async function claimRun(deps: BulkDeps, task: { id: string; itemId: string }): Promise<Run | null> {
  const claim = deps.random.uuid();
  const claimed = await transact(deps.db, async (tx) => {
    const [item, job] = await lockItem(tx, task.itemId);
    if (!item || !job || item.taskId !== task.id || !openItemStates.includes(item.state)) return null;
    if (job.state !== 'queued' && job.state !== 'running') return null;
    if (item.attempts >= mostTries) {
      await failItem(deps, tx, item, crashed);
      return null;
    }
    const now = deps.clock.now();
    const counts = { attempts: item.attempts + 1, runs: item.runs + 1 };
    await tx
      .update(bulkItems)
      .set({ ...counts, state: 'running', claim, failure: null, updatedAt: now })
      .where(eq(bulkItems.id, item.id));
    await touchJob(tx, job.id, now, { state: 'running' });
    return { item, job };
  });
  if (claimed === null) return null;
  const { item, job } = claimed;
  deps.changes.announce(job.id);
  const photos = await loadPhotos(deps, item);
  return { jobId: job.id, itemId: item.id, claim, number: item.runs + 1, options: job.options, photos };
}

async function lockItem(tx: Transaction, itemId: string): Promise<[ItemRow | undefined, JobRow | undefined]> {
  const [owner] = await tx.select({ jobId: bulkItems.jobId }).from(bulkItems).where(eq(bulkItems.id, itemId));
  const job = owner && (await lockJob(tx, owner.jobId));
  const [item] = await tx.select().from(bulkItems).where(eq(bulkItems.id, itemId));
  return [item, job];
}

async function loadPhotos({ db }: BulkDeps, item: ItemRow): Promise<ItemPhoto[]> {
  const rows = await db
    .select({ hash: bulkPhotos.hash, bytes: bulkPhotos.bytes })
    .from(bulkPhotos)
    .where(and(eq(bulkPhotos.jobId, item.jobId), inArray(bulkPhotos.hash, item.photos)));
  const photos = item.photos.flatMap((hash) => rows.filter((row) => row.hash === hash));
  return photos.length === item.photos.length ? photos : [];
}

/** Is this run still the one that counts? Asked while it lasts, to stop it early. */
export async function isCurrent({ db }: BulkDeps, run: Run): Promise<boolean> {
  const [item] = await db
    .select({ claim: bulkItems.claim, state: bulkItems.state })
    .from(bulkItems)
    .where(eq(bulkItems.id, run.itemId));
  return item?.claim === run.claim && item.state === 'running';
}

/** Stores what a run came to: usage, draft, state of item and job, all in one transaction, all at most once. */
export async function settleRun(deps: BulkDeps, run: Run, result: RunResult): Promise<Settled> {
  const settled = await transact(deps.db, async (tx): Promise<Settled> => {
    const [item, job] = await lockItem(tx, run.itemId);
    if (!item || !job) return 'dropped';
    await recordUsage(tx, run, result.usage);
    if (item.claim !== run.claim || item.state !== 'running') {
      await touchJob(tx, job.id, deps.clock.now());
      return 'dropped';
    }
    if (result.is === 'suggested') return finishItem(deps, tx, job, item, result.suggestion);
    const delay = result.retry ? nextTry(item.attempts, result.failure, deps.random.fraction()) : null;
    if (delay === null) return failItem(deps, tx, item, result.failure);
    return postponeItem(deps, tx, item, result.failure, delay);
  });
  deps.changes.announce(run.jobId);
  return settled;
}

/** This process is stopping: the item goes back as if it had not been taken, for the next one to take. */
export async function releaseRun({ db, clock, random }: BulkDeps, run: Run): Promise<void> {
  const fresh = { state: 'waiting' as const, claim: null, taskId: random.uuid(), enqueued: false };
  await db
    .update(bulkItems)
    .set({ ...fresh, attempts: sql`${bulkItems.attempts} - 1`, notBefore: clock.now() })
    .where(and(eq(bulkItems.id, run.itemId), eq(bulkItems.claim, run.claim), eq(bulkItems.state, 'running')));
}

async function recordUsage(tx: Transaction, run: Run, usage: Usage | null): Promise<void> {
  if (usage === null) return;
  await tx
    .insert(bulkUsage)
    .values({ itemId: run.itemId, run: run.number, jobId: run.jobId, ...usage })
    .onConflictDoNothing();
}

async function finishItem(
  deps: BulkDeps,
  tx: Transaction,
  job: JobRow,
  item: ItemRow,
  answer: Suggestion,
): Promise<Settled> {
  const now = deps.clock.now();
  await tx
    .insert(bulkDrafts)
    .values({
      id: deps.random.uuid(),
      ownerId: job.ownerId,
      jobId: job.id,
      itemId: item.id,
      itemKey: item.key,
      photos: item.photos,
      suggestion: suggestionSchema.parse(answer),
      edits: {},
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing();
  return closeItem(deps, tx, item, { state: 'done', failure: null });
}

export const failItem = (deps: BulkDeps, tx: Transaction, item: ItemRow, failure: Failure): Promise<Settled> =>
  closeItem(deps, tx, item, { state: 'failed', failure });

async function postponeItem(
  deps: BulkDeps,
  tx: Transaction,
  item: ItemRow,
  why: Failure,
  delay: number,
): Promise<Settled> {
  const now = deps.clock.now();
  const failure: Failure = { ...why, retryAfter: delay };
  const next = { state: 'waiting' as const, taskId: deps.random.uuid(), enqueued: false, notBefore: now + delay };
  await tx
    .update(bulkItems)
    .set({ ...next, failure, claim: null, updatedAt: now })
    .where(eq(bulkItems.id, item.id));
  await touchJob(tx, item.jobId, now);
  return 'waiting';
}

type Closing = Pick<ItemRow, 'state' | 'failure'>;

/** The last item closed ends the job, and with it the photos. */
async function closeItem(deps: BulkDeps, tx: Transaction, item: ItemRow, closing: Closing): Promise<Settled> {
  const now = deps.clock.now();
  await tx
    .update(bulkItems)
    .set({ ...closing, claim: null, updatedAt: now })
    .where(eq(bulkItems.id, item.id));
  const isOver = !(await itemsOf(tx, item.jobId)).some((other) => openItemStates.includes(other.state));
  if (isOver) await dropPhotos(tx, item.jobId);
  await touchJob(tx, item.jobId, now, isOver ? { state: 'done' } : {});
  return isOver ? 'job-done' : 'job-goes-on';
}
