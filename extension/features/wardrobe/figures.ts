import type { Listing, ListingDay } from '../../../shared/listing.ts';

/** By how much a figure moved since it was first seen on an earlier day; null = not known, or not moved. */
export type Moved = { views: number | null; favourites: number | null };

export function movedSince(listing: Listing, before: ListingDay | undefined): Moved {
  return {
    views: difference(listing.views, before?.views),
    favourites: difference(listing.favourites, before?.favourites),
  };
}

function difference(now: number | null, before: number | null | undefined): number | null {
  if (now === null || before === null || before === undefined) return null;
  return now === before ? null : now - before;
}

/** The calendar day of a moment where the seller is, `2026-11-23`; `back` days earlier. */
export function dayOf(at: number, back = 0): string {
  const date = new Date(at);
  date.setDate(date.getDate() - back);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
