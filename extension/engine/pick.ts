import type { Job } from '../../shared/job.ts';

export type Waiting = { job: Job; priority: number; allowedAt: number; paused: boolean };
export type Picked = { run: Job } | { nothingUntil: number | null };

const isDue = (job: Job): boolean => job.status === 'queued' || job.status === 'waiting' || job.status === 'unsettled';

/**
 * One job to run now, or when to look again. Pause beats all; what was begun goes before what was not (its form is open);
 * what may already have happened goes first of all, because nobody knows the truth until it is settled.
 */
export function pick(waiting: readonly Waiting[], now: number): Picked {
  const candidates = waiting.filter(({ job, paused }) => isDue(job) && !paused);
  const ready = candidates.filter(({ job, allowedAt }) => job.notBefore <= now && allowedAt <= now);
  const first = ready.toSorted(
    (a, b) => rank(a) - rank(b) || a.job.createdAt - b.job.createdAt || (a.job.id < b.job.id ? -1 : 1),
  )[0];
  if (first) return { run: first.job };
  const moments = candidates.map(({ job, allowedAt }) => Math.max(job.notBefore, allowedAt));
  return { nothingUntil: moments.length > 0 ? Math.min(...moments) : null };
}

function rank({ job, priority }: Waiting): number {
  if (job.status === 'unsettled') return 0;
  return 1 + priority * 2 + (job.status === 'waiting' ? 0 : 1);
}
