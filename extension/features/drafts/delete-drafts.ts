import type { Draft } from '../../../shared/draft.ts';
import type { Desk } from './desk.ts';
import { noteAction } from './undo.ts';

export type Deletion = { group: string; deleted: number; kept: Draft[] };

/**
 * Takes drafts off the list. Their photos stay until `purgeDeleted`, so the deletion can be undone whole.
 * A draft that is being filled is kept: the tab still needs its photos.
 */
export async function deleteDrafts(desk: Desk, ids: string[]): Promise<Deletion | undefined> {
  return desk.db.transaction('rw', desk.db.drafts, desk.db.undos, async () => {
    const found = (await desk.db.drafts.bulkGet(ids)).filter((draft) => draft !== undefined);
    const kept = found.filter((draft) => draft.state === 'filling');
    const gone = found.filter((draft) => draft.state !== 'filling');
    if (gone.length === 0) return undefined;
    await desk.db.drafts.bulkDelete(gone.map((draft) => draft.id));
    const group = await noteAction(
      desk,
      'delete',
      gone.map((before) => ({ before, after: null })),
    );
    return { group, deleted: gone.length, kept };
  });
}

/**
 * Makes deletions older than `before` final: their undo rows go, and so do those photos that no draft, no running
 * intake and no remaining undo step holds. Returns how many photos were removed.
 */
export async function purgeDeleted(desk: Desk, before: number): Promise<number> {
  const { db } = desk;
  return db.transaction('rw', db.drafts, db.photos, db.intakes, db.undos, async () => {
    const rows = await db.undos.filter((row) => row.after === null && !row.undone && row.at < before).toArray();
    if (rows.length === 0) return 0;
    const gone = [...new Set(rows.map((row) => row.draftId))];
    const back = new Set((await db.drafts.bulkGet(gone)).flatMap((draft) => (draft ? [draft.id] : [])));
    const final = rows.filter((row) => !back.has(row.draftId));
    await db.undos
      .where('draftId')
      .anyOf(final.map((row) => row.draftId))
      .delete();
    const candidates = new Set(final.flatMap((row) => row.before?.photoIds ?? []));
    for (const id of await photosInUse(desk)) candidates.delete(id);
    await db.photos.bulkDelete([...candidates]);
    return candidates.size;
  });
}

async function photosInUse({ db }: Desk): Promise<Set<string>> {
  const used = new Set<string>();
  const keep = (ids: readonly string[] = []): void => ids.forEach((id) => used.add(id));
  await db.drafts.each((draft) => keep(draft.photoIds));
  await db.intakes.each((intake) => {
    if (intake.state !== 'done' && intake.state !== 'cancelled') intake.stacks.forEach((stack) => keep(stack.photoIds));
  });
  await db.undos.each((row) => {
    keep(row.before?.photoIds);
    keep(row.after?.photoIds);
  });
  return used;
}
