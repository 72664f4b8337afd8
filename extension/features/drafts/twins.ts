import type { Photo } from '../../db/database.ts';
import type { Draft } from '../../../shared/draft.ts';
import type { Desk } from './desk.ts';
import { bitsOf, findDuplicates, knownListing, type KnownPhoto, type Twin } from './duplicates.ts';

/** Fingerprints of everything the seller has: own published listings and all drafts. Read once, used for many drafts. */
export type Album = { bits: Map<string, { bits: Uint32Array; mirrored: Uint32Array }>; known: KnownPhoto[] };

export async function readAlbum({ db }: Desk): Promise<Album> {
  const bits: Album['bits'] = new Map();
  await db.photos.each((photo) => addPhoto(bits, photo));
  const listings = (await db.publishedPhotos.toArray()).flatMap(knownListing);
  const live = new Set(listings.map((photo) => photo.owner.draftId));
  const drafts = await db.drafts.filter((draft) => !live.has(draft.id)).toArray();
  return { bits, known: [...listings, ...drafts.flatMap((draft) => knownDraft(draft, bits))] };
}

function addPhoto(bits: Album['bits'], photo: Photo): void {
  const [straight, mirrored] = [bitsOf(photo.fingerprint), bitsOf(photo.mirrored)];
  if (straight && mirrored) bits.set(photo.id, { bits: straight, mirrored });
}

function knownDraft(draft: Draft, bits: Album['bits']): KnownPhoto[] {
  return draft.photoIds.flatMap((photoId) => {
    const found = bits.get(photoId);
    if (!found) return [];
    const owner = { kind: 'draft' as const, draftId: draft.id };
    return [{ owner, photoId, market: draft.market, title: draft.fields.title.value ?? '', ...found }];
  });
}

/** Other drafts and own listings that show a photo of this draft. */
export function twinsOf(draft: Pick<Draft, 'id' | 'photoIds'>, album: Album): Twin[] {
  const photos = draft.photoIds.flatMap((id) => album.bits.get(id)?.bits ?? []);
  return findDuplicates(
    photos,
    album.known.filter(({ owner }) => owner.draftId !== draft.id),
  );
}
