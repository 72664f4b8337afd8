import type { BulkJob } from '../../shared/bulk.ts';
import { isPassing } from './backend-error.ts';
import type { Backend } from './backend.ts';

export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

const mostFailures = 6;
export const hasEnded = (job: BulkJob): boolean => job.state === 'done' || job.state === 'cancelled';

/** A job until it ends: by events, and where those do not get through (proxies, cut lines) by asking now and then. */
export async function* followJob(
  backend: Backend,
  id: string,
  wait: Wait,
  signal: AbortSignal,
): AsyncGenerator<BulkJob> {
  let failures = 0;
  while (failures < mostFailures) {
    try {
      for await (const job of backend.events(id, signal)) {
        failures = 0;
        yield job;
        if (hasEnded(job)) return;
      }
    } catch (error) {
      if (signal.aborted || !isPassing(error)) throw error;
    }
    await wait(Math.min(1_000 * 2 ** failures, 20_000), signal);
    const job = await backend.job(id, signal).catch((error: unknown) => {
      if (signal.aborted || !isPassing(error) || failures + 1 >= mostFailures) throw error;
      return null;
    });
    failures = job ? 0 : failures + 1;
    if (job) yield job;
    if (job && hasEnded(job)) return;
  }
}
