import { Combine, Pencil, RotateCw, Send, Trash2, X } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { showToast } from '../../ui/toasts.tsx';
import { mergeDrafts } from './arrange.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { Checks } from './checks.ts';
import { deleteDrafts } from './delete-drafts.ts';
import { useDesk } from './desk-context.tsx';
import type { Retry } from './draft-status.tsx';
import type { FillPlan } from './fill-dialog.tsx';
import { undoGroup } from './undo.ts';

type BulkBarProps = {
  drafts: Draft[];
  checks: Checks;
  onFill: (plan: FillPlan) => void;
  onOpen: (id: string) => void;
  onRetry: Retry | undefined;
  onClear: () => void;
};

/** What can be done with all chosen drafts at once. */
export function BulkBar({ drafts, checks, onFill, onOpen, onRetry, onClear }: BulkBarProps) {
  const [editing, setEditing] = useState(false);
  const { remove, merge } = useArranging(drafts, onOpen, onClear);
  const ids = drafts.map((draft) => draft.id);
  const failed = drafts.filter((draft) => draft.state === 'analysing' && draft.failure).map((draft) => draft.id);
  useShortcuts({ delete: remove });
  return (
    <section
      aria-label={i18n.t('drafts.bulk.title')}
      class="sticky bottom-3 z-20 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-surface p-2 pl-4 shadow-float max-sm:bottom-20"
    >
      <p role="status" class="mr-auto font-semibold max-lg:basis-[70%]">
        {i18n.t('drafts.bulk.chosen', drafts.length)}
      </p>
      <IconButton size="small" class="lg:order-last" label={i18n.t('drafts.bulk.clear')} onClick={onClear}>
        <X aria-hidden="true" size={16} />
      </IconButton>
      {failed.length > 0 && onRetry && (
        <Button
          size="small"
          class="max-lg:flex-auto"
          icon={<RotateCw aria-hidden="true" size={15} />}
          onClick={() => void onRetry(failed)}
        >
          {i18n.t('common.retry')}
        </Button>
      )}
      <Button
        size="small"
        class="max-lg:flex-auto"
        icon={<Pencil aria-hidden="true" size={15} />}
        onClick={() => setEditing(true)}
      >
        {i18n.t('drafts.bulk.edit')}
      </Button>
      {drafts.length > 1 && (
        <Button size="small" class="max-lg:flex-auto" icon={<Combine aria-hidden="true" size={15} />} onClick={merge}>
          {i18n.t('drafts.bulk.merge')}
        </Button>
      )}
      <Button
        size="small"
        class="max-lg:flex-auto"
        icon={<Send aria-hidden="true" size={15} />}
        onClick={() => onFill({ ids, how: 'publish' })}
      >
        {i18n.t('drafts.bulk.fill')}
      </Button>
      <Button
        size="small"
        class="max-lg:flex-auto"
        kind="danger"
        icon={<Trash2 aria-hidden="true" size={15} />}
        onClick={remove}
      >
        {i18n.t('drafts.delete')}
      </Button>
      <BulkDialog open={editing} drafts={drafts} checks={checks} onClose={() => setEditing(false)} />
    </section>
  );
}

function useArranging(drafts: Draft[], onOpen: (id: string) => void, onClear: () => void) {
  const desk = useDesk();
  const remove = async (): Promise<void> => {
    const done = await deleteDrafts(
      desk,
      drafts.map((draft) => draft.id),
    );
    if (!done) return showToast(i18n.t('drafts.keptWhileFilling', drafts.length));
    onClear();
    const words = i18n.t('drafts.deleted', done.deleted);
    const kept = done.kept.length > 0 ? ` ${i18n.t('drafts.keptWhileFilling', done.kept.length)}` : '';
    return showToast(words + kept, () => void undoGroup(desk, done.group));
  };
  const merge = async (): Promise<void> => {
    const [first, ...others] = drafts;
    const groups: string[] = [];
    for (const other of first ? others : []) {
      const done = await mergeDrafts(desk, first!.id, other.id);
      if (done.is === 'done') groups.push(done.group);
      else showToast(done.is === 'too-many-photos' ? i18n.t('drafts.mergeTooMany') : i18n.t('drafts.mergeBusy'));
      if (done.is !== 'done') break;
    }
    if (!first || groups.length === 0) return;
    onClear();
    onOpen(first.id);
    showToast(i18n.t('drafts.merged'), () => void undoAll(groups));
  };
  const undoAll = async (groups: string[]): Promise<void> => {
    for (const group of groups.toReversed()) await undoGroup(desk, group);
  };
  return { remove: () => void remove(), merge: () => void merge() };
}
