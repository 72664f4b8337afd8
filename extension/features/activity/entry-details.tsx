import { Download } from 'lucide-preact';

import { i18n } from '#i18n';
import { ledger } from '../../db/stores.ts';
import type { Job, JournalEntry } from '../../../shared/job.ts';
import { Button } from '../../ui/button.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { findStepWords } from '../../ui/step-words.ts';
import { useLive } from '../../ui/use-live.ts';
import { diagnosticsFile } from './diagnostics-file.ts';
import { eventWords } from './journal-words.ts';
import { shortMoment } from './moments.ts';

/** The log of one job, line by line, and a file of it for support. */
export function EntryDetails({ job, now }: { job: Job; now: number }) {
  const lines = useLive(() => ledger.journal.where('jobId').equals(job.id).sortBy('seq'), [job.id]);
  if (lines.is !== 'ready') return <LoadingState />;
  return (
    <div class="grid grid-cols-1 gap-3 border-t border-line pt-3">
      <h4 class="text-sm font-semibold">{i18n.t('activity.log')}</h4>
      <ol class="grid max-h-72 gap-1 overflow-y-auto text-sm" tabIndex={0} aria-label={i18n.t('activity.log')}>
        {lines.value.map((line) => (
          <LogLine key={line.seq} line={line} now={now} />
        ))}
      </ol>
      <div class="flex flex-wrap items-center gap-3">
        <Button
          size="small"
          icon={<Download aria-hidden="true" size={16} />}
          onClick={() => void download(job, lines.value)}
        >
          {i18n.t('activity.download')}
        </Button>
        <span class="text-sm text-ink-soft">{i18n.t('activity.downloadHint')}</span>
      </div>
    </div>
  );
}

function LogLine({ line, now }: { line: JournalEntry; now: number }) {
  return (
    <li class="flex gap-3">
      <time class="w-28 shrink-0 text-ink-soft tabular-nums" dateTime={new Date(line.at).toISOString()}>
        {shortMoment(line.at, now)}
      </time>
      <span class="min-w-0 wrap-anywhere">
        {eventWords(line)}
        <span class="text-ink-soft"> · {findStepWords(line.step) ?? line.step}</span>
      </span>
    </li>
  );
}

async function download(job: Job, journal: readonly JournalEntry[]): Promise<void> {
  const seen = await ledger.diagnostics.where('jobId').equals(job.id).toArray();
  const url = URL.createObjectURL(new Blob([diagnosticsFile(job, journal, seen)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `vintedbot-${job.id}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
