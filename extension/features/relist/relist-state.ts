import * as z from 'zod';

import { failure } from '../../../shared/failure.ts';
import { listingForm } from '../../../shared/listing-form.ts';
import { backup } from '../../../shared/listing.ts';
import { money } from '../../../shared/money.ts';
import { nothingSold, sellInput, sellState } from '../../selling/sell-state.ts';

const vintedId = z.string().regex(/^\d{1,15}$/);

export const relistInput = sellInput.extend({
  account: z.string(),
  lineageId: z.string(),
  /** Listing to replace; null = restore a backup whose listing is not online any more. */
  oldId: z.nullable(vintedId),
  /** Backup to restore; null = one is made first. */
  backupId: z.nullable(z.string()),
  pricePercent: z.int().min(-50).max(50),
  /** Never below. */
  floor: z.nullable(money),
  /** Days since the last relist of the same thing; asked again right before. */
  restDays: z.int().min(0),
  /** Kind `listing-act` only: what is done instead of a relist. */
  act: z.optional(z.enum(['hide', 'unhide', 'delete'])),
});
export type RelistInput = z.infer<typeof relistInput>;

const keptPhoto = backup.shape.photos.element.extend({ url: z.string() });

export const relistState = sellState.extend({
  input: relistInput,
  copy: z.nullable(
    z.strictObject({
      form: listingForm,
      photos: z.array(z.strictObject({ url: z.string(), orientation: z.int() })),
    }),
  ),
  /** Photos whose bytes are on disk, in order. */
  kept: z.array(keptPhoto),
  /** Backup it is made from; written before anything is touched. */
  backupId: z.nullable(z.string()),
  /** `refused` = the site does not let this one be hidden: it stays online until its copy is proved. */
  hidden: z.enum(['no', 'yes', 'refused']),
  /** Addresses of the copy's photos, once each was seen to be the backup's. */
  proved: z.nullable(z.array(z.string())),
  /** The old one was told to go: that it is gone is our doing. */
  deleting: z.boolean(),
  /** Why it ends without a new listing, or asks; `asked` = the seller was shown it. */
  ending: z.nullable(z.strictObject({ kind: z.enum(['failed', 'review']), failure, asked: z.boolean() })),
  end: z.nullable(z.enum(['replaced', 'sold-old', 'restored', 'prepared'])),
});
export type RelistState = z.infer<typeof relistState>;

export const startOf = (input: RelistInput): RelistState => ({
  ...nothingSold,
  input,
  copy: null,
  kept: [],
  backupId: input.backupId,
  hidden: 'no',
  proved: null,
  deleting: false,
  ending: null,
  end: null,
});
