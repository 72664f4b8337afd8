import type { FormField, ListingForm } from '../../shared/listing-form.ts';
import type { ListingStatus } from '../../shared/listing.ts';
import type { SellSite } from './sell-site.ts';

/** An own listing read once through the site's own edit data (site.md §8.2). `form.photos` is empty: see `photos`. */
export type OwnListing = {
  is: 'there';
  form: ListingForm;
  /** In the seller's order; `orientation` = degrees clockwise as the site keeps it. */
  photos: { url: string; orientation: number }[];
  status: ListingStatus;
  isReserved: boolean;
  /** Messages or offers about it are open; null = nobody looked. */
  inTalks: boolean | null;
};
/** `absent` = the site says there is no such listing of this member. Anything else that is no listing throws. */
export type ReadListing = OwnListing | { is: 'absent' };

/** `refused` = the site said no and that was no wall; `unclear` = no answer was seen: it may have happened. */
export type ActResult = { is: 'done' | 'absent' | 'refused' | 'unclear'; why: string };
export type ListingAct = 'hide' | 'unhide' | 'delete';

/** What acting on an own listing needs of the site besides making one. Every call may throw `WallMet`. */
export interface RelistSite extends SellSite {
  readListing(tabId: number, id: string): Promise<ReadListing>;
  /** Fields the open form, of that category, demands and that are empty in it. */
  demanded(tabId: number, catalogId: number): Promise<FormField[]>;
  /** From whatever page of the market the tab is on, e.g. the open form. Sets, so that it may be repeated. */
  hideHere(tabId: number, id: string, hidden: boolean): Promise<ActResult>;
  /** By the item page's own buttons; the tab is at `/items/{id}`. */
  act(tabId: number, leaseToken: string, id: string, what: ListingAct): Promise<ActResult>;
  /** Bytes of one photo as the site serves it, in full size. Throws where the site has none. */
  photoBytes(url: string): Promise<Blob>;
}
