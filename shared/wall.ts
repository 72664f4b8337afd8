import * as z from 'zod';

/** A sign of refusal or a page nobody may work on (site.md §8.5): pauses the account until a person re-arms it. */
export const wallKind = z.enum([
  'signed-out',
  'captcha',
  'forbidden',
  'too-many-requests',
  'restricted',
  'banned',
  'verification',
  'two-factor',
  'wrong-member',
  'unknown-layout',
  'site-error',
]);
export type WallKind = z.infer<typeof wallKind>;
export const wall = z.strictObject({
  kind: wallKind,
  /** What was seen, without personal data; shown in the diagnostics. */
  evidence: z.string().max(500),
  /** Milliseconds the site asked to wait, if it said so. */
  retryAfter: z.nullable(z.int().min(0)),
});
export type Wall = z.infer<typeof wall>;
