import { useState } from 'preact/hooks';

import { ledger } from '../../db/stores.ts';
import { toFailure } from '../../messaging/failures.ts';
import { ask } from '../../messaging/messenger.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { showToast } from '../../ui/toasts.tsx';
import type { Entry, EntryAction } from './job-entry.ts';
import { actionWords } from './standing-words.ts';
import { undoWork } from './undo-work.ts';

/** What the seller can do about one entry. The background does it; what changes is read back from the database. */
export function EntryActions({ entry, only }: { entry: Entry; only?: (action: EntryAction) => boolean }) {
  const [busy, setBusy] = useState<EntryAction | null>(null);
  const actions = only ? entry.actions.filter(only) : entry.actions;
  const press = async (action: EntryAction): Promise<void> => {
    setBusy(action);
    await perform(entry, action).catch((error: unknown) => {
      const failure = toFailure(error);
      showToast(failureWords(failure.code, failure.message));
    });
    setBusy(null);
  };
  if (actions.length === 0) return null;
  return (
    <div class="flex flex-wrap gap-2">
      {actions.map((action, index) => (
        <Button
          key={action}
          size="small"
          kind={lookOf(action, index)}
          busy={busy === action}
          disabled={busy !== null && busy !== action}
          onClick={() => void press(action)}
        >
          {actionWords[action]()}
        </Button>
      ))}
    </div>
  );
}

const calm: readonly EntryAction[] = ['open-draft', 'stop', 'again', 'undo'];

function lookOf(action: EntryAction, index: number): 'primary' | 'secondary' | 'quiet' {
  if (action === 'open-draft') return 'quiet';
  return index === 0 && !calm.includes(action) ? 'primary' : 'secondary';
}

async function perform({ job, how, account }: Entry, action: EntryAction): Promise<void> {
  const jobId = job.id;
  switch (action) {
    case 'retry':
    case 'pressed':
    case 'fill-form':
      return ask('jobs.retry', { jobId });
    case 'it-is-there':
    case 'it-is-not-there':
      return ask('jobs.answer', { jobId, answer: action, vintedId: null });
    case 'stop':
      return ask('jobs.stop', { jobId });
    case 'undo':
      return undoWork(ledger, job);
    case 'resume-account':
      return account ? ask('account.resume', { key: account.key }) : undefined;
    case 'again':
      return job.draftId
        ? void (await ask('jobs.publish', { draftIds: [job.draftId], how: how ?? 'fill' }))
        : undefined;
    case 'open-draft':
      return ask('dashboard.open', { route: `drafts/${job.draftId ?? ''}` });
  }
}
