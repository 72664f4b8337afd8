import { ArrowLeft, Copy, Ellipsis, Redo2, Trash2, Undo2 } from 'lucide-preact';

import { i18n } from '#i18n';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { duplicateDraft } from './arrange.ts';
import { deleteDrafts } from './delete-drafts.ts';
import { useDesk } from './desk-context.tsx';
import { StateBadge } from './draft-status.tsx';
import { useEditing } from './editing.tsx';
import { undoGroup } from './undo.ts';
import { useUndo } from './use-undo.tsx';

export function EditorHeader({ onOpen }: { onOpen: (id: string | null) => void }) {
  const { draft, missing, locked } = useEditing();
  const history = useUndo(draft.id);
  return (
    <header class="flex flex-wrap items-center gap-2">
      <IconButton label={i18n.t('drafts.back')} onClick={() => onOpen(null)}>
        <ArrowLeft aria-hidden="true" size={20} />
      </IconButton>
      <h1 class="min-w-0 flex-1 basis-40 truncate font-display text-xl font-semibold sm:text-2xl">
        {draft.fields.title.value ?? i18n.t('drafts.untitled')}
      </h1>
      <StateBadge draft={draft} missing={missing} />
      <div class="ml-auto flex gap-1">
        <IconButton
          label={i18n.t('common.undo')}
          aria-keyshortcuts="Control+Z"
          disabled={locked || !history.can.undo}
          onClick={history.back}
        >
          <Undo2 aria-hidden="true" size={18} />
        </IconButton>
        <IconButton
          label={i18n.t('drafts.redo')}
          aria-keyshortcuts="Control+Shift+Z"
          disabled={locked || !history.can.redo}
          onClick={history.forth}
        >
          <Redo2 aria-hidden="true" size={18} />
        </IconButton>
        <DraftMenu onOpen={onOpen} />
      </div>
    </header>
  );
}

function DraftMenu({ onOpen }: { onOpen: (id: string | null) => void }) {
  const desk = useDesk();
  const { draft, locked } = useEditing();
  const duplicate = async (): Promise<void> => {
    const made = await duplicateDraft(desk, draft.id);
    if (made.is !== 'done') return;
    onOpen(made.draftId);
    showToast(i18n.t('drafts.duplicated'));
  };
  const remove = async (): Promise<void> => {
    const done = await deleteDrafts(desk, [draft.id]);
    if (!done) return;
    onOpen(null);
    showToast(i18n.t('drafts.deleted', done.deleted), () => void undoGroup(desk, done.group));
  };
  return (
    <Menu
      label={i18n.t('drafts.moreActions')}
      icon={<Ellipsis aria-hidden="true" size={18} />}
      items={[
        {
          id: 'duplicate',
          label: i18n.t('drafts.duplicate'),
          icon: <Copy aria-hidden="true" size={16} />,
          onChoose: () => void duplicate(),
        },
        {
          id: 'delete',
          label: i18n.t('drafts.delete'),
          icon: <Trash2 aria-hidden="true" size={16} />,
          danger: true,
          disabled: locked,
          onChoose: () => void remove(),
        },
      ]}
    />
  );
}
