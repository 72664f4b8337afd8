import * as z from 'zod/mini';

import type { FormField } from './listing-form.ts';
import type { Wall } from './wall.ts';

/**
 * What a page of Vinted answers. zod/mini only: these run in the page, where zod's full build costs 53 ms
 * (reliability.md §0.11).
 */
const field = z.custom<FormField>((value) => typeof value === 'string');
const wall = z.custom<Wall>((value) => typeof value === 'object' && value !== null && 'kind' in value);

export const probeResult = z.strictObject({
  page: z.enum(['sell', 'edit', 'item', 'wardrobe', 'inbox', 'home', 'other']),
  url: z.string(),
  member: z.nullable(
    z.strictObject({ id: z.string().check(z.regex(/^\d{1,15}$/)), login: z.string().check(z.maxLength(100)) }),
  ),
  wall: z.nullable(wall),
  /** Two-letter language of the page's own strings. */
  language: z.string(),
});
export type ProbeResult = z.infer<typeof probeResult>;

/** Result of filling one field: what the form holds afterwards, read back from the page. */
export const fieldResult = z.strictObject({
  field,
  is: z.enum(['filled', 'already', 'skipped', 'absent', 'refused']),
  /** What the page shows now, as text; for the diagnostics and the seller. */
  shows: z.string().check(z.maxLength(2_500)),
  why: z.optional(z.string().check(z.maxLength(500))),
});
export type FieldResult = z.infer<typeof fieldResult>;

export const submitResult = z.strictObject({
  /**
   * `accepted` = the page's own request was answered with success or the page moved to a result;
   * `rejected` = Vinted refused fields; `no-effect` = the click started no request (site.md §3.4: one real click needed);
   * `unclear` = no answer seen.
   */
  is: z.enum(['accepted', 'rejected', 'no-effect', 'unclear']),
  itemId: z.nullable(z.string().check(z.regex(/^\d{1,15}$/))),
  underReview: z.boolean(),
  errors: z.array(z.strictObject({ field: z.nullable(z.string()), text: z.string().check(z.maxLength(500)) })),
  /** Set when the site answered the click with a refusal (403, 429, captcha, restricted account). */
  wall: z.optional(wall),
});
export type SubmitResult = z.infer<typeof submitResult>;

/**
 * What became of one act on a listing. `already` = it was so before; `refused` = the site said no, or nothing was sent because it
 * could not be done safely; `no-effect` = nothing was sent for certain; `unclear` = it may have happened.
 */
export const actResult = z.strictObject({
  is: z.enum(['done', 'already', 'refused', 'no-effect', 'unclear']),
  why: z.string().check(z.maxLength(500)),
  wall: z.optional(wall),
});
export type ActResult = z.infer<typeof actResult>;
