import { useLive } from '../../ui/use-live.ts';
import { i18n } from '#i18n';
import type { Draft } from '../../../shared/draft.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { AttributeFields } from './attribute-fields.tsx';
import { BrandField } from './brand-field.tsx';
import { CategoryField } from './category-field.tsx';
import { ColorsField, ConditionField, MaterialsField, PackageField } from './choice-fields.tsx';
import { useChecks, useDesk } from './desk-context.tsx';
import { DraftStatus, type Retry } from './draft-status.tsx';
import { EditingProvider } from './editing.tsx';
import { EditorBar } from './editor-bar.tsx';
import { EditorHeader } from './editor-header.tsx';
import type { OnFill } from './fill.ts';
import { MissingList } from './missing-list.tsx';
import { MoreFields } from './more-fields.tsx';
import { PhotoStrip } from './photo-strip.tsx';
import { FloorField, PriceField } from './price-field.tsx';
import { SizeField } from './size-field.tsx';
import { DescriptionField, TitleField } from './text-fields.tsx';
import { TwinsNotice } from './twins-notice.tsx';

type EditorProps = {
  id: string;
  onOpen: (id: string | null) => void;
  onFill: OnFill;
  onRetry: Retry | undefined;
};

/** One draft on a page of its own. */
export function EditorView({ id, onOpen, onFill, onRetry }: EditorProps) {
  const { db } = useDesk();
  const found = useLive(async () => ({ draft: await db.drafts.get(id) }), [db, id]);
  if (found.is === 'loading') return <LoadingState />;
  if (found.is === 'failed') return <ErrorState title={i18n.t('drafts.unreadable')}>{String(found.error)}</ErrorState>;
  const { draft } = found.value;
  if (draft?.id === id) return <OpenDraft key={id} draft={draft} onOpen={onOpen} onFill={onFill} onRetry={onRetry} />;
  return draft ? <LoadingState /> : <DraftGone onBack={() => onOpen(null)} />;
}

const DraftGone = ({ onBack }: { onBack: () => void }) => (
  <EmptyState title={i18n.t('drafts.goneTitle')} action={<Button onClick={onBack}>{i18n.t('drafts.back')}</Button>}>
    {i18n.t('drafts.goneWords')}
  </EmptyState>
);

function OpenDraft({ draft, onOpen, onFill, onRetry }: Omit<EditorProps, 'id'> & { draft: Draft }) {
  const checks = useChecks();
  const locked = draft.state === 'filling';
  const editing = {
    draft,
    rules: checks.rules(draft),
    index: checks.index(draft.market),
    missing: checks.missing(draft),
    language: navigator.language,
    locked,
  };
  return (
    <EditingProvider value={editing}>
      <div class="grid gap-5">
        <EditorHeader onOpen={onOpen} />
        <div aria-live="polite" class="grid gap-3 empty:hidden">
          <DraftStatus draft={draft} onRetry={onRetry} />
        </div>
        <div class="grid items-start gap-5 lg:grid-cols-[minmax(240px,340px)_1fr]">
          <div class="lg:sticky lg:top-4">
            <PhotoStrip />
          </div>
          <div class={draft.state === 'analysing' && !draft.failure ? 'grid animate-pulse gap-5' : 'grid gap-5'}>
            {draft.state !== 'published' && draft.state !== 'analysing' && <MissingList />}
            <TwinsNotice onOpen={onOpen} />
            <EditorFields />
          </div>
        </div>
        <EditorBar onFill={onFill} />
      </div>
    </EditingProvider>
  );
}

const EditorFields = () => (
  <>
    <Card title={i18n.t('drafts.section.words')}>
      <div class="grid gap-5">
        <TitleField />
        <DescriptionField />
      </div>
    </Card>
    <Card title={i18n.t('drafts.section.item')}>
      <div class="grid gap-5 md:grid-cols-2">
        <div class="md:col-span-2">
          <CategoryField />
        </div>
        <BrandField />
        <SizeField />
        <div class="md:col-span-2">
          <ConditionField />
        </div>
        <AttributeFields />
        <ColorsField />
        <MaterialsField />
      </div>
    </Card>
    <Card title={i18n.t('drafts.section.sale')}>
      <div class="grid gap-5 md:grid-cols-2">
        <PriceField />
        <FloorField />
        <div class="md:col-span-2">
          <PackageField />
        </div>
      </div>
    </Card>
    <Card title={i18n.t('drafts.section.more')}>
      <div class="grid gap-5">
        <MoreFields />
      </div>
    </Card>
  </>
);
