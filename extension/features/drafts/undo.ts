import type { Undo } from '../../db/database.ts';
import type { Draft, DraftFields } from '../../../shared/draft.ts';
import type { Desk } from './desk.ts';

/** Keys typed within this long of each other are one step back. */
const BURST_MS = 1_500;
const STEPS_PER_DRAFT = 100;
const ROWS = 5_000;

export type Change = { before: Draft | null; after: Draft | null };

/** Notes one action; call inside the transaction that makes it. Returns the group that undoes it. */
export async function noteAction(desk: Desk, what: string, changes: Change[]): Promise<string> {
  const group = desk.newId();
  const at = desk.now();
  await Promise.all(changes.map((change) => forgetUndone(desk, draftIdOf(change))));
  await desk.db.undos.bulkAdd(
    changes.map((change) => ({ ...change, draftId: draftIdOf(change), group, what, undone: false, at })),
  );
  await prune(desk, changes.length === 1 ? draftIdOf(changes[0]!) : null);
  return group;
}

/** Like `noteAction` for one draft, but keys of one burst in the same field become one step. */
export async function noteTyping(desk: Desk, what: string, before: Draft, after: Draft): Promise<void> {
  const last = await desk.db.undos.where('draftId').equals(before.id).last();
  const at = desk.now();
  if (last?.id !== undefined && last.what === what && !last.undone && at - last.at <= BURST_MS) {
    await desk.db.undos.update(last.id, { after, at });
    return;
  }
  await noteAction(desk, what, [{ before, after }]);
}

/** Takes back the newest action, of one draft or (null) of all. Returns its rows, or undefined when there is none. */
export const undo = (desk: Desk, draftId: string | null): Promise<Undo[] | undefined> => step(desk, draftId, 'undo');
/** Does again what was last taken back. */
export const redo = (desk: Desk, draftId: string | null): Promise<Undo[] | undefined> => step(desk, draftId, 'redo');

/** Takes back one known action (the toast's button). */
export async function undoGroup(desk: Desk, group: string): Promise<Undo[] | undefined> {
  return desk.db.transaction('rw', desk.db.drafts, desk.db.undos, async () => {
    const rows = await desk.db.undos.where('group').equals(group).toArray();
    return rows.some((row) => !row.undone) ? apply(desk, rows, 'undo') : undefined;
  });
}

export async function canUndo(desk: Desk, draftId: string | null): Promise<{ undo: boolean; redo: boolean }> {
  const [back, forth] = await Promise.all([find(desk, draftId, 'undo'), find(desk, draftId, 'redo')]);
  return { undo: back !== undefined, redo: forth !== undefined };
}

async function step(desk: Desk, draftId: string | null, direction: 'undo' | 'redo'): Promise<Undo[] | undefined> {
  return desk.db.transaction('rw', desk.db.drafts, desk.db.undos, async () => {
    const found = await find(desk, draftId, direction);
    if (!found) return undefined;
    return apply(desk, await desk.db.undos.where('group').equals(found.group).toArray(), direction);
  });
}

/** The newest row done, or the oldest one undone: undone rows are always the tail of a draft's history. */
async function find(desk: Desk, draftId: string | null, direction: 'undo' | 'redo'): Promise<Undo | undefined> {
  const rows = draftId === null ? desk.db.undos.orderBy(':id') : desk.db.undos.where('draftId').equals(draftId);
  if (direction === 'undo')
    return rows
      .reverse()
      .filter((row) => !row.undone)
      .first();
  return rows.filter((row) => row.undone).first();
}

async function apply(desk: Desk, rows: Undo[], direction: 'undo' | 'redo'): Promise<Undo[]> {
  for (const row of rows) {
    const [from, to] = direction === 'undo' ? [row.after, row.before] : [row.before, row.after];
    const current = await desk.db.drafts.get(row.draftId);
    if (!to) await desk.db.drafts.delete(row.draftId);
    else if (!from || !current) await desk.db.drafts.put(current ?? to);
    else await desk.db.drafts.put({ ...reconcile(current, from, to), updatedAt: desk.now() });
  }
  await desk.db.undos.bulkPut(rows.map((row) => ({ ...row, undone: direction === 'undo' })));
  return rows;
}

/** Owned by the engine and the analysis: taking back an edit never takes back what happened on Vinted. */
const notOurs = new Set<keyof Draft>([
  'id',
  'state',
  'failure',
  'vintedId',
  'bulk',
  'suggestion',
  'createdAt',
  'updatedAt',
]);

/** Brings back only what the action itself changed and nobody changed since. */
export function reconcile(current: Draft, from: Draft, to: Draft): Draft {
  const kept = { ...current, fields: { ...current.fields } };
  for (const key of Object.keys(to) as (keyof Draft)[]) {
    if (key !== 'fields' && !notOurs.has(key)) bringBack(kept, current, from, to, key);
  }
  for (const name of Object.keys(to.fields) as (keyof DraftFields)[]) {
    bringBack(kept.fields, current.fields, from.fields, to.fields, name);
  }
  return kept;
}

function bringBack<T extends object, K extends keyof T>(target: T, current: T, from: T, to: T, key: K): void {
  if (!same(from[key], to[key]) && same(current[key], from[key])) target[key] = to[key];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const draftIdOf = (change: Change): string => (change.after ?? change.before)!.id;

async function forgetUndone(desk: Desk, draftId: string): Promise<void> {
  const rows = await desk.db.undos
    .where('draftId')
    .equals(draftId)
    .filter((row) => row.undone)
    .toArray();
  const groups = [...new Set(rows.map((row) => row.group))];
  if (groups.length) await desk.db.undos.where('group').anyOf(groups).delete();
}

/** Deletions stay until they are purged with their photos (delete-drafts.ts): pruning one would orphan photos. */
async function prune(desk: Desk, draftId: string | null): Promise<void> {
  if (draftId !== null) {
    const keys = await desk.db.undos
      .where('draftId')
      .equals(draftId)
      .filter((row) => row.after !== null)
      .primaryKeys();
    if (keys.length > STEPS_PER_DRAFT) await desk.db.undos.bulkDelete(keys.slice(0, keys.length - STEPS_PER_DRAFT));
  }
  const total = await desk.db.undos.count();
  if (total <= ROWS) return;
  const oldest = await desk.db.undos
    .orderBy(':id')
    .limit(total - ROWS)
    .filter((row) => row.after !== null)
    .primaryKeys();
  await desk.db.undos.bulkDelete(oldest);
}
