import { limits } from '../../../shared/vocabulary.ts';
import type { Draft, DraftFieldName, DraftFields } from '../../../shared/draft.ts';
import { fieldNames, openDraft } from './draft-fields.ts';
import type { Desk } from './desk.ts';
import { noteAction } from './undo.ts';

export type Arranged =
  | { is: 'done'; draftId: string; group: string }
  | { is: 'gone' }
  | { is: 'too-many-photos' }
  | { is: 'busy' };

const arranging = <T>(desk: Desk, work: () => Promise<T>): Promise<T> =>
  desk.db.transaction('rw', desk.db.drafts, desk.db.undos, work);

/** A second draft with the same photos and fields, not yet on Vinted. */
export async function duplicateDraft(desk: Desk, id: string): Promise<Arranged> {
  return arranging(desk, async () => {
    const source = await desk.db.drafts.get(id);
    if (!source) return { is: 'gone' };
    const at = desk.now();
    const state = source.state === 'analysing' ? source.state : 'open';
    const copy: Draft = {
      ...source,
      id: desk.newId(),
      state,
      failure: null,
      vintedId: null,
      createdAt: at,
      updatedAt: at,
    };
    await desk.db.drafts.put(copy);
    return {
      is: 'done',
      draftId: copy.id,
      group: await noteAction(desk, 'duplicate', [{ before: null, after: copy }]),
    };
  });
}

/** The photos of `otherId` join `id`; what `id` leaves open is taken from the other, which goes. */
export async function mergeDrafts(desk: Desk, id: string, otherId: string): Promise<Arranged> {
  return arranging(desk, async () => {
    const [one, other] = await desk.db.drafts.bulkGet([id, otherId]);
    if (!one || !other || id === otherId) return { is: 'gone' };
    if (isBusy(one) || isBusy(other)) return { is: 'busy' };
    const photoIds = [...new Set([...one.photoIds, ...other.photoIds])];
    if (photoIds.length > limits.photosPerListing) return { is: 'too-many-photos' };
    const fields = filledFrom(one.fields, other.fields);
    const after = { ...one, photoIds, fields, attributes: attributesFrom(one, other), updatedAt: desk.now() };
    await desk.db.drafts.put(after);
    await desk.db.drafts.delete(otherId);
    const changes = [
      { before: one, after },
      { before: other, after: null },
    ];
    return { is: 'done', draftId: id, group: await noteAction(desk, 'merge', changes) };
  });
}

/** Some photos of a draft become a draft of their own: another item, so its fields start open. */
export async function splitDraft(desk: Desk, id: string, photoIds: string[]): Promise<Arranged> {
  return arranging(desk, async () => {
    const before = await desk.db.drafts.get(id);
    const leaving = before?.photoIds.filter((photo) => photoIds.includes(photo)) ?? [];
    if (!before || leaving.length === 0) return { is: 'gone' };
    if (isBusy(before)) return { is: 'busy' };
    const at = desk.now();
    const after = { ...before, photoIds: before.photoIds.filter((photo) => !leaving.includes(photo)), updatedAt: at };
    const split = {
      ...openDraft({ id: desk.newId(), market: before.market, photoIds: leaving, at }),
      audience: before.audience,
    };
    await desk.db.drafts.bulkPut([after, split]);
    const changes = [
      { before, after },
      { before: null, after: split },
    ];
    return { is: 'done', draftId: split.id, group: await noteAction(desk, 'split', changes) };
  });
}

/** The list with the photo at `from` moved to `to`; out of range stays as it is. */
export function movePhoto(photoIds: string[], from: number, to: number): string[] {
  const moved = photoIds[from];
  if (moved === undefined || to < 0 || to >= photoIds.length) return photoIds;
  const rest = photoIds.toSpliced(from, 1);
  return rest.toSpliced(to, 0, moved);
}

const isBusy = (draft: Draft): boolean => draft.state === 'filling' || draft.state === 'analysing';

/** The other's choices only where it is of the same category, or gives its own to a draft that had none. */
function attributesFrom(one: Draft, other: Draft): Draft['attributes'] {
  const category = one.fields.category.value?.id;
  const fits = category === undefined || category === other.fields.category.value?.id;
  return fits ? { ...other.attributes, ...one.attributes } : one.attributes;
}

function filledFrom(fields: DraftFields, other: DraftFields): DraftFields {
  const take = (name: DraftFieldName) =>
    (fields[name].value === null && fields[name].source !== 'seller' ? other : fields)[name];
  // Each name keeps its own field's type; the map over names loses it.
  return Object.fromEntries(fieldNames.map((name) => [name, take(name)])) as DraftFields;
}
