import type { Analyser } from '../suggest/analyser.ts';
import { analyseItem, giveUpItem } from './analyse-item.ts';
import type { BulkDeps } from './bulk-deps.ts';
import { recoverOwnRuns, sweep } from './sweep.ts';
import type { Keeping } from './sweep.ts';

export type WorkOptions = {
  analyser: Analyser;
  /** Items analysed at once. */
  width: number;
  runLimit: number;
  keeping: Keeping;
  sweepEveryMs: number;
  /** True where no other process can be at work on the same database. */
  isAlone: boolean;
  reclaim(): Promise<void>;
};

/** Starts the working half of the backend: takes items from the queue, and sweeps. Resolves to what stops it. */
export async function startWork(deps: BulkDeps, options: WorkOptions): Promise<{ stop(): Promise<void> }> {
  if (options.isAlone) {
    const count = await recoverOwnRuns(deps);
    if (count > 0) deps.logger.info({ count }, 'runs cut off by the last stop are queued again');
  }
  const analyse = options.analyser.analyse.bind(options.analyser);
  const workDeps = { ...deps, analyse, reclaim: options.reclaim, runLimit: options.runLimit };
  let sweeping = sweepOnce(deps, options);
  await sweeping;
  await deps.queue.work(options.width, analyseItem(workDeps), giveUpItem(workDeps));
  const timer = setInterval(() => {
    sweeping = sweepOnce(deps, options);
  }, options.sweepEveryMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await sweeping;
    },
  };
}

/** A sweep that fails (database away) is tried again at its next time. */
async function sweepOnce(deps: BulkDeps, { keeping, reclaim }: WorkOptions): Promise<void> {
  try {
    const { freed } = await sweep(deps, keeping);
    if (freed) await reclaim();
  } catch (error) {
    deps.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'sweep failed');
  }
}
