import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { BulkControl, type BulkTopic, bulkTopics } from './bulk-control.tsx';
import { bulkEdit, type BulkEdit } from './bulk-edit.ts';
import type { Checks } from './checks.ts';
import { useDesk } from './desk-context.tsx';
import { undoGroup } from './undo.ts';
import { fieldWords } from './words.ts';

type BulkDialogProps = { open: boolean; drafts: Draft[]; checks: Checks; onClose: () => void };

/** One change for all chosen drafts: what, to which value, and how many it will reach. */
export function BulkDialog({ open, drafts, checks, onClose }: BulkDialogProps) {
  const desk = useDesk();
  const [topic, setTopic] = useState<BulkTopic>('condition');
  const [edit, setEdit] = useState<BulkEdit | null>(null);
  const apply = async (): Promise<void> => {
    if (!edit) return;
    const { changed, skipped, group } = await bulkEdit(
      desk,
      drafts.map((draft) => draft.id),
      edit,
    );
    onClose();
    setEdit(null);
    const left = skipped > 0 ? ` ${i18n.t('drafts.bulk.skipped', skipped)}` : '';
    showToast(
      i18n.t('drafts.bulk.changed', changed) + left,
      group === null ? undefined : () => void undoGroup(desk, group),
    );
  };
  return (
    <Dialog
      open={open}
      title={i18n.t('drafts.bulk.editTitle', drafts.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
          <Button kind="primary" disabled={edit === null} onClick={() => void apply()}>
            {i18n.t('drafts.bulk.apply', drafts.length)}
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        <Field label={i18n.t('drafts.bulk.what')}>
          {(control) => (
            <Select
              {...control}
              value={topic}
              options={bulkTopics.map((value) => ({ value, label: topicWords(value) }))}
              onChoose={(next) => {
                setTopic(next);
                setEdit(null);
              }}
            />
          )}
        </Field>
        <BulkControl key={topic} topic={topic} drafts={drafts} checks={checks} onEdit={setEdit} />
      </div>
    </Dialog>
  );
}

function topicWords(topic: BulkTopic): string {
  if (topic === 'price-percent') return i18n.t('drafts.bulk.percent');
  if (topic === 'price-floor') return i18n.t('drafts.floor');
  if (topic === 'template') return i18n.t('drafts.useTemplate');
  return fieldWords(topic);
}
