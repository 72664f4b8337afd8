import type { Failure } from '../../shared/failure.ts';
import type { Job } from '../../shared/job.ts';
import type { Wall } from '../../shared/wall.ts';
import type { CommitOutcome, OpenedJob, SettleOutcome } from './flow.ts';
import { countNotes } from './count-notes.ts';
import type { JobChange, Note } from './store.ts';

/** What came of a step; `held` = it was called back before it began, `offline` = the site could not be asked. */
export type StepOutcome =
  | CommitOutcome<unknown>
  | SettleOutcome<unknown>
  | { is: 'held' }
  | { is: 'offline'; why: string };

export type Verdict = { change: JobChange; notes: Note[]; wall: Wall | null };

const free = { leaseToken: null, leaseUntil: null } as const;

/** What an outcome makes of a job: pure, so that every row of the table in design.md §5 is one test. */
export function verdict(
  job: Job,
  opened: OpenedJob,
  outcome: StepOutcome,
  now: number,
  /** When the next step may begin: a person pauses between two fields. */
  nextAt = now,
): Verdict {
  const { notes, ...rest } = judge(job, opened, outcome, now, nextAt);
  return {
    ...rest,
    notes: cameToNothing(job, opened, outcome) ? [...notes, ...countNotes(job, opened, 'refutes')] : notes,
  };
}

/** Whether it is known that the attempt noted before wrote nothing. */
function cameToNothing(job: Job, opened: OpenedJob, { is }: StepOutcome): boolean {
  if (job.status === 'unsettled') return is === 'not-done';
  return opened.counts !== null && (is === 'held' || is === 'retry' || is === 'go-to');
}

function judge(job: Job, opened: OpenedJob, outcome: StepOutcome, now: number, nextAt: number): Verdict {
  const base = {
    ...free,
    ...('state' in outcome && outcome.state !== undefined ? { state: outcome.state } : {}),
    ...('member' in outcome && outcome.member !== undefined ? { memberId: outcome.member } : {}),
  };
  switch (outcome.is) {
    case 'done':
      return stepped(
        outcome.next ?? opened.next,
        base,
        now,
        outcome.after === undefined ? nextAt : now + outcome.after,
      );
    case 'go-to':
      return again(job, opened, { ...base, step: outcome.step, notBefore: now }, 'went-back', outcome.why);
    case 'retry':
      return again(job, opened, { ...base, notBefore: now + outcome.after }, 'retry', outcome.why);
    case 'unclear':
      return to({ ...base, status: 'unsettled', notBefore: now, attempts: 0 }, 'unclear', outcome.why);
    case 'not-done':
      return to(
        { ...base, status: 'waiting', step: opened.redo ?? job.step, notBefore: now, attempts: job.attempts + 1 },
        'not-done',
      );
    case 'needs-user':
      return to({ ...base, status: 'needs-user', failure: outcome.failure }, 'needs-user', outcome.failure.code);
    case 'failed':
      return to({ ...base, status: 'failed', failure: outcome.failure, doneAt: now }, 'failed', outcome.failure.code);
    case 'held':
      return to({ ...base, status: resting(job, opened), notBefore: now }, 'held');
    case 'offline':
      return offline(job, opened, outcome.why, now);
    case 'blocked':
      return { ...blocked(job, opened, outcome.wall), wall: outcome.wall };
  }
}

/** The step is behind the job: on to the next one, or to its end. */
function stepped(next: string | null, base: JobChange, now: number, nextAt: number): Verdict {
  const fresh = { ...base, attempts: 0, failure: null };
  return next === null
    ? to({ ...fresh, status: 'done', doneAt: now }, 'done')
    : to({ ...fresh, status: 'waiting', step: next, notBefore: nextAt }, 'step-done');
}

const to = (change: JobChange, event: string, detail = ''): Verdict => ({
  change,
  notes: [{ event, detail }],
  wall: null,
});

/** What a job is between two steps. */
function resting(job: Job, opened: OpenedJob): 'queued' | 'waiting' | 'unsettled' {
  if (job.status === 'unsettled') return 'unsettled';
  return opened.isFirst ? 'queued' : 'waiting';
}

/** The step is kept; a commit that met a wall may have happened. */
function blocked(job: Job, opened: OpenedJob, wall: Wall): Verdict {
  const status = opened.effect === 'commit' ? 'unsettled' : resting(job, opened);
  return to({ ...free, status, failure: { code: `wall-${wall.kind}`, message: wall.evidence } }, 'blocked', wall.kind);
}

/** The first look comes soon, in case it was a moment; then a line that is down costs little. */
const SOON = 3_000;
const LATER = 30_000;

/** Nobody's fault and nobody's to mend: the same step again once the line is back, however long that takes. */
function offline(job: Job, opened: OpenedJob, why: string, now: number): Verdict {
  const failure: Failure = { code: 'offline', message: why };
  const notBefore = now + (job.failure?.code === 'offline' ? LATER : SOON);
  return to({ ...free, status: resting(job, opened), notBefore, failure }, 'offline');
}

/** Attempts at learning the truth before the seller is asked for it. */
const SETTLE_TRIES = 40;

function again(job: Job, opened: OpenedJob, change: JobChange, event: string, why: string): Verdict {
  const attempts = job.attempts + 1;
  const settling = job.status === 'unsettled';
  if (attempts < (settling ? SETTLE_TRIES : opened.tries)) {
    return to({ ...change, status: settling ? 'unsettled' : 'waiting', attempts }, event, why);
  }
  const failure: Failure = { code: settling ? 'unsettled' : 'keeps-failing', message: why };
  return to({ ...change, status: 'needs-user', attempts: 0, failure }, 'needs-user', why);
}
