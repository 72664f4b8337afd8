/** What a job about a listing that is online changes, as a seller reads it, and how it is taken back. Pure; owns no words. */
import * as z from 'zod';

import type { Job } from '../../../shared/job.ts';
import { money, type Money } from '../../../shared/money.ts';

export type ListingWork =
  | { is: 'relist' }
  | { is: 'restore' }
  | { is: 'hide' }
  | { is: 'unhide' }
  | { is: 'delete' }
  | { is: 'sync' }
  | { is: 'price'; from: Money; to: Money };

const priceInput = z.object({ from: money, to: money });
const relistInput = z.object({ oldId: z.nullable(z.string()) });
const actInput = z.object({ act: z.enum(['hide', 'unhide', 'delete']) });

/** Null = a job of another kind, or one whose own words cannot be read. */
export function listingWorkOf({ kind, input }: Pick<Job, 'kind' | 'input'>): ListingWork | null {
  if (kind === 'sync') return { is: 'sync' };
  if (kind === 'price') {
    const read = priceInput.safeParse(input);
    return read.success ? { is: 'price', from: read.data.from, to: read.data.to } : null;
  }
  if (kind === 'relist') {
    const read = relistInput.safeParse(input);
    return read.success ? { is: read.data.oldId === null ? 'restore' : 'relist' } : null;
  }
  if (kind !== 'listing-act') return null;
  const read = actInput.safeParse(input);
  return read.success ? { is: read.data.act } : null;
}

/** A relist cannot be undone, and a deletion is undone from the copy that was kept. */
export const isUndoable = (work: ListingWork | null): boolean =>
  work !== null && ['price', 'hide', 'unhide', 'delete'].includes(work.is);
