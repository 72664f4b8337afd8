import * as z from 'zod';

import { failure } from './failure.ts';

export const jobStatus = z.enum([
  'queued',
  'running',
  'waiting',
  'unsettled',
  'needs-user',
  'done',
  'failed',
  'stopped',
]);

/** One wish, stored (design.md §5). `input` and `state` are parsed by the flow that owns `kind`. Times are Unix ms. */
export const job = z.strictObject({
  id: z.string(),
  /** Vinted member the job belongs to; null until the first probe pins it. */
  memberId: z.nullable(z.string()),
  market: z.string(),
  kind: z.string(),
  input: z.unknown(),
  state: z.unknown(),
  /** Name of the step to run next. */
  step: z.string(),
  status: jobStatus,
  attempts: z.int().min(0),
  notBefore: z.int(),
  /** Not begun by then, it is dropped: a wish of a rule that slept past its window. null = whenever. */
  notAfter: z.nullable(z.int()),
  /** Rule that wished it; null = a person pressed a button. Hours, days and breaks bind rules only. */
  ruleId: z.nullable(z.string()),
  /** Jobs of one queue wait for the same things (account, ceiling, lane …), so that only its head is looked at. */
  queue: z.string(),
  leaseUntil: z.nullable(z.int()),
  /** Fencing token: a result that carries another one is refused. */
  leaseToken: z.nullable(z.string()),
  /** When a commit was last attempted (written before the click); the settle window counts from here. */
  committedAt: z.nullable(z.int()),
  draftId: z.nullable(z.string()),
  /** `market:vintedId` of the listing it is about; one unfinished job a listing. */
  listingKey: z.nullable(z.string()),
  failure: z.nullable(failure),
  createdAt: z.int(),
  updatedAt: z.int(),
  doneAt: z.nullable(z.int()),
});
export type Job = z.infer<typeof job>;

/** One line per transition; `hash` chains over the previous line, so a seller can show what was and was not done. */
export const journalEntry = z.strictObject({
  seq: z.int().positive(),
  at: z.int(),
  jobId: z.string(),
  kind: z.string(),
  step: z.string(),
  event: z.string(),
  detail: z.string().max(500),
  previous: z.string(),
  hash: z.string(),
});
export type JournalEntry = z.infer<typeof journalEntry>;
