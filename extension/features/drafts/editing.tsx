import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { showToast } from '../../ui/toasts.tsx';
import type { CatalogIndex, CategoryRules } from './category-rules.ts';
import { changeDraft, type DraftChange } from './change-draft.ts';
import { useDesk } from './desk-context.tsx';
import type { Missing } from './missing.ts';

/** The one draft that is open: what is known of it, and how to change it. */
export type Editing = {
  draft: Draft;
  rules: CategoryRules | null;
  index: CatalogIndex | null;
  missing: Missing[];
  language: string;
  locked: boolean;
};

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('No open draft: mount inside EditingProvider');
  return editing;
}

/** Saves a change of the open draft. Rejects when it could not be stored, after saying so. */
export function useChange(): (change: DraftChange) => Promise<void> {
  const desk = useDesk();
  const { draft } = useEditing();
  return async (change) => {
    try {
      if (!(await changeDraft(desk, draft.id, change))) showToast(i18n.t('drafts.gone'));
    } catch (error) {
      showToast(i18n.t('drafts.notSaved'));
      throw error;
    }
  };
}

/** For one-click choices: a failed save has been said already, and the click can be repeated. */
export function useChoose(): (change: DraftChange) => void {
  const change = useChange();
  return (wanted) => {
    change(wanted).catch(() => undefined);
  };
}
