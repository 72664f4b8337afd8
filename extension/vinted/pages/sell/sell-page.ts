import type { FieldResult } from '../../../../shared/page-results.ts';
import type { FormField, ListingForm } from '../../../../shared/listing-form.ts';
import type { Sight } from '../../find.ts';
import type { Closer } from '../../hand/choose.ts';
import type { Hand } from '../../hand/hand.ts';
import type { Picker } from '../../hand/pick.ts';
import type { Traffic } from '../traffic.ts';

/** The upload form of one tab, as the fields see it. */
export interface SellPage {
  readonly hand: Hand;
  readonly sight: Sight;
  readonly picker: Picker;
  readonly traffic: Traffic;
  readonly memory: Memory;
  /** Bytes of one photo of the draft, asked from the worker. */
  photo(id: string): Promise<Blob>;
  progress(doing: string, at: number, of: number): void;
}

/** What was filled in this document and how the page showed it: the way to know a choice again without opening it. */
export type Memory = {
  fields: Map<FormField, { wanted: string; shows: string }>;
  /** Address of a thumb → the photo it was made of. */
  photos: Map<string, string>;
  /** A field took what we wrote as only a page that has hydrated does. */
  follows: boolean;
  /** How panels of this page close. */
  closer: Closer;
};

export const newMemory = (): Memory => ({
  fields: new Map(),
  photos: new Map(),
  follows: false,
  closer: { last: undefined },
});

export type Filled = Omit<FieldResult, 'field'>;

/** One field of the form: what it should hold, what it shows, and the way from one to the other. */
export interface SellField {
  /** `null` = leave it alone. */
  wants(form: ListingForm): unknown;
  shows(page: SellPage): string;
  /** Does it hold what is wanted? `undefined` = not to be told without opening it. */
  holds(page: SellPage, form: ListingForm): boolean | undefined;
  fill(page: SellPage, form: ListingForm): Promise<Filled>;
}

export const absent = (why?: string): Filled => ({ is: 'absent', shows: '', ...(why ? { why } : {}) });
export const refused = (shows: string, why: string): Filled => ({ is: 'refused', shows, why });
