import type { Photo, Workshop } from '../../db/database.ts';

/** The order leads the id (take-in.ts). */
export const orderOf = (photoId: string): number => Number(photoId.slice(0, 4));

const atOnce = 16;

/** Some at a time: the browser hands out 200 photos with their three pictures each in one piece, and the page stands still. */
export async function readPhotos({ photos }: Pick<Workshop, 'photos'>, ids: readonly string[]): Promise<Photo[]> {
  const found: Photo[] = [];
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = await photos.bulkGet(ids.slice(at, at + atOnce));
    found.push(...some.filter((photo) => photo !== undefined));
  }
  return found;
}
