import type { Entry } from './job-entry.ts';

export type ResumePlan = {
  /** Would start at once, in this order. */
  now: readonly Entry[];
  /** Would go on at their time. */
  later: readonly Entry[];
  /** Would stay where they are: their account is paused, or they wait for the seller. */
  not: readonly Entry[];
};

/** What pressing Resume would set going, from entries seen as if the red button were not pressed. */
export function resumePlan(entries: readonly Entry[]): ResumePlan {
  const of = (...standings: Entry['standing'][]): Entry[] =>
    entries
      .filter((entry) => standings.includes(entry.standing))
      .toSorted((a, b) => a.job.notBefore - b.job.notBefore || a.job.createdAt - b.job.createdAt);
  return { now: of('running', 'checking', 'next'), later: of('later'), not: of('paused', 'needs-you') };
}
