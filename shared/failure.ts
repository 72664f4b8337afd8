import * as z from 'zod';

/**
 * What went wrong, in a form every border can carry: `code` is stable and translated by the UI (`failure.<code>`),
 * `message` is a plain English sentence for logs and for callers without a UI, `field` names the input at fault.
 */
export const failure = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,48}$/),
  message: z.string().max(2_000),
  field: z.optional(z.string().max(200)),
  /** Milliseconds until it makes sense to try again. */
  retryAfter: z.optional(z.int().min(0)),
});
export type Failure = z.infer<typeof failure>;
