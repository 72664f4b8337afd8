import { ExternalLink, PartyPopper } from 'lucide-preact';

import { i18n } from '#i18n';
import { ledger } from '../../db/stores.ts';
import type { Draft } from '../../../shared/draft.ts';
import { ask } from '../../messaging/messenger.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { Spinner } from '../../ui/progress.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { useLive } from '../../ui/use-live.ts';
import { dismissFailure } from './change-draft.ts';
import { useDesk } from './desk-context.tsx';
import { listingLink } from './listing-link.ts';
import type { Missing } from './missing.ts';

/** One word for where a draft stands. */
export function StateBadge({ draft, missing }: { draft: Draft; missing: Missing[] }) {
  if (draft.state === 'published') return <Badge tone="success">{i18n.t('drafts.state.published')}</Badge>;
  if (draft.state === 'vinted-draft') return <Badge tone="primary">{i18n.t('drafts.state.vintedDraft')}</Badge>;
  if (draft.failure) return <Badge tone="danger">{i18n.t('drafts.state.failed')}</Badge>;
  if (draft.state === 'analysing')
    return <Badge icon={<Spinner class="size-3!" />}>{i18n.t('drafts.state.analysing')}</Badge>;
  if (draft.state === 'filling')
    return (
      <Badge tone="accent" icon={<Spinner class="size-3!" />}>
        {i18n.t('drafts.state.filling')}
      </Badge>
    );
  const stops = missing.filter((one) => one.stops).length;
  if (stops > 0) return <Badge tone="warning">{i18n.t('drafts.state.open', stops)}</Badge>;
  return <Badge tone="success">{i18n.t('drafts.state.ready')}</Badge>;
}

export type Retry = (draftIds: string[]) => Promise<void>;

/** What is going on with the open draft, in words, with the way on. */
export function DraftStatus({ draft, onRetry }: { draft: Draft; onRetry: Retry | undefined }) {
  const desk = useDesk();
  if (draft.failure) {
    const isAnalysis = draft.state === 'analysing' || draft.suggestion === null;
    return (
      <ErrorState
        title={failureWords(draft.failure.code, draft.failure.message)}
        {...(isAnalysis && onRetry ? { onRetry: () => void onRetry([draft.id]) } : {})}
      >
        <Button size="small" kind="quiet" onClick={() => void dismissFailure(desk, draft.id)}>
          {isAnalysis ? i18n.t('drafts.writeMyself') : i18n.t('drafts.understood')}
        </Button>
      </ErrorState>
    );
  }
  if (draft.state === 'analysing')
    return (
      <Notice tone="primary" icon={<Spinner />}>
        {i18n.t('drafts.analysingWords')}
      </Notice>
    );
  if (draft.state === 'filling') return <FillingNotice draft={draft} />;
  if (draft.state === 'published' || draft.state === 'vinted-draft') return <OnVinted draft={draft} />;
  return null;
}

function FillingNotice({ draft }: { draft: Draft }) {
  const job = useLive(() => ledger.jobs.where('draftId').equals(draft.id).last(), [draft.id]);
  const jobId = job.is === 'ready' ? job.value?.id : undefined;
  const stop = jobId === undefined ? undefined : (): void => void ask('jobs.stop', { jobId }).catch(() => undefined);
  return (
    <Notice
      tone="primary"
      icon={<Spinner />}
      action={
        stop && (
          <Button size="small" onClick={stop}>
            {i18n.t('drafts.stopFilling')}
          </Button>
        )
      }
    >
      {i18n.t('drafts.fillingWords')}
    </Notice>
  );
}

function OnVinted({ draft }: { draft: Draft }) {
  const link = listingLink(draft);
  const isLive = draft.state === 'published';
  return (
    <Notice
      tone="success"
      icon={<PartyPopper aria-hidden="true" size={18} />}
      action={
        link && (
          <a
            href={link}
            target="_blank"
            rel="noreferrer"
            class="inline-flex items-center gap-1.5 font-semibold underline"
          >
            {isLive ? i18n.t('drafts.seeListing') : i18n.t('drafts.openVintedDraft')}
            <ExternalLink aria-hidden="true" size={15} />
          </a>
        )
      }
    >
      {isLive ? i18n.t('drafts.publishedWords') : i18n.t('drafts.vintedDraftWords')}
    </Notice>
  );
}
