import type * as z from 'zod';

import type { Failure } from '../../shared/failure.ts';
import type { Job } from '../../shared/job.ts';
import type { Wall } from '../../shared/wall.ts';

/** What a step came to, sorted by who decides next (design.md §5). */
export type Outcome<S> =
  | {
      is: 'done';
      state: S;
      /** Step to go on with where those between have nothing to do; the following one otherwise. */
      next?: string;
      /** Milliseconds before it, instead of a person's pause. */
      after?: number;
      /** Pins the job to this member from now on. */ member?: string;
    }
  /** Go on with another step of the same flow, e.g. back to filling. */
  | { is: 'go-to'; step: string; state: S; why: string }
  /** Nothing happened yet; try the same step again in `after` ms. Bounded by the step's `tries`. */
  | { is: 'retry'; after: number; why: string; state?: S }
  | { is: 'needs-user'; failure: Failure; state?: S }
  | { is: 'blocked'; wall: Wall }
  | { is: 'failed'; failure: Failure };

export type SettleOutcome<S> = Outcome<S> | { is: 'not-done' };
export type CommitOutcome<S> = Outcome<S> | { is: 'unclear'; why: string; state?: S };

/** Where a step happens: the work tab, a tab of the seller's (the panel), or nowhere. */
export type Place =
  | { tab: 'work'; market: string; /** null = wherever it is on this market. */ path: string | null; fresh?: boolean }
  | { tab: 'seller'; tabId: number }
  | { tab: 'none' };

export interface StepContext {
  job: Job;
  leaseToken: string;
  /** The tab the engine brought to `at(state)`; -1 where the place is `none`. */
  tabId: number;
  now(): number;
  signal: AbortSignal;
}

type Common<S> = {
  name: string;
  at(state: S): Place;
  /** Longest this step may take, ms. */
  budget?: number;
  /** Attempts before a `retry` becomes `failed`. */
  tries?: number;
  /** It waits for the site alone and holds no form open: meanwhile others may begin in its lane. */
  yields?(state: S): boolean;
};

/** `look` reads the site, `prepare` may be repeated. */
export type Repeatable<S> = Common<S> & {
  effect: 'look' | 'prepare';
  /** It changes something at the site (hide a listing): noted before, and never within the pace of another write. */
  counts?: 'write';
  run(state: S, context: StepContext): Promise<Outcome<S>>;
};

/**
 * `commit` crosses the point of no return. After an attempt that may have happened `settle` is asked instead of `run`:
 * did it? Only its `not-done` leads to another attempt, from step `redo`.
 */
export type Commit<S> = Common<S> & {
  effect: 'commit';
  /** Against the ceiling of its flow, or only as one more write where a job commits twice (delete after relist). */
  counts?: 'ceiling' | 'write';
  redo: string;
  settleAt(state: S): Place;
  run(state: S, context: StepContext): Promise<CommitOutcome<S>>;
  settle(state: S, context: StepContext): Promise<SettleOutcome<S>>;
};

export type Step<S> = Repeatable<S> | Commit<S>;

/** The recipe of one kind of job. Every step may run again after a crash; see the effects for what that means. */
export interface Flow<I extends z.ZodType, S extends z.ZodType> {
  kind: string;
  input: I;
  state: S;
  start(input: z.infer<I>): z.infer<S>;
  steps(input: z.infer<I>): readonly Step<z.infer<S>>[];
  /** Lower runs first. */
  priority(input: z.infer<I>): number;
  /** What the job works in; only one begun job a lane. */
  lane(input: z.infer<I>): string;
  /** Name of the ceiling a commit of this job counts against, if any. */
  ceiling(input: z.infer<I>): string | null;
}

/** A flow with its types sealed, as the engine holds it: input and state are parsed on every run. */
export type SealedFlow = {
  kind: string;
  open(job: Job): { ok: true; opened: OpenedJob } | { ok: false; why: string };
  begin(input: unknown): { state: unknown; step: string; priority: number; lane: string; ceiling: string | null };
};

/** One job's current step, with its state already parsed and bound. */
export type OpenedJob = {
  effect: 'look' | 'prepare' | 'commit';
  /** What of the limits it is noted against; null = it writes nothing. */
  counts: 'ceiling' | 'write' | null;
  /** Step to go back to when a commit turns out not to have happened. */
  redo: string | null;
  budget: number;
  tries: number;
  place: Place;
  settlePlace: Place;
  next: string | null;
  isFirst: boolean;
  priority: number;
  lane: string;
  yields: boolean;
  ceiling: string | null;
  run(context: StepContext): Promise<CommitOutcome<unknown>>;
  settle(context: StepContext): Promise<SettleOutcome<unknown>>;
};

const DEFAULT_BUDGET = 60_000;
const DEFAULT_TRIES = 5;

/** Seals a flow's types behind parsing, so that the engine can hold flows of every kind in one list. */
export function sealFlow<I extends z.ZodType, S extends z.ZodType>(flow: Flow<I, S>): SealedFlow {
  return {
    kind: flow.kind,
    begin(input) {
      const parsed = flow.input.parse(input);
      const first = flow.steps(parsed)[0];
      if (!first) throw new Error(`Flow ${flow.kind} has no steps`);
      return { state: flow.start(parsed), step: first.name, ...turnOf(flow, parsed) };
    },
    open(job) {
      const input = flow.input.safeParse(job.input);
      const state = flow.state.safeParse(job.state);
      if (!input.success || !state.success) return { ok: false, why: 'The stored job does not fit this version.' };
      const steps = flow.steps(input.data);
      const index = steps.findIndex((step) => step.name === job.step);
      const step = steps[index];
      if (!step) return { ok: false, why: `Unknown step "${job.step}".` };
      const next = steps[index + 1]?.name ?? null;
      const meta = { next, isFirst: index === 0, ...turnOf(flow, input.data) };
      return { ok: true, opened: { ...bind(step, state.data), ...meta } };
    },
  };
}

const turnOf = <I extends z.ZodType, S extends z.ZodType>(flow: Flow<I, S>, input: z.infer<I>) => ({
  priority: flow.priority(input),
  lane: flow.lane(input),
  ceiling: flow.ceiling(input),
});

function bind<S>(step: Step<S>, state: S): Omit<OpenedJob, 'next' | 'isFirst' | 'priority' | 'lane' | 'ceiling'> {
  const commit = step.effect === 'commit' ? step : null;
  return {
    effect: step.effect,
    counts: step.counts ?? (commit ? 'ceiling' : null),
    redo: commit?.redo ?? null,
    budget: step.budget ?? DEFAULT_BUDGET,
    tries: step.tries ?? DEFAULT_TRIES,
    yields: step.yields?.(state) ?? false,
    place: step.at(state),
    settlePlace: commit ? commit.settleAt(state) : step.at(state),
    run: (context) => step.run(state, context),
    settle: async (context) => commit?.settle(state, context) ?? { is: 'not-done' },
  };
}
