import { PgBoss } from 'pg-boss';
import type { ConstructorOptions } from 'pg-boss';
import * as z from 'zod';

import type { Logger } from '../deps.ts';

/** One task = one run of one item. Which item may run, and whether its result counts, is decided by the item's row. */
export type QueueTask = { id: string; itemId: string; delayMs: number; position: number };
export type TaskHandler = (task: { id: string; itemId: string }, signal: AbortSignal) => Promise<void>;

export type AnalysisQueue = {
  /** Adding a task twice is adding it once. */
  add(tasks: QueueTask[]): Promise<void>;
  drop(taskIds: string[]): Promise<void>;
  work(concurrency: number, run: TaskHandler, giveUp: TaskHandler): Promise<void>;
  close(): Promise<void>;
};

export type QueueTiming = {
  pollSeconds: number;
  heartbeatSeconds: number;
  runSeconds: number;
  superviseSeconds: number;
};
export const usualTiming: QueueTiming = { pollSeconds: 1, heartbeatSeconds: 20, runSeconds: 600, superviseSeconds: 10 };

const queueName = 'analyse-item';
const deadName = 'analyse-item-dead';
const payload = z.object({ itemId: z.uuid(), taskId: z.uuid() });

export async function openQueue(
  database: ConstructorOptions,
  logger: Logger,
  timing: QueueTiming = usualTiming,
): Promise<AnalysisQueue> {
  const boss = new PgBoss({
    ...database,
    schedule: false,
    superviseIntervalSeconds: timing.superviseSeconds,
    monitorIntervalSeconds: timing.superviseSeconds,
    monitorVacuum: false,
    reindex: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => logger.warn({ error: error.name }, 'queue trouble'));
  await boss.start();
  await createQueues(boss, timing);
  const stopping = new AbortController();
  const wake: (() => void)[] = [];
  return {
    add: async (tasks) => {
      if (tasks.length === 0) return;
      await boss.insert(queueName, tasks.map(asInsert));
      for (const worker of wake) worker();
    },
    drop: async (taskIds) => {
      if (taskIds.length > 0) await boss.cancel(queueName, taskIds);
    },
    work: async (concurrency, run, giveUp) => {
      const start = (name: string, handler: TaskHandler) => startWorker(boss, name, timing, stopping.signal, handler);
      for (let index = 0; index < concurrency; index += 1) wake.push(await start(queueName, run));
      await start(deadName, giveUp);
    },
    close: () => {
      stopping.abort();
      return boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

/** First items of everybody come before anybody's second: a big upload does not make small ones wait. */
const asInsert = (task: QueueTask) => ({
  id: task.id,
  data: { itemId: task.itemId, taskId: task.id },
  priority: -task.position,
  // Relative: the database's clock need not agree with ours.
  startAfter: Math.ceil(task.delayMs / 1_000),
});

/** What a queue retries by itself is only a crash: every expected failure is an outcome (retry-policy.ts). */
async function createQueues(boss: PgBoss, timing: QueueTiming): Promise<void> {
  const retention = { retentionSeconds: 2 * 86_400, deleteAfterSeconds: 86_400 };
  await boss.createQueue(deadName, {
    ...retention,
    retryLimit: 10,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
  });
  await boss.createQueue(queueName, {
    ...retention,
    deadLetter: deadName,
    retryLimit: 6,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    expireInSeconds: timing.runSeconds,
    heartbeatSeconds: timing.heartbeatSeconds,
  });
}

/** Returns the bell of the worker it started: pg-boss polls, and a rung worker looks again at once. */
async function startWorker(
  boss: PgBoss,
  name: string,
  timing: QueueTiming,
  stopping: AbortSignal,
  handler: TaskHandler,
): Promise<() => void> {
  let id: string | null = null;
  const ring = (): void => {
    if (id !== null) boss.notifyWorker(id);
  };
  id = await boss.work<object>(name, { pollingIntervalSeconds: timing.pollSeconds }, async (jobs) => {
    for (const job of jobs) {
      const { taskId, itemId } = payload.parse(job.data);
      await handler({ id: taskId, itemId }, AbortSignal.any([job.signal, stopping]));
    }
    ring();
  });
  return ring;
}
