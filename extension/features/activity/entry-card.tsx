import { ExternalLink } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { failureWords, wallWords } from '../../ui/failure-words.ts';
import { ProgressBar } from '../../ui/progress.tsx';
import { findStepWords } from '../../ui/step-words.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntryDetails } from './entry-details.tsx';
import { EntryPicture } from './entry-picture.tsx';
import type { Entry, Standing } from './job-entry.ts';
import { shortMoment } from './moments.ts';
import { howWords, limitWords, standingWords, workWords } from './standing-words.ts';
import { stepProgress } from '../../messaging/step-progress.ts';
import { momentOf } from './timeline.ts';

type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger';

const tones: Record<Standing, Tone> = {
  'needs-you': 'warning',
  paused: 'warning',
  running: 'primary',
  checking: 'primary',
  held: 'danger',
  limit: 'warning',
  next: 'neutral',
  later: 'neutral',
  done: 'success',
  failed: 'danger',
  stopped: 'neutral',
};

/** One job as a seller sees it: what, how it stands, why, and what they can do. */
export function EntryCard({ entry, now }: { entry: Entry; now: number }) {
  const [open, setOpen] = useState(false);
  const { job, how, work, link } = entry;
  return (
    <li class="grid grid-cols-1 gap-3 rounded-lg border border-line bg-surface p-3 shadow-card sm:p-4">
      <div class="flex flex-wrap items-start gap-3">
        <EntryPicture draftId={job.draftId} />
        <div class="grid min-w-0 flex-1 basis-40 gap-1">
          <h3 class="font-semibold wrap-anywhere">
            {entry.title || i18n.t(work ? 'activity.unnamed' : 'activity.untitled')}
          </h3>
          <p class="text-sm text-ink-soft">
            {[
              work ? workWords(work) : how && howWords[how](),
              job.market.replace('www.', ''),
              shortMoment(momentOf(entry), now),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <Badge tone={tones[entry.standing]}>{standingWords(entry, (at) => shortMoment(at, now))}</Badge>
      </div>
      <Why entry={entry} now={now} />
      {entry.standing === 'running' && <StepBar step={job.step} />}
      <div class="flex flex-wrap items-center justify-between gap-2">
        <EntryActions entry={entry} />
        <div class="ml-auto flex flex-wrap items-center gap-2">
          {link && (
            <a
              class="inline-flex items-center gap-1.5 px-2 text-sm font-semibold text-primary underline"
              href={link}
              target="_blank"
              rel="noopener noreferrer"
            >
              {i18n.t('activity.view')} <ExternalLink aria-hidden="true" size={14} />
            </a>
          )}
          <Button kind="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {i18n.t('activity.details')}
          </Button>
        </div>
      </div>
      {open && <EntryDetails job={job} now={now} />}
    </li>
  );
}

function Why({ entry: { standing, account, job, limit }, now }: { entry: Entry; now: number }) {
  if (limit) return <p class="text-sm">{limitWords(limit, (at) => shortMoment(at, now))}</p>;
  if (standing === 'paused' && account?.pause) return <p class="text-sm">{wallWords(account.pause.kind)}</p>;
  if (!job.failure || (standing !== 'needs-you' && standing !== 'failed')) return null;
  const { code, message, field } = job.failure;
  return (
    <p class="text-sm">
      {field && <strong>{findStepWords(field) ?? field}: </strong>}
      {failureWords(code, message)}
    </p>
  );
}

function StepBar({ step }: { step: string }) {
  const progress = stepProgress(step);
  return (
    <ProgressBar
      label={findStepWords(step) ?? i18n.t('activity.standing.running')}
      at={progress?.at ?? 0}
      of={progress?.of ?? null}
      showWords
    />
  );
}
