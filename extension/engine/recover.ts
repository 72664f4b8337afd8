import type { Job } from '../../shared/job.ts';
import type { SealedFlow } from './flow.ts';
import type { JobStore } from './store.ts';

/** A running job is dead when its lease ran out or when another life of the worker held it: only one lives at a time. */
export const isDead = (job: Job, instance: string, now: number): boolean =>
  job.status === 'running' && ((job.leaseUntil ?? 0) <= now || !(job.leaseToken ?? '').startsWith(`${instance}:`));

/** Puts jobs a dead worker left behind back in order: a commit may have happened, everything else may run again. */
export async function recover(
  store: JobStore,
  flows: readonly SealedFlow[],
  instance: string,
  now: number,
): Promise<void> {
  for (const job of (await store.running()).filter((candidate) => isDead(candidate, instance, now))) {
    const status = afterDeath(job, flows);
    await store.move(
      job.id,
      job.leaseToken,
      { status, leaseToken: null, leaseUntil: null, attempts: job.attempts + 1, notBefore: now },
      [{ event: 'recovered', detail: status }],
    );
  }
}

/** The careful guess: what may have been a commit is settled, a job of no known shape too. */
export function afterDeath(job: Job, flows: readonly SealedFlow[]): 'queued' | 'waiting' | 'unsettled' {
  const opened = flows.find((flow) => flow.kind === job.kind)?.open(job);
  if (!opened?.ok || opened.opened.effect === 'commit') return 'unsettled';
  return opened.opened.isFirst ? 'queued' : 'waiting';
}
