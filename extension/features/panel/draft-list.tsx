import { ArrowLeft } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Failure } from '../../../shared/failure.ts';
import { toFailure } from '../../messaging/failures.ts';
import { failureWords } from '../../ui/failure-words.ts';
import { type DraftChoice, findDrafts } from './find-drafts.ts';
import { Thumbnail } from './thumbnail.tsx';
import { trusted } from './trusted.ts';

type Props = { load: () => Promise<DraftChoice[]>; busy: boolean; choose: (draftId: string) => void; back: () => void };
type Loaded = { is: 'loading' } | { is: 'there'; drafts: DraftChoice[] } | { is: 'failed'; failure: Failure };

export function DraftList({ load, busy, choose, back }: Props) {
  const [loaded, setLoaded] = useState<Loaded>({ is: 'loading' });
  const [search, setSearch] = useState('');
  useEffect(() => {
    void load().then(
      (drafts) => setLoaded({ is: 'there', drafts }),
      (error: unknown) => setLoaded({ is: 'failed', failure: toFailure(error) }),
    );
  }, []);
  return (
    <>
      <div class="row">
        <button
          type="button"
          class="icon"
          aria-label={i18n.t('panel.back')}
          title={i18n.t('panel.back')}
          onClick={trusted(back)}
        >
          <ArrowLeft size={18} aria-hidden="true" />
        </button>
        <input
          type="search"
          class="search"
          data-first
          aria-label={i18n.t('panel.search')}
          placeholder={i18n.t('panel.search')}
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </div>
      {loaded.is === 'loading' && <output>{i18n.t('panel.draftsLoading')}</output>}
      {loaded.is === 'failed' && (
        <p role="alert" class="notice trouble">
          {failureWords(loaded.failure.code, loaded.failure.message)}
        </p>
      )}
      {loaded.is === 'there' && <Found drafts={loaded.drafts} search={search} busy={busy} choose={choose} />}
    </>
  );
}

type FoundProps = { drafts: DraftChoice[]; search: string; busy: boolean; choose: (draftId: string) => void };

function Found({ drafts, search, busy, choose }: FoundProps) {
  const { shown, more } = findDrafts(drafts, search);
  if (drafts.length === 0) return <p>{i18n.t('panel.draftsNone')}</p>;
  if (shown.length === 0) return <output>{i18n.t('panel.draftsNoMatch')}</output>;
  return (
    <>
      <ul class="drafts">
        {shown.map((draft) => (
          <li key={draft.id}>
            <button type="button" class="draft" aria-disabled={busy} onClick={trusted(() => !busy && choose(draft.id))}>
              <Thumbnail photo={draft.thumbnail} />
              <span>
                <strong>{draft.title || i18n.t('panel.untitled')}</strong>
                <small>{about(draft)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{i18n.t('panel.draftsMore', more)}</p>}
    </>
  );
}

function about({ price, photos, open }: DraftChoice): string {
  const cost =
    price &&
    new Intl.NumberFormat(undefined, { style: 'currency', currency: price.currency }).format(price.amount / 100);
  return [cost, i18n.t('panel.photoCount', photos), i18n.t('panel.openFields', open)].filter(Boolean).join(' · ');
}
