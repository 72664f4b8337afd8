import type { Job } from '../../shared/job.ts';

export type Waiting = {
  job: Job;
  priority: number;
  allowedAt: number;
  paused: boolean;
  /** What the job works in: jobs of one lane share a tab, and only one of them may have begun. */
  lane: string;
  /** Its form is open, or it may have happened already. */
  begun: boolean;
};
export type Picked = { run: Job } | { nothingUntil: number | null };

const isDue = (job: Job): boolean => job.status === 'queued' || job.status === 'waiting' || job.status === 'unsettled';

/**
 * One job to run now, or when to look again. Pause beats all; what was begun goes before what was not (its form is open);
 * what may already have happened goes first of all, because nobody knows the truth until it is settled.
 */
export function pick(waiting: readonly Waiting[], now: number): Picked {
  const candidates = oneALane(waiting.filter(({ job, paused }) => isDue(job) && !paused));
  const ready = candidates.filter(({ job, allowedAt }) => job.notBefore <= now && allowedAt <= now);
  const first = ready.toSorted(byTurn)[0];
  if (first) return { run: first.job };
  const next = Math.min(...candidates.map(({ job, allowedAt }) => Math.max(job.notBefore, allowedAt)));
  return { nothingUntil: Number.isFinite(next) ? next : null };
}

const byTurn = (a: Waiting, b: Waiting): number =>
  rank(a) - rank(b) || a.job.createdAt - b.job.createdAt || (a.job.id < b.job.id ? -1 : 1);

/** While a begun job waits, nothing else may touch its tab: it is the only candidate of its lane. */
function oneALane(candidates: readonly Waiting[]): Waiting[] {
  const holders = new Map<string, Waiting>();
  for (const begun of candidates.filter((candidate) => candidate.begun).toSorted(byTurn)) {
    if (!holders.has(begun.lane)) holders.set(begun.lane, begun);
  }
  return candidates.filter((candidate) => (holders.get(candidate.lane) ?? candidate) === candidate);
}

function rank({ job, priority }: Waiting): number {
  if (job.status === 'unsettled') return 0;
  return 1 + priority * 2 + (job.status === 'waiting' ? 0 : 1);
}
