import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Ledger, Wardrobe } from '../../db/database.ts';
import { showToast } from '../../ui/toasts.tsx';
import { noteOn, undoNotes, type NoteChange } from './notes.ts';

/** What the views of this feature work with; the page that mounts them is the composition. */
export type WardrobeDesk = { db: Wardrobe; ledger: Ledger; now: () => number };

const DeskContext = createContext<WardrobeDesk | null>(null);
export const WardrobeDeskProvider = DeskContext.Provider;

export function useWardrobeDesk(): WardrobeDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No desk: mount inside WardrobeDeskProvider');
  return desk;
}

/** Notes something on listings, says on how many, and offers to take it back. */
export function useNoting(): (keys: string[], change: NoteChange) => Promise<void> {
  const { db } = useWardrobeDesk();
  return async (keys, change) => {
    const noted = await noteOn(db, keys, change);
    const left = keys.length - noted.changed;
    const words = i18n.t('wardrobe.noted', noted.changed);
    showToast(
      left > 0 ? `${words} ${i18n.t('wardrobe.notNoted', left)}` : words,
      noted.changed > 0 ? () => void undoNotes(db, noted) : undefined,
    );
  };
}
