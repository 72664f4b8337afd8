import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { toFailure } from '../../messaging/failures.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { showToast } from '../../ui/toasts.tsx';
import { useEditing } from './editing.tsx';
import type { FillHow, OnFill } from './fill.ts';
import { isComplete } from './missing.ts';

/** Three in a row also on a phone. */
const narrow = 'max-sm:flex-1 max-sm:px-2 max-sm:text-sm';

/** What can be done with the finished draft, always in sight. */
export function EditorBar({ onFill }: { onFill: OnFill }) {
  const { draft, missing } = useEditing();
  const [busy, setBusy] = useState<FillHow | null>(null);
  if (draft.state === 'published' || draft.state === 'filling') return null;
  const complete = isComplete(missing);
  const start = async (how: FillHow): Promise<void> => {
    setBusy(how);
    try {
      await onFill([draft.id], how);
    } catch (error) {
      const { code, message } = toFailure(error);
      showToast(failureWords(code, message));
    } finally {
      setBusy(null);
    }
  };
  const fill = (how: FillHow) => () => void start(how);
  // A Vinted draft may have gaps; only words Vinted would refuse, or no category, stand in its way.
  const isDraftable = draft.state !== 'analysing' && !missing.some((one) => one.stops && one.code !== 'open');
  return (
    <div class="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-paper/95 px-4 py-3 max-sm:bottom-18 sm:-mx-8 sm:px-8">
      {!complete && <p class="mr-auto text-sm text-ink-soft max-sm:sr-only">{i18n.t('drafts.publishWhenComplete')}</p>}
      <Button
        class={narrow}
        busy={busy === 'fill'}
        disabled={draft.state === 'analysing'}
        onClick={fill('fill')}
        title={i18n.t('drafts.fillHint')}
      >
        {i18n.t('drafts.fill')}
      </Button>
      <Button class={narrow} busy={busy === 'draft'} disabled={!isDraftable} onClick={fill('draft')}>
        <span class="sm:hidden">{i18n.t('drafts.saveShort')}</span>
        <span class="max-sm:sr-only">{i18n.t('drafts.saveOnVinted')}</span>
      </Button>
      <Button
        class={narrow}
        kind="primary"
        busy={busy === 'publish'}
        disabled={!complete || draft.state === 'analysing'}
        onClick={fill('publish')}
      >
        {i18n.t('drafts.publish')}
      </Button>
    </div>
  );
}
