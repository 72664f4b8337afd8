import type { Draft, DraftFieldName, DraftFields } from '../../../shared/draft.ts';
import type { Source } from '../../../shared/suggestion.ts';
import { withField, type FieldValues } from './draft-fields.ts';
import type { Desk } from './desk.ts';
import { noteAction, noteTyping } from './undo.ts';

/** What a seller may change of a draft. A field left out stays as it is; null empties it. */
export type DraftChange = {
  fields?: Partial<FieldValues>;
  /** Of the category's own lists; those left out stay, null takes one off. */
  attributes?: Record<string, Draft['attributes'][string] | null>;
  photoIds?: string[];
  priceFloor?: number | null;
  templateId?: string | null;
  market?: string;
  /** Where the values come from when not typed by the seller (a chosen alternative, a template). */
  source?: Source;
};

export function changed(draft: Draft, change: DraftChange, at: number): Draft {
  let fields = draft.fields;
  for (const name of Object.keys(change.fields ?? {}) as DraftFieldName[]) {
    const value = change.fields?.[name];
    if (value !== undefined) fields = withField(fields, name, value, change.source ?? 'seller');
  }
  return {
    ...draft,
    fields,
    attributes: attributesAfter(draft, change),
    photoIds: change.photoIds ?? draft.photoIds,
    priceFloor: change.priceFloor === undefined ? draft.priceFloor : change.priceFloor,
    templateId: change.templateId === undefined ? draft.templateId : change.templateId,
    market: change.market ?? draft.market,
    updatedAt: at,
  };
}

/** Another kind of thing has other lists: what was chosen stays only among neighbours in the catalogue. */
function attributesAfter(draft: Draft, { fields, attributes = {} }: DraftChange): Draft['attributes'] {
  const before = draft.fields.category.value;
  const next = fields?.category;
  const moved = next !== undefined && before !== null && next?.id !== before.id && !areNeighbours(before, next);
  const all = { ...(moved ? {} : draft.attributes), ...attributes };
  return Object.fromEntries(Object.entries(all).flatMap(([code, option]) => (option ? [[code, option]] : [])));
}

type Category = NonNullable<FieldValues['category']>;

const areNeighbours = (one: Category, other: Category | null): boolean =>
  one.path.length > 1 && one.path.slice(0, -1).join('\n') === other?.path.slice(0, -1).join('\n');

/** Autosave: called on each key. Resolves when the change is safely stored; false = the draft is gone. */
export async function changeDraft(desk: Desk, id: string, change: DraftChange): Promise<boolean> {
  return desk.db.transaction('rw', desk.db.drafts, desk.db.undos, async () => {
    const before = await desk.db.drafts.get(id);
    if (!before) return false;
    const after = changed(before, change, desk.now());
    await desk.db.drafts.put(after);
    await noteTyping(desk, whatOf(change), before, after);
    return true;
  });
}

/**
 * One change to many drafts, all or none, one step back. `change` null leaves a draft alone.
 * Returns the group that undoes it, or undefined when nothing changed.
 */
export async function changeDrafts(
  desk: Desk,
  ids: string[],
  change: (draft: Draft) => DraftChange | null,
): Promise<{ group: string; count: number } | undefined> {
  return desk.db.transaction('rw', desk.db.drafts, desk.db.undos, async () => {
    const found = (await desk.db.drafts.bulkGet(ids)).filter((draft) => draft !== undefined);
    const changes = found.flatMap((before) => {
      const wanted = change(before);
      return wanted ? [{ before, after: changed(before, wanted, desk.now()) }] : [];
    });
    if (changes.length === 0) return undefined;
    await desk.db.drafts.bulkPut(changes.map(({ after }) => after));
    return { group: await noteAction(desk, 'bulk', changes), count: changes.length };
  });
}

const whatOf = (change: DraftChange): string =>
  [
    ...Object.keys(change.fields ?? {}),
    ...Object.keys(change.attributes ?? {}),
    ...Object.keys(change).filter((key) => !['fields', 'attributes', 'source'].includes(key)),
  ]
    .sort()
    .join('+');

/** Puts one field back to what it was, with its own certainty and source (Escape in a table cell). */
export async function restoreField<Name extends DraftFieldName>(
  desk: Desk,
  id: string,
  name: Name,
  field: DraftFields[Name],
): Promise<void> {
  await desk.db.transaction('rw', desk.db.drafts, desk.db.undos, async () => {
    const before = await desk.db.drafts.get(id);
    if (!before || JSON.stringify(before.fields[name]) === JSON.stringify(field)) return;
    const after = { ...before, fields: { ...before.fields, [name]: field }, updatedAt: desk.now() };
    await desk.db.drafts.put(after);
    await noteTyping(desk, name, before, after);
  });
}

/** The seller has read why something failed and goes on by hand. */
export async function dismissFailure({ db }: Desk, id: string): Promise<void> {
  await db.transaction('rw', db.drafts, async () => {
    const draft = await db.drafts.get(id);
    if (!draft?.failure) return;
    await db.drafts.put({ ...draft, failure: null, state: draft.state === 'analysing' ? 'open' : draft.state });
  });
}
