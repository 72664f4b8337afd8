import type { FieldResult, ProbeResult, SubmitResult } from '../../shared/page-results.ts';
import type { FormField, ListingForm } from '../../shared/listing-form.ts';
import type { Wall } from '../../shared/wall.ts';
import type { WardrobePage } from '../../shared/wardrobe.ts';

/** Thrown when a page or an answer is a wall: the engine pauses the account. */
export class WallMet extends Error {
  override name = 'WallMet';
  readonly wall: Wall;

  constructor(wall: Wall) {
    super(wall.evidence);
    this.wall = wall;
  }
}

/** What making a listing needs of the site, one tab at a time. Every call may throw `WallMet` or a `MessageError`. */
export interface SellSite {
  probe(tabId: number): Promise<ProbeResult>;
  /** Opens the form through the header's own button, for sites that bounce a direct load (site.md §2 [X]). */
  openForm(tabId: number): Promise<void>;
  wardrobe(tabId: number, memberId: string, which: 'active' | 'draft', page: number): Promise<WardrobePage>;
  fill(tabId: number, leaseToken: string, form: ListingForm, field: FormField): Promise<FieldResult>;
  verify(tabId: number, leaseToken: string, form: ListingForm): Promise<FieldResult[]>;
  snapshot(tabId: number): Promise<ListingForm>;
  submit(tabId: number, leaseToken: string, form: ListingForm, how: 'publish' | 'draft'): Promise<SubmitResult>;
}

export type WantedForm = { ok: true; form: ListingForm } | { ok: false; code: string; why: string };

/** What a flow that makes a listing brings along: what shall be in the form, and where the result is written down. */
export interface SellDesk<S> {
  form(state: S): Promise<WantedForm>;
  /** Called once the listing is known to be there; repeatable. `vintedId` null = the seller's word only. */
  made(state: S, how: 'publish' | 'draft', vintedId: string | null): Promise<void>;
  /** Longest time a new listing may stay invisible in the wardrobe, ms. */
  settleWindow(): Promise<number>;
}
