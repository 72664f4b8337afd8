import type { Job } from '../../shared/job.ts';
import type { Wall } from '../../shared/wall.ts';
import { chooser } from './choose.ts';
import { countNotes } from './count-notes.ts';
import type { CommitOutcome, OpenedJob, Place, SealedFlow, StepContext } from './flow.ts';
import { isHeld, type AccountBook } from './pause.ts';
import type { PaceBook } from './paces.ts';
import { recover } from './recover.ts';
import type { JobStore } from './store.ts';
import { verdict, type StepOutcome } from './verdict.ts';

export interface EngineDeps {
  store: JobStore;
  accounts: Pick<AccountBook, 'pause' | 'paused'>;
  paces: Pick<PaceBook, 'of'>;
  flows: readonly SealedFlow[];
  /** Brings the right tab to a place and waits until its content script answers. Throws when it cannot. */
  bring(place: Place, signal: AbortSignal): Promise<number>;
  now(): number;
  newId(): string;
  sleep(ms: number): Promise<void>;
  /** The red button's state, read from storage each time: it survives any restart. */
  isStopped(): Promise<boolean>;
  /** Whether a step failed because nobody could be reached. */
  isOffline(error: unknown): boolean;
  /** False only in the try-out (docs/decisions.md). */
  ceilingsHold(): Promise<boolean>;
  /** A person's pause between two steps, ms. */
  pause(): Promise<number>;
  /** Rings the doorbell at this moment; null = nothing to wait for. */
  arm(at: number | null): Promise<void>;
  changed(job: Job): void;
  over(job: Job): Promise<void>;
  tellPageToStop(tabId: number): Promise<void>;
  met(wall: Wall, job: Job): void;
}

const DOORBELL = 30_000;
/** Waits shorter than this are sat out by the living worker; the alarm stands behind it in case it dies. */
const SHORT_WAIT = 20_000;

/** The engine: picks a due job, runs one step, stores the outcome, sets the alarm (design.md §5). */
export function createEngine(deps: EngineDeps) {
  const instance = deps.newId().slice(0, 8);
  let active: Promise<void> | null = null;
  let again = false;
  let running: {
    jobId: string;
    leaseToken: string;
    /** From here on a commit may have happened: it is let finish its gesture. */
    committing: boolean;
    tabId: number;
    abort: AbortController;
  } | null = null;
  const stopAsked = new Set<string>();
  const choose = chooser(deps);

  async function tick(): Promise<void> {
    again = true;
    active ??= loop().finally(() => {
      active = null;
    });
    return active;
  }

  async function loop(): Promise<void> {
    await deps.store.noticeClock();
    await recover(deps.store, deps.flows, instance, deps.now());
    while (again) {
      again = false;
      await dropMissed();
      const next = await choose();
      if ('run' in next) {
        await deps.arm(deps.now() + DOORBELL);
        await runStep(next.run);
        again = true;
      } else {
        await deps.arm(next.nothingUntil);
        again = again || (await satOut(next.nothingUntil));
      }
    }
  }

  async function dropMissed(): Promise<void> {
    for (let late = await deps.store.dropMissed(); late.length > 0; late = await deps.store.dropMissed()) {
      for (const job of late) await ended(job);
    }
  }

  async function satOut(until: number | null): Promise<boolean> {
    if (until === null || until - deps.now() > SHORT_WAIT) return false;
    await deps.sleep(Math.max(0, until - deps.now()));
    return true;
  }

  async function runStep(job: Job): Promise<void> {
    const opened = deps.flows.find((flow) => flow.kind === job.kind)?.open(job);
    if (!opened?.ok) return;
    const leaseToken = `${instance}:${deps.newId()}`;
    const settling = job.status === 'unsettled';
    const leased = await lease(job, opened.opened, leaseToken, settling);
    if (!leased) return;
    deps.changed(leased);
    const outcome = await attempt(leased, opened.opened, leaseToken, settling);
    await conclude(job, opened.opened, leaseToken, outcome);
  }

  /** Written before the step does anything: who runs what, until when, and for a commit that it counts. */
  async function lease(job: Job, opened: OpenedJob, leaseToken: string, settling: boolean): Promise<Job | undefined> {
    const started = [{ event: settling ? 'settling' : 'started', detail: '' }];
    const notes = settling ? started : [...started, ...countNotes(job, opened, 'counts')];
    const leaseUntil = deps.now() + opened.budget + DOORBELL;
    const attempted = opened.effect === 'commit' && !settling ? { committedAt: deps.now() } : {};
    return deps.store.move(job.id, job.leaseToken, { status: 'running', leaseToken, leaseUntil, ...attempted }, notes);
  }

  async function attempt(job: Job, opened: OpenedJob, leaseToken: string, settling: boolean): Promise<StepOutcome> {
    const abort = new AbortController();
    running = { jobId: job.id, leaseToken, committing: false, tabId: -1, abort };
    const mine = running;
    let begun = false;
    try {
      mine.tabId = await deps.bring(settling ? opened.settlePlace : opened.place, abort.signal);
      // Asked once more with the step in sight of the red button: pressed from here on, it finds something to abort.
      if (abort.signal.aborted || (await mayNotRun(job))) return { is: 'held' };
      if (abort.signal.aborted) return { is: 'held' };
      begun = true;
      mine.committing = opened.effect === 'commit' && !settling;
      const context: StepContext = { job, leaseToken, tabId: mine.tabId, now: deps.now, signal: abort.signal };
      const work: Promise<StepOutcome> = settling ? opened.settle(context) : opened.run(context);
      return await withBudget(work, opened.budget, abort);
    } catch (error) {
      const mayHaveHappened = begun && opened.effect === 'commit' && !settling;
      if (abort.signal.aborted && !mayHaveHappened && !isTimeout(error)) return { is: 'held' };
      if (!mayHaveHappened && deps.isOffline(error)) return { is: 'offline', why: messageOf(error) };
      return afterThrow(error, mayHaveHappened, job.attempts);
    } finally {
      running = null;
    }
  }

  const mayNotRun = async (job: Job): Promise<boolean> =>
    (await deps.isStopped()) || isHeld(job, await deps.accounts.paused());

  async function withBudget<T>(work: Promise<T>, budget: number, abort: AbortController): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ended = new Promise<never>((_, reject) => {
      abort.signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
      timer = setTimeout(() => {
        reject(new Error('timed-out'));
        void quietPage();
      }, budget);
    });
    return Promise.race([work, ended]).finally(() => clearTimeout(timer));
  }

  /** Makes the page let go of a step nobody waits for any longer. */
  async function quietPage(): Promise<void> {
    if (!running) return;
    const { tabId, abort } = running;
    const told = tabId >= 0 ? deps.tellPageToStop(tabId).catch(() => {}) : undefined;
    abort.abort();
    await told;
  }

  async function conclude(job: Job, opened: OpenedJob, leaseToken: string, outcome: StepOutcome): Promise<void> {
    const { change, notes, wall } = verdict(job, opened, outcome, deps.now(), deps.now() + (await deps.pause()));
    const mayStop = opened.effect !== 'commit' || (outcome.is === 'held' && job.status !== 'unsettled');
    const stopNow = stopAsked.delete(job.id) && mayStop && change.status !== 'done';
    const stopped = { status: 'stopped', doneAt: deps.now(), leaseToken: null, leaseUntil: null } as const;
    const final = stopNow ? { ...change, ...stopped } : change;
    // The wall is stored first: dead in between, the account is paused for nothing rather than run for nothing.
    if (wall) await hitWall(job, wall);
    const [said, ...counts] = notes;
    const lines = [stopNow ? { event: 'stopped', detail: '' } : said, ...counts].filter((line) => line !== undefined);
    const moved = await deps.store.move(job.id, leaseToken, final, lines);
    if (!moved) return;
    if (moved.doneAt === null) deps.changed(moved);
    else await ended(moved);
  }

  async function ended(job: Job): Promise<void> {
    deps.changed(job);
    await deps.over(job);
  }

  async function hitWall(job: Job, wall: Wall): Promise<void> {
    await deps.accounts.pause(job.market, job.memberId, wall);
    deps.met(wall, job);
  }

  /** The red button: aborts the step in flight (a commit finishes its own gesture) and holds everything else. */
  async function interrupt(): Promise<void> {
    if (!running?.committing) await quietPage();
  }

  /** Stops one job for good. A commit in flight is let through and then settled. */
  async function stopJob(jobId: string): Promise<void> {
    if (running?.jobId === jobId) {
      stopAsked.add(jobId);
      return interrupt();
    }
    const job = await deps.store.find(jobId);
    if (!job || job.doneAt !== null || job.status === 'unsettled') return;
    const change = { status: 'stopped', doneAt: deps.now() } as const;
    const moved = await deps.store.move(jobId, job.leaseToken, change, [{ event: 'stopped', detail: '' }]);
    if (moved) await ended(moved);
  }

  /** By hand, after `needs-user`: run the step again. A commit is settled first, never blindly repeated. */
  async function retryJob(jobId: string): Promise<void> {
    const job = await deps.store.find(jobId);
    if (job?.status !== 'needs-user') return;
    const opened = deps.flows.find((flow) => flow.kind === job.kind)?.open(job);
    if (!opened?.ok) return;
    const { effect, isFirst } = opened.opened;
    // The seller may have pressed the button a moment ago: the settle window starts anew.
    const settling = { status: 'unsettled', committedAt: deps.now() } as const;
    const change = {
      ...(effect === 'commit' ? settling : { status: isFirst ? ('queued' as const) : ('waiting' as const) }),
      attempts: 0,
      notBefore: deps.now(),
      notAfter: null,
      failure: null,
    };
    const moved = await deps.store.move(jobId, job.leaseToken, change, [{ event: 'retried', detail: 'by hand' }]);
    if (moved) deps.changed(moved);
    void tick();
  }

  return {
    tick,
    interrupt,
    stopJob,
    retryJob,
    /** The step in flight, for messages that must carry its token. */
    current: () => running && { jobId: running.jobId, leaseToken: running.leaseToken, tabId: running.tabId },
  };
}
export type Engine = ReturnType<typeof createEngine>;

const isTimeout = (error: unknown): boolean => error instanceof Error && error.message === 'timed-out';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function afterThrow(error: unknown, mayHaveHappened: boolean, attempts: number): CommitOutcome<unknown> {
  const why = messageOf(error);
  if (mayHaveHappened) return { is: 'unclear', why };
  return { is: 'retry', after: Math.min(60_000, 1_000 * 2 ** attempts), why };
}
