import { useEffect } from 'preact/hooks';

import { i18n } from '#i18n';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { useLive } from '../../ui/use-live.ts';
import { purgeDeleted } from './delete-drafts.ts';
import type { Desk } from './desk.ts';
import { DeskProvider, useDesk } from './desk-context.tsx';
import type { Retry } from './draft-status.tsx';
import { DraftsPage } from './drafts-page.tsx';
import { EditorView } from './editor-view.tsx';
import type { OnFill } from './fill.ts';

/** A deletion can be taken back this long, also after its message went away. */
const UNDO_DELETE_MS = 60 * 60 * 1_000;

export type DraftsViewProps = {
  desk: Desk;
  openDraftId: string | null;
  onOpen: (id: string | null) => void;
  onFill: OnFill;
  /** Analyses drafts again whose analysis failed; without it the seller can only go on by hand. */
  onRetry?: Retry;
};

/** All drafts, or the one that is open. */
export function DraftsView({ desk, openDraftId, onOpen, onFill, onRetry }: DraftsViewProps) {
  useEffect(() => {
    void purgeDeleted(desk, desk.now() - UNDO_DELETE_MS);
  }, [desk]);
  return (
    <DeskProvider value={desk}>
      {openDraftId === null ? (
        <AllDrafts onOpen={onOpen} onFill={onFill} onRetry={onRetry} />
      ) : (
        <EditorView id={openDraftId} onOpen={onOpen} onFill={onFill} onRetry={onRetry} />
      )}
    </DeskProvider>
  );
}

type AllProps = { onOpen: (id: string | null) => void; onFill: OnFill; onRetry: Retry | undefined };

function AllDrafts({ onOpen, onFill, onRetry }: AllProps) {
  const { db } = useDesk();
  const drafts = useLive(() => db.drafts.toArray(), [db]);
  if (drafts.is === 'loading') return <LoadingState />;
  if (drafts.is === 'failed')
    return <ErrorState title={i18n.t('drafts.unreadable')}>{String(drafts.error)}</ErrorState>;
  return <DraftsPage drafts={drafts.value} onOpen={onOpen} onFill={onFill} onRetry={onRetry} />;
}
