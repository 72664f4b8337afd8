import { Send, Shirt } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { BulkBar } from './bulk-bar.tsx';
import type { Checks } from './checks.ts';
import { useChecks } from './desk-context.tsx';
import { DraftCards } from './draft-cards.tsx';
import { arrangeList, countPiles, pileOf, sortings, type Filter, type ListQuery } from './draft-list.ts';
import type { Retry } from './draft-status.tsx';
import { DraftTable } from './draft-table.tsx';
import { DraftToolbar } from './draft-toolbar.tsx';
import { FillDialog, type FillPlan } from './fill-dialog.tsx';
import type { OnFill } from './fill.ts';
import { choose, chooseAll, nothingChosen, stillChosen } from '../../ui/selection.ts';
import { useRemembered } from '../../ui/use-remembered.tsx';
import { useTwinMarks } from './use-twin-marks.tsx';
import { useUndo } from './use-undo.tsx';

type PageProps = { drafts: Draft[]; onOpen: (id: string | null) => void; onFill: OnFill; onRetry: Retry | undefined };

export function DraftsPage({ drafts, onOpen, onFill, onRetry }: PageProps) {
  const checks = useChecks();
  const history = useUndo(null);
  const [look, setLook] = useRemembered('drafts.look', ['cards', 'table']);
  const [sort, setSort] = useRemembered('drafts.sort', sortings);
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const [selection, setSelection] = useState(nothingChosen);
  const [plan, setPlan] = useState<FillPlan | null>(null);
  const shown = useArranged(drafts, { filter, search, sort }, checks);
  const counts = useMemo(() => countPiles(drafts, checks.isComplete), [drafts, checks]);
  const hasTwin = useTwinMarks(drafts);
  const order = useMemo(() => shown.map((draft) => draft.id), [shown]);
  const chosen = stillChosen(selection, order);
  useShortcuts({ 'mod+a': () => setSelection(chooseAll(order)), escape: () => setSelection(nothingChosen) });
  if (drafts.length === 0) return <NoDrafts />;
  const ready = drafts.filter((draft) => pileOf(draft, checks.isComplete(draft)) === 'ready').map((draft) => draft.id);
  const list = {
    drafts: shown,
    checks,
    chosen: selection.chosen,
    hasTwin,
    onOpen,
    onChoose: (id: string, range: boolean) => setSelection(choose(selection, order, id, range)),
    onChooseAll: (all: boolean) => setSelection(all ? chooseAll(order) : nothingChosen),
  };
  return (
    <div class="grid gap-4">
      <PageHeader
        title={i18n.t('drafts.title')}
        actions={
          <Button
            kind="primary"
            disabled={ready.length === 0}
            icon={<Send aria-hidden="true" size={17} />}
            onClick={() => setPlan({ ids: ready, how: 'publish' })}
          >
            {i18n.t('drafts.fillAllReady', ready.length)}
          </Button>
        }
      />
      <DraftToolbar
        {...{ counts, filter, search, sort, look, history }}
        onFilter={setFilter}
        onSearch={setSearch}
        onSort={setSort}
        onLook={setLook}
      />
      {shown.length === 0 ? (
        <EmptyState title={i18n.t('drafts.nothingFits')}>{i18n.t('drafts.nothingFitsWords')}</EmptyState>
      ) : look === 'cards' ? (
        <DraftCards {...list} />
      ) : (
        <DraftTable {...list} />
      )}
      {chosen.length > 0 && (
        <BulkBar
          drafts={shown.filter((draft) => selection.chosen.has(draft.id))}
          checks={checks}
          onFill={setPlan}
          onOpen={onOpen}
          onRetry={onRetry}
          onClear={() => setSelection(nothingChosen)}
        />
      )}
      <FillDialog plan={plan} drafts={drafts} checks={checks} onFill={onFill} onClose={() => setPlan(null)} />
    </div>
  );
}

/**
 * The list in order. It is arranged anew when the question changes or a draft comes, goes or moves on, but not while
 * fields are edited: a row that jumps away under the cursor cannot be worked with.
 */
function useArranged(drafts: Draft[], query: ListQuery, checks: Checks): Draft[] {
  const standing = drafts.map((draft) => `${draft.id} ${draft.state} ${draft.failure?.code ?? ''}`).join();
  const { filter, search, sort } = query;
  const order = useMemo(
    () => arrangeList(drafts, { filter, search, sort }, checks.isComplete).map((draft) => draft.id),
    [standing, filter, search, sort, checks],
  );
  return useMemo(() => {
    const byId = new Map(drafts.map((draft) => [draft.id, draft]));
    return order.flatMap((id) => byId.get(id) ?? []);
  }, [drafts, order]);
}

const NoDrafts = () => (
  <>
    <PageHeader title={i18n.t('drafts.title')} />
    <EmptyState
      icon={<Shirt aria-hidden="true" size={26} />}
      title={i18n.t('drafts.emptyTitle')}
      action={
        <a
          href="#photos"
          class="inline-flex min-h-10 items-center rounded-md bg-primary px-4 font-semibold text-on-primary"
        >
          {i18n.t('drafts.addPhotos')}
        </a>
      }
    >
      {i18n.t('drafts.emptyWords')}
    </EmptyState>
  </>
);
