import type { Job } from '../../shared/job.ts';
import type { SealedFlow } from './flow.ts';
import type { JobStore } from './store.ts';

/** Where wishes become jobs of one flow. */
export interface QueueDeps {
  store: JobStore;
  flow: SealedFlow;
  now(): number;
  newId(): string;
}

export type Wish = {
  id: string;
  market: string;
  /** null = whoever is signed in when it begins, pinned from then on. */
  memberId: string | null;
  input: unknown;
  draftId: string | null;
  listingKey: string | null;
  /** Not before this moment (Unix ms). */
  notBefore: number;
  /** Dropped when not begun by then; without it the wish waits for as long as it takes. */
  notAfter?: number;
  /** Rule that wishes it; without it a person did. */
  ruleId?: string;
};

/** The row of a wish at the first step of its flow. Throws when the input is not what the flow takes. */
export function newJob(flow: SealedFlow, { id, input, notBefore, notAfter, ruleId, ...about }: Wish, now: number): Job {
  const { state, step, priority, lane, ceiling } = flow.begin(input);
  const who = [about.market, about.memberId ?? '', ruleId === undefined ? 'hand' : 'rule'];
  return {
    id,
    ...about,
    kind: flow.kind,
    input,
    state,
    step,
    queue: [...who, flow.kind, priority, lane, ceiling ?? ''].join('|'),
    status: 'queued',
    attempts: 0,
    notBefore,
    notAfter: notAfter ?? null,
    ruleId: ruleId ?? null,
    leaseUntil: null,
    leaseToken: null,
    committedAt: null,
    failure: null,
    createdAt: now,
    updatedAt: now,
    doneAt: null,
  };
}
