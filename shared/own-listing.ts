import type { ListingForm } from './listing-form.ts';
import type { ListingStatus } from './listing.ts';

/** One own listing as its edit form would open it (site.md §8.2): all of it but the bytes of its photos. */
export type OwnListing = {
  id: string;
  /** null = the answer does not tell; the wardrobe's list does (site.md §8.2). */
  status: ListingStatus | null;
  /** `photos` is empty: they are named beside it, by where they lie. The category names its leaf only, by id. */
  form: ListingForm;
  /** In order; `orientation` in degrees clockwise. */
  photos: { id: string; url: string; orientation: number }[];
  /** What it holds and this copy cannot: whoever makes a listing of the copy must not pretend it is the same. */
  lost: string[];
};
