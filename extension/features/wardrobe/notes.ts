import type { Wardrobe } from '../../db/database.ts';
import type { Listing } from '../../../shared/listing.ts';

/** What the seller notes on a listing; kept here only, Vinted never sees it. */
type Notes = Pick<Listing, 'tags' | 'excluded' | 'cost' | 'minimum'>;
export type NoteChange =
  | { what: 'tag'; tag: string }
  | { what: 'untag'; tag: string }
  | { what: 'excluded'; excluded: boolean }
  | { what: 'minimum' | 'cost'; amount: number | null };
export type Noted = { changed: number; before: { key: string; notes: Notes }[] };

const MOST_TAGS = 20;
const LONGEST_TAG = 40;

/** Null where the change leaves the listing as it is, or cannot be made: no room for a tag, no price to tell the currency by. */
export function withNote(listing: Listing, change: NoteChange): Notes | null {
  const notes = notesOf(listing);
  switch (change.what) {
    case 'tag': {
      const tag = change.tag.trim().slice(0, LONGEST_TAG);
      const full = notes.tags.length >= MOST_TAGS;
      return tag === '' || full || notes.tags.includes(tag) ? null : { ...notes, tags: [...notes.tags, tag] };
    }
    case 'untag':
      return notes.tags.includes(change.tag)
        ? { ...notes, tags: notes.tags.filter((tag) => tag !== change.tag) }
        : null;
    case 'excluded':
      return notes.excluded === change.excluded ? null : { ...notes, excluded: change.excluded };
    case 'minimum':
    case 'cost': {
      const { amount } = change;
      if (amount === (notes[change.what]?.amount ?? null)) return null;
      if (amount === null) return { ...notes, [change.what]: null };
      return listing.price && { ...notes, [change.what]: { amount, currency: listing.price.currency } };
    }
  }
}

const notesOf = ({ tags, excluded, cost, minimum }: Listing): Notes => ({ tags, excluded, cost, minimum });

/** Notes the same on several listings at once; `before` takes it back. */
export const noteOn = (db: Wardrobe, keys: string[], change: NoteChange): Promise<Noted> =>
  db.transaction('rw', db.listings, async () => {
    const before: Noted['before'] = [];
    for (const listing of await db.listings.bulkGet(keys)) {
      const notes = listing && withNote(listing, change);
      if (!listing || !notes) continue;
      before.push({ key: listing.key, notes: notesOf(listing) });
      await db.listings.update(listing.key, notes);
    }
    return { changed: before.length, before };
  });

export const undoNotes = (db: Wardrobe, { before }: Noted): Promise<void> =>
  db.transaction('rw', db.listings, async () => {
    for (const { key, notes } of before) await db.listings.update(key, notes);
  });
