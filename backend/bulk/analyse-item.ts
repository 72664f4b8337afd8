import type { Analyser } from '../suggest/analyser.ts';
import { AnalysisError } from '../suggest/analyser.ts';
import { transact } from '../db/transact.ts';
import { bulkItems } from '../db/schema.ts';
import { eq } from 'drizzle-orm';
import type { BulkDeps } from './bulk-deps.ts';
import { enqueueWaiting } from './enqueue.ts';
import { claimRun, crashed, expired, failItem, isCurrent, releaseRun, settleRun } from './item-run.ts';
import type { Run, RunResult } from './item-run.ts';
import { lockJob, openItemStates } from './job-row.ts';
import type { TaskHandler } from './queue.ts';

export type WorkDeps = BulkDeps & {
  analyse: Analyser['analyse'];
  /** Called after a job ended and its photos were deleted. */
  reclaim(): Promise<void>;
  /** Milliseconds one run may take. */
  runLimit: number;
};

const lookAgainAfter = 2_000;

/** One task of the queue: run the item once, store the outcome, hand over the next try if there is one. */
export const analyseItem =
  (deps: WorkDeps): TaskHandler =>
  async (task, signal) => {
    const run = await claimRun(deps, task);
    if (run === null) return;
    const startedAt = deps.clock.now();
    const result = run.photos.length === 0 ? nothingToSee : await runOnce(deps, run, signal);
    if (result === null) return releaseRun(deps, run);
    const settled = await settleRun(deps, run, result);
    if (settled === 'waiting') await enqueueWaiting(deps, run.jobId);
    if (settled === 'job-done') await deps.reclaim();
    const code = result.is === 'failed' ? result.failure.code : settled;
    deps.logger.info({ jobId: run.jobId, itemId: run.itemId, code, ms: deps.clock.now() - startedAt }, 'item analysed');
  };

const nothingToSee: RunResult = { is: 'failed', failure: expired, retry: false, usage: null };

/** Null = this process is stopping. */
async function runOnce(deps: WorkDeps, run: Run, signal: AbortSignal): Promise<RunResult | null> {
  const over = new AbortController();
  const limit = AbortSignal.timeout(deps.runLimit);
  const stop = AbortSignal.any([signal, over.signal, limit]);
  const watching = watchForCancel(deps, run, over);
  try {
    const { suggestion, usage } = await deps.analyse(run.photos, run.options, stop);
    return { is: 'suggested', suggestion, usage };
  } catch (error) {
    if (signal.aborted) return null;
    return toFailed(deps, run, error, limit.aborted);
  } finally {
    over.abort();
    await watching;
  }
}

function toFailed(deps: WorkDeps, run: Run, error: unknown, isTooLate: boolean): RunResult {
  if (error instanceof AnalysisError) {
    return { is: 'failed', failure: error.failure, retry: error.retry, usage: error.usage };
  }
  const { jobId, itemId } = run;
  const name = error instanceof Error ? error.name : typeof error;
  if (!isTooLate) deps.logger.error({ jobId, itemId, error: name }, 'the analyser broke');
  const failure = isTooLate
    ? { code: 'analysis-timeout', message: 'The analysis took too long.' }
    : { code: 'analysis-failed', message: 'The analysis failed unexpectedly.' };
  return { is: 'failed', failure, retry: true, usage: null };
}

/** A cancelled job stops paying for answers nobody waits for. */
async function watchForCancel(deps: WorkDeps, run: Run, over: AbortController): Promise<void> {
  while (!over.signal.aborted) {
    await deps.changes.next(run.jobId, lookAgainAfter, over.signal);
    if (over.signal.aborted) return;
    if (!(await isCurrent(deps, run).catch(() => true))) over.abort();
  }
}

/** The queue gave a task up after too many crashes: the item says so instead of waiting for ever. */
export const giveUpItem =
  (deps: WorkDeps): TaskHandler =>
  async (task) => {
    const settled = await transact(deps.db, async (tx) => {
      const [item] = await tx.select().from(bulkItems).where(eq(bulkItems.id, task.itemId));
      if (!item || item.taskId !== task.id || !openItemStates.includes(item.state)) return null;
      await lockJob(tx, item.jobId);
      deps.changes.announce(item.jobId);
      return failItem(deps, tx, item, crashed);
    });
    if (settled === 'job-done') await deps.reclaim();
  };
