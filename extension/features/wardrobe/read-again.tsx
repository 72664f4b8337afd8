import { RefreshCw } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Job } from '../../../shared/job.ts';
import { toFailure } from '../../messaging/failures.ts';
import { ask } from '../../messaging/messenger.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords, wallWords } from '../../ui/failure-words.ts';
import { ProgressBar } from '../../ui/progress.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWardrobeDesk } from './wardrobe-desk.tsx';

/** Whose wardrobe; null = of whoever is signed in on that site. */
export type Whose = { market: string; memberId: string | null };

/** Asks for a fresh look at the wardrobe. While one is under way it says so. */
export function ReadAgain({ whose, first = false }: { whose: Whose; first?: boolean }) {
  const [busy, setBusy] = useState(false);
  const look = useLook(whose);
  const read = async (): Promise<void> => {
    setBusy(true);
    await ask('wardrobe.sync', whose).catch((error: unknown) => {
      const failure = toFailure(error);
      showToast(failureWords(failure.code, failure.message));
    });
    setBusy(false);
  };
  return (
    <Button
      kind={first ? 'primary' : 'secondary'}
      busy={busy || (look !== null && isUnderWay(look))}
      icon={<RefreshCw aria-hidden="true" size={17} />}
      onClick={() => void read()}
    >
      {first ? i18n.t('wardrobe.readFirst') : i18n.t('wardrobe.readAgain')}
    </Button>
  );
}

const over: readonly Job['status'][] = ['done', 'failed', 'stopped'];
const isUnderWay = ({ status }: Job): boolean => !over.includes(status) && status !== 'needs-user';

/** The newest look at that wardrobe; null = none yet. */
function useLook({ market, memberId }: Whose): Job | null {
  const { ledger } = useWardrobeDesk();
  const newest = useLive(
    () =>
      ledger.jobs
        .orderBy('createdAt')
        .reverse()
        .filter(
          (job) =>
            job.kind === 'sync' &&
            job.market === market &&
            (memberId === null || job.memberId === null || job.memberId === memberId),
        )
        .first(),
    [ledger, market, memberId],
  );
  return newest.is === 'ready' ? (newest.value ?? null) : null;
}

/** How far the look under way is, or why there is none. */
export function LookStatus({ whose }: { whose: Whose }) {
  const { ledger } = useWardrobeDesk();
  const look = useLook(whose);
  const paused = useLive(
    () => ledger.accounts.where({ market: whose.market }).filter(isPausedFor(whose)).first(),
    [ledger, whose.market, whose.memberId],
  );
  const pause = paused.is === 'ready' ? paused.value?.pause : undefined;
  if (pause)
    return (
      <Notice
        action={
          <a href="#activity" class="font-semibold underline">
            {i18n.t('activity.title')}
          </a>
        }
      >
        {wallWords(pause.kind)}
      </Notice>
    );
  if (!look) return null;
  if (isUnderWay(look)) return <LookProgress look={look} />;
  if (look.failure && (look.status === 'failed' || look.status === 'needs-user'))
    return <ErrorState title={failureWords(look.failure.code, look.failure.message)} />;
  return null;
}

const isPausedFor =
  ({ memberId }: Whose) =>
  (account: { memberId: string; pause: unknown }): boolean =>
    account.pause !== null && (memberId === null || account.memberId === memberId);

function LookProgress({ look }: { look: Job }) {
  const { db } = useWardrobeDesk();
  const pages = useLive(() => db.reads.where({ jobId: look.id }).toArray(), [db, look.id]);
  const read = pages.is === 'ready' ? pages.value : [];
  const total = read.at(-1)?.total ?? null;
  const ids = new Set(read.flatMap(({ entries }) => entries.map(({ id }) => id)));
  return <ProgressBar label={i18n.t('wardrobe.reading')} at={ids.size} of={total} showWords />;
}
