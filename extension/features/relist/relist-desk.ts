import type { Ledger, Wardrobe } from '../../db/database.ts';
import type { CatalogNode } from '../../../shared/catalog.ts';
import type { Backup } from '../../../shared/listing.ts';
import { withIds } from '../../selling/category-ids.ts';
import type { SellDesk } from '../../selling/sell-site.ts';
import { noteCopy, noteStatus } from './wardrobe-rows.ts';
import { wantedForm } from './wanted-form.ts';
import type { RelistState } from './relist-state.ts';

/** Our own side of a relist: the backup, the thing's history, and what is put into the form. All calls may be repeated. */
export interface RelistDesk extends SellDesk<RelistState> {
  /** Writes the bytes, reads them again and compares; throws when they are not what was written. */
  keepPhoto(bytes: Blob): Promise<string>;
  keepBackup(backup: Backup): Promise<void>;
  /** The listing was taken down on purpose: its backup can bring it back. */
  deleted(state: RelistState): Promise<void>;
  /** It was hidden, or shown again. */
  shown(state: RelistState, hidden: boolean): Promise<void>;
  /** The old one was sold before its copy: the copy is gone. */
  sold(state: RelistState): Promise<void>;
  /** Ids under which the thing of a backup may still be online. */
  idsOf(backupId: string | null): Promise<string[]>;
  /** When the thing was last relisted by us. */
  relistedAt(lineageId: string): Promise<number | null>;
  /** Whether a photo the site serves is the one kept, as a buyer would see it. */
  isSamePhoto(sha256: string, served: Blob): Promise<boolean>;
}

export interface RelistDeskDeps {
  ledger: Ledger;
  wardrobe: Wardrobe;
  /** The site's own catalogue: a copy knows its category by the id of the leaf only. */
  catalog(market: string): Promise<readonly CatalogNode[]>;
  settleWindow(): Promise<number>;
  /** Whether two photos look the same: the site encodes what it is given anew. */
  looksSame(kept: Blob, served: Blob): Promise<boolean>;
  now(): number;
}

export function relistDesk({ ledger, wardrobe, catalog, settleWindow, looksSame, now }: RelistDeskDeps): RelistDesk {
  return {
    async form(state) {
      const backup = await ledger.backups.get(state.backupId ?? '');
      if (!backup) return { ok: false, code: 'backup-gone', why: 'There is no copy of this listing here.' };
      const { form, photos } = backup;
      const stored = await ledger.backupPhotos.bulkGet(photos.map(({ sha256 }) => sha256));
      const lost = stored.filter((photo) => photo === undefined).length;
      if (lost > 0) return { ok: false, code: 'photo-missing', why: `${lost} photos of the copy are not stored.` };
      const category = form.category && withIds(form.category, await catalog(state.input.market));
      return { ok: true, form: wantedForm({ ...form, category }, photos, state.input) };
    },

    async made(state, _how, vintedId) {
      const from = (await ledger.backups.get(state.backupId ?? ''))?.listingKey ?? keyOf(state);
      await markReplaced(ledger, state, vintedId);
      await joinLineage(wardrobe, state, vintedId, now());
      const copy = { price: state.form?.price ?? null, status: 'active' as const };
      if (vintedId !== null) await noteCopy(wardrobe, from, { ...copy, vintedId }, now());
      if (state.input.oldId !== null) await noteStatus(wardrobe, from, 'gone', now());
    },

    async keepPhoto(bytes) {
      const sha256 = await hashOf(bytes);
      await ledger.backupPhotos.put({ sha256, blob: bytes, addedAt: now() });
      const read = await ledger.backupPhotos.get(sha256);
      if (!read || (await hashOf(read.blob)) !== sha256) throw new Error('A photo could not be stored whole.');
      return sha256;
    },

    keepBackup: async (row) => void (await ledger.backups.put(row)),
    async deleted(state) {
      await ledger.backups
        .where('id')
        .equals(state.backupId ?? '')
        .modify({ state: 'deleted' });
      await noteStatus(wardrobe, keyOf(state), 'gone', now());
    },
    shown: (state, hidden) => noteStatus(wardrobe, keyOf(state), hidden ? 'hidden' : 'active', now()),
    sold: (state) => noteStatus(wardrobe, keyOf(state), 'sold', now()),
    async idsOf(backupId) {
      const backup = await ledger.backups.get(backupId ?? '');
      return backup ? [backup.vintedId, ...(backup.replacedBy === null ? [] : [backup.replacedBy])] : [];
    },
    relistedAt: async (lineageId) => (await wardrobe.lineages.get(lineageId))?.relistedAt ?? null,

    async isSamePhoto(sha256, served) {
      if ((await hashOf(served)) === sha256) return true;
      const kept = await ledger.backupPhotos.get(sha256);
      return kept !== undefined && looksSame(kept.blob, served);
    },
    settleWindow,
  };
}

const keyOf = ({ input }: RelistState): string => `${input.market}:${input.oldId ?? ''}`;

async function markReplaced(ledger: Ledger, { backupId }: RelistState, vintedId: string | null): Promise<void> {
  await ledger.transaction('rw', ledger.backups, async () => {
    const backup = await ledger.backups.get(backupId ?? '');
    if (backup) await ledger.backups.put({ ...backup, state: 'replaced', replacedBy: vintedId });
  });
}

async function joinLineage(wardrobe: Wardrobe, { input }: RelistState, vintedId: string | null, at: number) {
  await wardrobe.transaction('rw', wardrobe.lineages, async () => {
    const known = await wardrobe.lineages.get(input.lineageId);
    const ids = [...(known?.vintedIds ?? []), ...(input.oldId ? [input.oldId] : []), ...(vintedId ? [vintedId] : [])];
    await wardrobe.lineages.put({
      id: input.lineageId,
      account: input.account,
      vintedIds: [...new Set(ids)],
      relistedAt: known?.vintedIds.includes(vintedId ?? '') ? (known.relistedAt ?? at) : at,
      priceChangedAt: known?.priceChangedAt ?? null,
      createdAt: known?.createdAt ?? at,
    });
  });
}

async function hashOf(blob: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
