/** The seller's picked or dropped files, checked before anything is sent: what the panel can say at once, it says. */
export type Chosen =
  | { is: 'photos'; photos: File[] }
  | { is: 'none' }
  | { is: 'too-many' }
  | { is: 'empty'; name: string };

const atMost = 20;
const photoName = /\.(jpe?g|png|webp|gif|hei[cf]|avif)$/i;
/** Some systems give HEIC files no type, so the name decides then. */
const isPhoto = (file: File): boolean => (file.type ? file.type.startsWith('image/') : photoName.test(file.name));

export function choosePhotos(files: readonly File[]): Chosen {
  const photos = files.filter(isPhoto);
  if (photos.length === 0) return { is: 'none' };
  if (photos.length > atMost) return { is: 'too-many' };
  const empty = photos.find((photo) => photo.size === 0);
  return empty ? { is: 'empty', name: empty.name } : { is: 'photos', photos };
}
