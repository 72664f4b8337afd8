import type { Job } from '../../shared/job.ts';
import type { SealedFlow } from './flow.ts';

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
};

/** The row of a wish at the first step of its flow. Throws when the input is not what the flow takes. */
export const newJob = (flow: SealedFlow, { id, input, notBefore, ...about }: Wish, now: number): Job => ({
  id,
  ...about,
  kind: flow.kind,
  input,
  ...flow.begin(input),
  status: 'queued',
  attempts: 0,
  notBefore,
  leaseUntil: null,
  leaseToken: null,
  committedAt: null,
  failure: null,
  createdAt: now,
  updatedAt: now,
  doneAt: null,
});
