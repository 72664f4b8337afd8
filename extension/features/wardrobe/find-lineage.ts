import { distance } from '../../../shared/fingerprint.ts';
import type { Lineage, Listing } from '../../../shared/listing.ts';

/** The same picture after the site encoded it anew: far stricter than what is shown to a seller as alike. */
const samePicture = 4;
/** What a relist by hand leaves behind: never what was sold. */
const leftBehind: readonly Listing['status'][] = ['gone', 'closed', 'hidden'];

type Newcomer = { id: string; title: string; fingerprint: string | null };
type Found = { lineage: Lineage; previous: Listing | undefined; byHand: boolean };

/**
 * The thing a new listing is of: one a job of ours put there, or a relist by hand - the same title and the same main photo as
 * something that is not for sale any more. Two that fit decide nothing.
 */
export function findLineage(
  newcomer: Newcomer,
  past: readonly Listing[],
  lineages: readonly Lineage[],
): Found | undefined {
  const own = lineages.find(({ vintedIds }) => vintedIds.includes(newcomer.id));
  if (own) return { lineage: own, previous: lastOf(past, own), byHand: false };
  const alike = past.filter(
    (one) => mayBeRelistOf(newcomer, one) && isSamePicture(newcomer.fingerprint, one.fingerprint),
  );
  const ids = [...new Set(alike.map(({ lineageId }) => lineageId))];
  const lineage = ids.length === 1 ? lineages.find(({ id }) => id === ids[0]) : undefined;
  return lineage && { lineage, previous: lastOf(past, lineage), byHand: true };
}

/** Worth comparing photos: by title and by what became of the old one. */
export const mayBeRelistOf = ({ title }: { title: string }, old: Listing): boolean =>
  leftBehind.includes(old.status) && normal(title) !== '' && normal(title) === normal(old.title);

export const normal = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
export const isSamePicture = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && distance(one, other) <= samePicture;

const lastOf = (past: readonly Listing[], { id }: Lineage): Listing | undefined =>
  past.filter(({ lineageId }) => lineageId === id).toSorted((a, b) => b.firstSeenAt - a.firstSeenAt)[0];
