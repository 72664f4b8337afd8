import type { Job } from '../../shared/job.ts';
import type { Wall } from '../../shared/wall.ts';
import { allowedAt, countedEvent, isCeilingName } from './ceilings.ts';
import type { CommitOutcome, OpenedJob, Place, SealedFlow, SettleOutcome, StepContext } from './flow.ts';
import { accountKey, isHeld, type AccountBook } from './pause.ts';
import { pick, type Waiting } from './pick.ts';
import { recover } from './recover.ts';
import type { JobStore } from './store.ts';
import { verdict } from './verdict.ts';

export interface EngineDeps {
  store: JobStore;
  accounts: AccountBook;
  flows: readonly SealedFlow[];
  /** Brings the right tab to a place and waits until its content script answers. Throws when it cannot. */
  bring(place: Place, signal: AbortSignal): Promise<number>;
  now(): number;
  newId(): string;
  sleep(ms: number): Promise<void>;
  /** The red button's state, read from storage each time: it survives any restart. */
  isStopped(): Promise<boolean>;
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

const DAY = 24 * 60 * 60 * 1000;
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
    effect: string;
    tabId: number;
    abort: AbortController;
  } | null = null;
  const stopAsked = new Set<string>();

  async function tick(): Promise<void> {
    again = true;
    active ??= loop().finally(() => {
      active = null;
    });
    return active;
  }

  async function loop(): Promise<void> {
    await recover(deps.store, deps.flows, instance, deps.now());
    while (again) {
      again = false;
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

  async function satOut(until: number | null): Promise<boolean> {
    if (until === null || until - deps.now() > SHORT_WAIT) return false;
    await deps.sleep(Math.max(0, until - deps.now()));
    return true;
  }

  async function choose(): Promise<{ run: Job } | { nothingUntil: number | null }> {
    if (await deps.isStopped()) return { nothingUntil: null };
    const { jobs } = await deps.store.unfinished();
    const paused = await deps.accounts.paused();
    const waiting: Waiting[] = [];
    for (const job of jobs) {
      const opened = deps.flows.find((flow) => flow.kind === job.kind)?.open(job);
      if (!opened?.ok) {
        await giveToUser(job, opened?.why ?? `Nothing here knows "${job.kind}".`);
        continue;
      }
      const allowed = await whenAllowed(job, opened.opened);
      waiting.push({
        job,
        priority: opened.opened.priority,
        allowedAt: allowed,
        paused: isHeld(job, paused),
        lane: opened.opened.lane,
        begun: job.status !== 'queued' || !opened.opened.isFirst,
      });
    }
    return pick(waiting, deps.now());
  }

  async function giveToUser(job: Job, why: string): Promise<void> {
    if (job.status === 'needs-user') return;
    const failure = { code: 'review', message: why };
    await deps.store.move(job.id, job.leaseToken, { status: 'needs-user', failure }, [
      { event: 'needs-user', detail: why },
    ]);
  }

  async function whenAllowed(job: Job, opened: OpenedJob): Promise<number> {
    const { ceiling } = opened;
    const asks = opened.isFirst || opened.effect === 'commit';
    if (!asks || job.status === 'unsettled' || !isCeilingName(ceiling) || !(await deps.ceilingsHold())) return 0;
    const event = countedEvent(ceiling, accountKey(job.market, job.memberId ?? ''));
    return allowedAt(ceiling, await deps.store.countedSince(event, deps.now() - DAY), deps.now());
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
    const notes = [{ event: settling ? 'settling' : 'started', detail: '' }];
    if (opened.effect === 'commit' && !settling && isCeilingName(opened.ceiling)) {
      notes.push({
        event: countedEvent(opened.ceiling, accountKey(job.market, job.memberId ?? '')),
        detail: '',
      });
    }
    const leaseUntil = deps.now() + opened.budget + DOORBELL;
    const attempted = opened.effect === 'commit' && !settling ? { committedAt: deps.now() } : {};
    return deps.store.move(job.id, job.leaseToken, { status: 'running', leaseToken, leaseUntil, ...attempted }, notes);
  }

  async function attempt(job: Job, opened: OpenedJob, leaseToken: string, settling: boolean) {
    const abort = new AbortController();
    running = { jobId: job.id, leaseToken, effect: opened.effect, tabId: -1, abort };
    let begun = false;
    try {
      const tabId = await deps.bring(settling ? opened.settlePlace : opened.place, abort.signal);
      running.tabId = tabId;
      if (abort.signal.aborted) throw new Error('stopped');
      const context: StepContext = { job, leaseToken, tabId, now: deps.now, signal: abort.signal };
      begun = true;
      const work: Promise<CommitOutcome<unknown> | SettleOutcome<unknown>> = settling
        ? opened.settle(context)
        : opened.run(context);
      return await withBudget(work, opened.budget, abort);
    } catch (error) {
      return afterThrow(error, begun && opened.effect === 'commit' && !settling, job.attempts);
    } finally {
      running = null;
    }
  }

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
    if (tabId >= 0) await deps.tellPageToStop(tabId).catch(() => {});
    abort.abort();
  }

  async function conclude(
    job: Job,
    opened: OpenedJob,
    leaseToken: string,
    outcome: CommitOutcome<unknown> | SettleOutcome<unknown>,
  ): Promise<void> {
    const { change, notes, wall } = verdict(job, opened, outcome, deps.now(), deps.now() + (await deps.pause()));
    const stopNow = stopAsked.delete(job.id) && opened.effect !== 'commit' && change.status !== 'done';
    const final = stopNow
      ? {
          ...change,
          status: 'stopped' as const,
          doneAt: deps.now(),
          leaseToken: null,
          leaseUntil: null,
        }
      : change;
    const moved = await deps.store.move(
      job.id,
      leaseToken,
      final,
      stopNow ? [{ event: 'stopped', detail: '' }] : notes,
    );
    if (!moved) return;
    if (wall) await hitWall(moved, wall);
    deps.changed(moved);
    if (moved.doneAt !== null) await deps.over(moved);
  }

  async function hitWall(job: Job, wall: Wall): Promise<void> {
    await deps.accounts.pause(job.market, job.memberId, wall);
    deps.met(wall, job);
  }

  /** The red button: aborts the step in flight (a commit finishes its own gesture) and holds everything else. */
  async function interrupt(): Promise<void> {
    if (running?.effect !== 'commit') await quietPage();
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
    if (moved) {
      deps.changed(moved);
      await deps.over(moved);
    }
  }

  /** By hand, after `needs-user`: run the step again. A commit is settled first, never blindly repeated. */
  async function retryJob(jobId: string): Promise<void> {
    const job = await deps.store.find(jobId);
    if (job?.status !== 'needs-user') return;
    const opened = deps.flows.find((flow) => flow.kind === job.kind)?.open(job);
    const isCommit = opened?.ok === true && opened.opened.effect === 'commit';
    // The seller may have pressed the button a moment ago: the settle window starts anew.
    const settling = { status: 'unsettled', committedAt: deps.now() } as const;
    const change = {
      ...(isCommit ? settling : { status: 'queued' as const }),
      attempts: 0,
      notBefore: deps.now(),
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

function afterThrow(error: unknown, mayHaveHappened: boolean, attempts: number): CommitOutcome<unknown> {
  const why = error instanceof Error ? error.message : String(error);
  if (mayHaveHappened) return { is: 'unclear', why };
  return { is: 'retry', after: Math.min(60_000, 1_000 * 2 ** attempts), why };
}
