import { i18n } from '#i18n';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { showToast } from '../../ui/toasts.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useDesk } from './desk-context.tsx';
import { canUndo, redo, undo } from './undo.ts';

/** Undo and redo for one draft or (null) all of them, on buttons and on Ctrl+Z / Ctrl+Shift+Z / Ctrl+Y. */
export function useUndo(draftId: string | null) {
  const desk = useDesk();
  const can = useLive(() => canUndo(desk, draftId), [desk, draftId]);
  const back = async (): Promise<void> => {
    showToast((await undo(desk, draftId)) ? i18n.t('drafts.undone') : i18n.t('drafts.nothingToUndo'));
  };
  const forth = async (): Promise<void> => {
    showToast((await redo(desk, draftId)) ? i18n.t('drafts.redone') : i18n.t('drafts.nothingToRedo'));
  };
  useShortcuts({ 'mod+z': () => void back(), 'mod+shift+z': () => void forth(), 'mod+y': () => void forth() });
  const known = can.is === 'ready' ? can.value : { undo: false, redo: false };
  return { back: () => void back(), forth: () => void forth(), can: known };
}
