import type { Workshop } from '../../db/database.ts';

const HOUR = 3_600_000;
export const keepLoosePhotosFor = 6 * HOUR;
const keepEndedIntakesFor = 30 * 24 * HOUR;
const ended = new Set(['done', 'cancelled']);

/**
 * Photos nobody can reach any more: of no draft, of no drop that is still open, of no step that can be taken back. A drop
 * under way writes its photos one by one, so that young ones stay whatever holds them.
 */
export async function pruneLoosePhotos(workshop: Workshop, now: number): Promise<number> {
  const { drafts, intakes, photos, undos } = workshop;
  return workshop.transaction('rw', drafts, intakes, photos, undos, async () => {
    const held = new Set<string>();
    const hold = (ids: readonly string[] = []): void => ids.forEach((id) => held.add(id));
    await drafts.each(({ photoIds }) => hold(photoIds));
    await undos.each(({ before, after }) => hold([...(before?.photoIds ?? []), ...(after?.photoIds ?? [])]));
    for (const intake of await intakes.toArray()) {
      if (!ended.has(intake.state)) hold(await photos.where('intakeId').equals(intake.id).primaryKeys());
    }
    const loose = (await photos.toCollection().primaryKeys()).filter((id) => !held.has(id));
    const old: string[] = [];
    // One at a time: a row brings its three pictures along.
    for (const id of loose) {
      const photo = await photos.get(id);
      if (photo && photo.addedAt < now - keepLoosePhotosFor) old.push(id);
    }
    await photos.bulkDelete(old);
    return old.length;
  });
}

/** Drops that are through, once no draft of theirs could be analysed again. */
export async function pruneIntakes({ drafts, intakes }: Workshop, now: number): Promise<void> {
  const asked = new Set<string | undefined>();
  await drafts.each(({ bulk }) => asked.add(bulk?.jobKey));
  await intakes
    .filter(
      ({ state, jobKey, updatedAt }) => ended.has(state) && !asked.has(jobKey) && updatedAt < now - keepEndedIntakesFor,
    )
    .delete();
}
