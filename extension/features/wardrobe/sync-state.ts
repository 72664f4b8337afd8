import * as z from 'zod';

export const syncInput = z.strictObject({
  market: z.string(),
  /** `seller` asked for it, or the daily clock did. */
  by: z.enum(['seller', 'clock']),
});
export type SyncInput = z.infer<typeof syncInput>;

/** How far a look at a wardrobe is. What was read lies in `Wardrobe.reads`: a job stays small. */
export const syncState = z.strictObject({
  input: syncInput,
  memberId: z.nullable(z.string()),
  startedAt: z.int(),
  pass: z.int().min(1),
  requests: z.int().min(0),
});
export type SyncState = z.infer<typeof syncState>;

export const startOfSync = (input: SyncInput): SyncState => ({
  input,
  memberId: null,
  startedAt: 0,
  pass: 1,
  requests: 0,
});
