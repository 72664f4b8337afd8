import type { ListingStatus } from './listing.ts';
import type { WardrobeItem } from './wardrobe.ts';

type Flags = Pick<WardrobeItem, 'isDraft' | 'isProcessing' | 'isHidden' | 'isReserved' | 'isClosed' | 'isSold'>;

/** The one word for what the site tells in several (site.md §8.2); what weighs most comes first. */
export function statusOf(flags: Flags): ListingStatus {
  if (flags.isDraft) return 'draft';
  if (flags.isSold) return 'sold';
  if (flags.isClosed) return 'closed';
  if (flags.isProcessing) return 'under-review';
  if (flags.isReserved) return 'reserved';
  return flags.isHidden ? 'hidden' : 'active';
}
