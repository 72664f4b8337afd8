import type { BackupPhoto } from '../../db/database.ts';
import type { Backup } from '../../../shared/listing.ts';
import { zipOf } from './zip.ts';

type Photos = { backupPhotos: { get(sha256: string): PromiseLike<BackupPhoto | undefined> } };

/** All that is kept of a listing, as an archive: its photos in order and its fields. */
export async function keptFile({ backupPhotos }: Photos, backup: Backup): Promise<Blob> {
  const { form, vintedId, photos, madeAt } = backup;
  const fields = new TextEncoder().encode(
    JSON.stringify({ vintedId, keptAt: new Date(madeAt).toISOString(), ...form }, null, 2),
  );
  const files = [{ name: 'listing.json', bytes: fields }];
  for (const [index, { sha256, type }] of photos.entries()) {
    const kept = await backupPhotos.get(sha256);
    if (!kept) continue;
    const name = `photo-${String(index + 1).padStart(2, '0')}.${/^image\/(\w+)/.exec(type)?.[1] ?? 'jpeg'}`;
    files.push({ name, bytes: new Uint8Array(await kept.blob.arrayBuffer()) });
  }
  return zipOf(files);
}
