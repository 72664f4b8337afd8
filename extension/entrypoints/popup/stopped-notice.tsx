import { OctagonX } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Entry } from '../../features/activity/job-entry.ts';
import { shortMoment } from '../../features/activity/moments.ts';
import { resumePlan } from '../../features/activity/resume-plan.ts';
import { useEntries } from '../../features/activity/use-entries.tsx';
import { Button } from '../../ui/button.tsx';
import { send } from './send.ts';

/** Everything is stopped. Resuming shows first what would go on. */
export function StoppedNotice({ since, now }: { since: number; now: number }) {
  const [asking, setAsking] = useState(false);
  return (
    <div class="grid grid-cols-1 gap-3 rounded-lg border border-danger bg-danger-soft p-3">
      <output class="flex items-start gap-3 text-sm">
        <OctagonX aria-hidden="true" size={20} class="mt-0.5 shrink-0 text-danger" />
        <span>
          <strong class="block">{i18n.t('popup.stoppedSince', [shortMoment(since, now)])}</strong>
          {i18n.t('popup.stoppedWords')}
        </span>
      </output>
      {asking ? (
        <Plan stay={() => setAsking(false)} />
      ) : (
        <Button kind="primary" onClick={() => setAsking(true)}>
          {i18n.t('popup.resume')}
        </Button>
      )}
    </div>
  );
}

const titlesShown = 5;

function Plan({ stay }: { stay: () => void }) {
  const shown = useEntries(0, true);
  const [busy, setBusy] = useState(false);
  if (shown.is !== 'ready') return null;
  const { now, later, not } = resumePlan(shown.value.entries);
  const resume = async (): Promise<void> => {
    setBusy(true);
    await send('engine.resume', undefined);
    setBusy(false);
  };
  return (
    <section class="grid grid-cols-1 gap-2 text-sm" aria-label={i18n.t('popup.planTitle')}>
      <p>{i18n.t('popup.planNow', now.length)}</p>
      <Titles entries={now} />
      {later.length > 0 && <p>{i18n.t('popup.planLater', later.length)}</p>}
      {not.length > 0 && <p>{i18n.t('popup.planNot', not.length)}</p>}
      <div class="flex flex-wrap gap-2">
        <Button kind="primary" size="small" busy={busy} onClick={() => void resume()}>
          {i18n.t('popup.resumeNow')}
        </Button>
        <Button size="small" onClick={stay}>
          {i18n.t('popup.stayStopped')}
        </Button>
      </div>
    </section>
  );
}

function Titles({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <ul class="list-disc pl-5">
      {entries.slice(0, titlesShown).map(({ job, title }) => (
        <li key={job.id} class="truncate">
          {title || i18n.t('activity.untitled')}
        </li>
      ))}
      {entries.length > titlesShown && <li>{i18n.t('popup.planMore', entries.length - titlesShown)}</li>}
    </ul>
  );
}
