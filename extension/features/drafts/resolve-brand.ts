import type { Draft } from '../../../shared/draft.ts';
import type { Desk } from './desk.ts';

type Listed = { id: number; title: string };

/** The brand of the site with this very name, accents, case and blanks aside; two that fit are none. */
export function findBrand(label: string, listed: readonly Listed[]): Listed | undefined {
  const exact = listed.filter(({ title }) => title.trim() === label.trim());
  const alike = listed.filter(({ title }) => plain(title) === plain(label));
  return exact.length > 0 ? exact[0] : alike.length === 1 ? alike[0] : undefined;
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

/**
 * Gives a brand known by its name alone the site's own id. It is the same brand: who named it and how surely stays, and
 * undo goes past it as if it had been so from the start. `false` = the draft has another brand by now.
 */
export async function nameBrand({ db, now }: Desk, draftId: string, label: string, brand: Listed): Promise<boolean> {
  return db.transaction('rw', db.drafts, db.undos, async () => {
    const draft = await db.drafts.get(draftId);
    if (!draft || !isNamed(draft, label)) return false;
    const known = (one: Draft | null): Draft | null => (one && isNamed(one, label) ? withBrand(one, brand) : one);
    await db.drafts.put({ ...withBrand(draft, brand), updatedAt: now() });
    await db.undos
      .where('draftId')
      .equals(draftId)
      .modify((row) => {
        row.before = known(row.before);
        row.after = known(row.after);
      });
    return true;
  });
}

function isNamed({ fields }: Draft, label: string): boolean {
  const { value } = fields.brand;
  return value !== null && value !== 'none' && value.id === null && value.label === label;
}

const withBrand = (draft: Draft, { id, title }: Listed): Draft => ({
  ...draft,
  fields: { ...draft.fields, brand: { ...draft.fields.brand, value: { id, label: title } } },
});
