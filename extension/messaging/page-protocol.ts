import * as z from 'zod/mini';

import type { FormField, ListingForm } from '../../shared/listing-form.ts';
import { actResult, fieldResult, probeResult, submitResult } from '../../shared/page-results.ts';

/**
 * Messages from the background worker to the content script of one tab. zod/mini only: zod's full build costs a page
 * 53 ms (reliability.md §0.11). What the worker sends was parsed there by `shared/listing-form.ts`; here only the
 * envelope is checked, while everything that comes back is parsed by the worker.
 */
const leaseToken = z.string().check(z.maxLength(64));
const itemId = z.string().check(z.regex(/^\d{1,15}$/));
const form = z.custom<ListingForm>((value) => typeof value === 'object' && value !== null && 'photos' in value);
const field = z.custom<FormField>((value) => typeof value === 'string');

/** The order of the form itself (site.md §3.1), with the price after the parcel, whose choice may lose it (§3.2). */
export const fillOrder = [
  'photos',
  'title',
  'description',
  'category',
  'unisex',
  'brand',
  'model',
  'size',
  'measurements',
  'condition',
  'colors',
  'materials',
  'attributes',
  'isbn',
  'package',
  'price',
] as const satisfies readonly FormField[];

export const pageProtocol = {
  /** Is anybody there? Looks at nothing. */
  'page.here': { in: z.void(), out: z.void() },
  /** Which page, which member, any wall? Reads only. */
  'page.probe': { in: z.void(), out: probeResult },
  /** One JSON endpoint the site's own pages use, read once. Parsed by the asking side. */
  'site.read': {
    in: z.strictObject({
      what: z.enum(['catalogs', 'wardrobe', 'brands', 'size-groups', 'conditions', 'attributes', 'listing']),
      memberId: z.optional(z.string()),
      page: z.optional(z.int()),
      condition: z.optional(z.nullable(z.enum(['active', 'draft', 'hidden', 'reserved', 'sold']))),
      catalogId: z.optional(z.int()),
      keyword: z.optional(z.string()),
      itemId: z.optional(z.string()),
    }),
    out: z.strictObject({ status: z.int(), retryAfter: z.nullable(z.int()), body: z.unknown() }),
  },
  /**
   * Opens the upload form through the site's own header button, for a site that bounces a direct load of `/items/new`
   * (site.md §2 [X]). Answers once the form is there; `false` when there is no such button.
   */
  'sell.open': { in: z.void(), out: z.boolean() },
  /** Brings one field of the form to what `form` says; reads first, so it may be repeated. */
  'sell.fill': {
    in: z.strictObject({ leaseToken, form, field, pacing: z.enum(['human', 'instant']) }),
    out: fieldResult,
  },
  /** Reads every field back and compares; nothing is changed. */
  'sell.verify': {
    in: z.strictObject({ leaseToken, form }),
    out: z.strictObject({ differs: z.array(fieldResult), panelOpen: z.boolean() }),
  },
  /** What the open form shows, surely asks for, and holds nothing in. `list` = code of a list of the category's own. */
  'sell.demanded': { in: z.void(), out: z.array(z.strictObject({ field, list: z.nullable(z.string()) })) },
  /** What the form holds now, for undo. Photos by count only. */
  'sell.snapshot': { in: z.void(), out: z.strictObject({ form, photos: z.int() }) },
  /** The point of no return: re-verifies the price, clicks, waits for the site's answer. */
  'sell.submit': {
    in: z.strictObject({ leaseToken, form, how: z.enum(['publish', 'draft']), pacing: z.enum(['human', 'instant']) }),
    out: submitResult,
  },
  /**
   * After `no-effect`: clicks nothing, waits for the seller's own (trusted) click on the button, then for the answer as
   * `sell.submit` does. `no-effect` again when nobody clicked within `patience` milliseconds.
   */
  'sell.await-click': {
    in: z.strictObject({
      leaseToken,
      form,
      how: z.enum(['publish', 'draft']),
      patience: z.int().check(z.minimum(1_000), z.maximum(3_600_000)),
    }),
    out: submitResult,
  },
  /**
   * One act on an own listing by the owner's buttons of its page, in front of somebody. A page that reloads after it takes
   * the reply along: what was seen of it comes as `submit.evidence`.
   */
  'listing.act': {
    in: z.strictObject({
      leaseToken,
      itemId,
      act: z.enum(['hide', 'unhide', 'delete']),
      pacing: z.enum(['human', 'instant']),
    }),
    out: actResult,
  },
  /** Hides or shows a listing from whatever page of the site is open, which stays as it is (site.md §8.3). */
  'listing.hide-here': { in: z.strictObject({ itemId, hidden: z.boolean() }), out: actResult },
  /** Stop what this tab is doing after the current gesture. */
  'page.stop': { in: z.void(), out: z.void() },
  /** The job of this tab changed: the panel asks for its state. */
  'panel.changed': { in: z.void(), out: z.void() },
} as const satisfies Record<string, { in: z.ZodMiniType; out: z.ZodMiniType }>;

export type PageMessage = keyof typeof pageProtocol;
