import type { PublishedPhoto } from '../../db/database.ts';
import { likenessCuts } from '../../../shared/fingerprint.ts';

/** A photo and what shows it. `draftId` null = a listing whose draft is gone. */
export type KnownPhoto = {
  owner: { kind: 'draft'; draftId: string } | { kind: 'listing'; vintedId: string; draftId: string };
  photoId: string;
  market: string;
  title: string;
  bits: Uint32Array;
  mirrored: Uint32Array;
};

export type Twin = { of: KnownPhoto; likeness: 'same' | 'alike'; distance: number; mirrored: boolean };

/** 64 hex digits as eight words, so that thousands of photos compare within a frame; undefined = not a fingerprint. */
export function bitsOf(fingerprint: string): Uint32Array | undefined {
  if (!/^[0-9a-f]{64}$/i.test(fingerprint)) return undefined;
  return Uint32Array.from({ length: 8 }, (_, word) => Number.parseInt(fingerprint.slice(word * 8, word * 8 + 8), 16));
}

export function distanceOf(one: Uint32Array, other: Uint32Array): number {
  let differing = 0;
  for (let word = 0; word < 8; word += 1) {
    let bits = one[word]! ^ other[word]!;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    differing += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return differing;
}

/**
 * What shows the same photo as one of `photos` (also flipped): one twin per owner, nearest first. Finds the same
 * *photo*, not the same garment photographed again (vision.md §6), so it warns and never forbids.
 */
export function findDuplicates(photos: Uint32Array[], known: KnownPhoto[]): Twin[] {
  const nearest = new Map<string, Twin>();
  for (const other of known) {
    for (const photo of photos) {
      const twin = compare(photo, other);
      const owner = ownerKey(other);
      if (twin && twin.distance < (nearest.get(owner)?.distance ?? Infinity)) nearest.set(owner, twin);
    }
  }
  return [...nearest.values()].sort((one, other) => one.distance - other.distance);
}

function compare(photo: Uint32Array, of: KnownPhoto): Twin | undefined {
  const straight = distanceOf(photo, of.bits);
  const flipped = distanceOf(photo, of.mirrored);
  const distance = Math.min(straight, flipped);
  if (distance > likenessCuts.alike) return undefined;
  return { of, distance, mirrored: flipped < straight, likeness: distance <= likenessCuts.same ? 'same' : 'alike' };
}

const ownerKey = ({ owner }: KnownPhoto): string =>
  owner.kind === 'draft' ? `draft:${owner.draftId}` : `listing:${owner.vintedId}`;

/** A published photo as a known one; rows with an unreadable fingerprint are left out. */
export function knownListing(photo: PublishedPhoto): KnownPhoto[] {
  const [bits, mirrored] = [bitsOf(photo.fingerprint), bitsOf(photo.mirrored)];
  if (!bits || !mirrored) return [];
  const owner = { kind: 'listing' as const, vintedId: photo.vintedId, draftId: photo.draftId };
  return [{ owner, photoId: photo.id, market: photo.market, title: photo.title, bits, mirrored }];
}
