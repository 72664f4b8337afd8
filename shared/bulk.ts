import * as z from 'zod';

import { failure } from './failure.ts';
import { currency } from './money.ts';
import { suggestion } from './suggestion.ts';

/** Lower-case hex SHA-256 of the bytes sent. */
export const photoHash = z.string().regex(/^[0-9a-f]{64}$/);
export const bulkLimits = { photos: 200, photosPerItem: 20, photoBytes: 20 * 1024 * 1024, pixels: 50_000_000 } as const;

const itemKey = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Seller's wishes for the text. `language` is BCP 47, e.g. `fr` or `en-GB`. */
export const analyzeOptions = z.strictObject({
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default('en'),
  tone: z.enum(['neutral', 'friendly', 'short', 'detailed']).default('neutral'),
  currency: currency.default('EUR'),
  /** Name the likeliest kind even where it would rather stay open; its confidence stays honest. */
  bestGuess: z.boolean().default(false),
});
export type AnalyzeOptions = z.infer<typeof analyzeOptions>;

/**
 * Part `manifest` (JSON) of `POST /api/v1/bulk/photos/analyze`; the photos follow as parts named `photos`.
 * Without a manifest every photo sent is analysed and grouped by the server. With one, photos may arrive over several
 * requests that carry the same `Idempotency-Key`: the job starts once every listed hash is there.
 */
export const analyzeManifest = z.strictObject({
  photos: z
    .array(
      z.strictObject({
        hash: photoHash,
        takenAt: z.nullable(z.int()).default(null).describe('Unix ms from the camera, for grouping'),
      }),
    )
    .min(1)
    .max(bulkLimits.photos),
  items: z
    .nullable(
      z.array(z.strictObject({ key: itemKey, photos: z.array(photoHash).min(1).max(bulkLimits.photosPerItem) })),
    )
    .default(null)
    .describe('null = group for me'),
  options: analyzeOptions.prefault({}),
});
export type AnalyzeManifest = z.infer<typeof analyzeManifest>;

export const photoKind = z.enum(['garment', 'label']);
export type PhotoKind = z.infer<typeof photoKind>;

export const bulkItem = z.strictObject({
  key: itemKey,
  photos: z.array(photoHash),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  failure: z.nullable(failure),
  draftId: z.nullable(z.uuid()),
});
export type BulkItem = z.infer<typeof bulkItem>;

export const bulkJob = z.strictObject({
  id: z.uuid(),
  /** `receiving` = photos are still missing. */
  state: z.enum(['receiving', 'queued', 'running', 'done', 'cancelled']),
  missing: z.array(photoHash),
  photos: z.strictObject({ total: z.int(), received: z.int() }),
  items: z.array(bulkItem),
  /** `cost` in millionths of a US dollar, by the price table of the operator; null when unknown. */
  usage: z.strictObject({ inputTokens: z.int(), outputTokens: z.int(), cost: z.nullable(z.int()) }),
  analyser: z.enum(['model', 'built-in']),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type BulkJob = z.infer<typeof bulkJob>;

export const bulkDraft = z.strictObject({
  id: z.uuid(),
  jobId: z.uuid(),
  itemKey,
  photos: z.array(photoHash),
  suggestion,
  /** What this owner changed by PATCH; same shape, only the fields touched. */
  edits: suggestion.partial(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type BulkDraft = z.infer<typeof bulkDraft>;

/** `GET /bulk/drafts`: oldest first; `next` is the `cursor` of the page that follows, null at the end. */
export const bulkDraftPage = z.strictObject({ drafts: z.array(bulkDraft), next: z.nullable(z.string().max(200)) });
export type BulkDraftPage = z.infer<typeof bulkDraftPage>;

/** `GET /bulk/jobs/{id}/events`: server-sent events; each `data:` is the whole job, `event:` is `job`. */
export const deviceToken = z.strictObject({ token: z.string().min(40).max(200), deviceId: z.uuid() });
export type DeviceToken = z.infer<typeof deviceToken>;

/** What the backend can do, for the settings page and the consent text. */
export const capabilities = z.strictObject({
  version: z.string(),
  analyser: z.enum(['model', 'built-in']),
  /** Host name of the AI provider photos would go to, null for the built-in analyser. */
  provider: z.nullable(z.string()),
});
export type Capabilities = z.infer<typeof capabilities>;
