import { i18n } from '#i18n';
import { EntryActions } from '../../features/activity/entry-actions.tsx';
import { EntryPicture } from '../../features/activity/entry-picture.tsx';
import type { Entry } from '../../features/activity/job-entry.ts';
import { shortMoment } from '../../features/activity/moments.ts';
import { limitWords, standingWords } from '../../features/activity/standing-words.ts';
import { stepProgress } from '../../messaging/step-progress.ts';
import { failureWords } from '../../ui/failure-words.ts';
import { ProgressBar } from '../../ui/progress.tsx';
import { findStepWords } from '../../ui/step-words.ts';
import { Section } from './section.tsx';

const atMost = 4;

/** Questions only the seller can answer. */
export function Asks({ entries }: { entries: readonly Entry[] }) {
  return (
    <Section title={i18n.t('popup.needsYou')}>
      <ul class="grid grid-cols-1 gap-2">
        {entries.slice(0, atMost).map((entry) => (
          <li key={entry.job.id} class="grid grid-cols-1 gap-2 rounded-md border border-warning bg-warning-soft p-3">
            <Title entry={entry} />
            {entry.job.failure && (
              <p class="text-sm">
                {entry.job.failure.field && (
                  <strong>{findStepWords(entry.job.failure.field) ?? entry.job.failure.field}: </strong>
                )}
                {failureWords(entry.job.failure.code, entry.job.failure.message)}
              </p>
            )}
            <EntryActions entry={entry} />
          </li>
        ))}
      </ul>
      <More count={entries.length - atMost} />
    </Section>
  );
}

/** What runs, and what comes next, soonest first. */
export function Running({ entries, now }: { entries: readonly Entry[]; now: number }) {
  const order = entries.toSorted(
    (a, b) => Number(b.standing === 'running') - Number(a.standing === 'running') || a.job.notBefore - b.job.notBefore,
  );
  const limit = order.find((entry) => entry.limit)?.limit;
  return (
    <Section title={i18n.t('popup.now')}>
      {order.length === 0 && <p class="text-sm text-ink-soft">{i18n.t('popup.nothing')}</p>}
      {limit && (
        <p class="mb-2 rounded-md border border-warning bg-warning-soft px-3 py-2 text-sm">
          {limitWords(limit, (at) => shortMoment(at, now))}
        </p>
      )}
      <ul class="grid grid-cols-1 gap-3">
        {order.slice(0, atMost).map((entry) => (
          <li key={entry.job.id} class="grid grid-cols-1 gap-2">
            <Title entry={entry} about={standingWords(entry, (at) => shortMoment(at, now))} />
            {entry.standing === 'running' && <StepBar step={entry.job.step} />}
          </li>
        ))}
      </ul>
      <More count={order.length - atMost} />
    </Section>
  );
}

function Title({ entry, about }: { entry: Entry; about?: string }) {
  return (
    <div class="flex items-center gap-3">
      <EntryPicture draftId={entry.job.draftId} />
      <div class="min-w-0">
        <p class="truncate font-semibold">{entry.title || i18n.t('activity.untitled')}</p>
        <p class="text-sm text-ink-soft">{about ?? entry.job.market.replace('www.', '')}</p>
      </div>
    </div>
  );
}

function StepBar({ step }: { step: string }) {
  const progress = stepProgress(step);
  const label = findStepWords(step) ?? i18n.t('activity.standing.running');
  return <ProgressBar label={label} at={progress?.at ?? 0} of={progress?.of ?? null} showWords />;
}

const More = ({ count }: { count: number }) =>
  count > 0 ? <p class="text-sm text-ink-soft">{i18n.t('popup.more', count)}</p> : null;
