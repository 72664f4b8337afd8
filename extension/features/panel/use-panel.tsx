import { useState } from 'preact/hooks';

import type { Failure } from '../../../shared/failure.ts';
import { toFailure } from '../../messaging/failures.ts';
import type { PanelBackground } from './panel-background.ts';
import type { PanelAction, PanelJob, Trail } from './panel-phase.ts';
import { useJob } from './use-job.tsx';

export type Notice = { is: 'failure'; failure: Failure } | { is: 'words'; words: string };
type Words = { during?: string; after?: string };

export interface Panel {
  /** Job to show; null = offer the choices. */
  job: PanelJob | null;
  trail: Trail | null;
  /** The red button holds everything. */
  stopped: boolean;
  notice: Notice | null;
  /** Something was asked of the background and is not answered yet. */
  busy: boolean;
  page: 'choices' | 'drafts';
  show(page: 'choices' | 'drafts'): void;
  say(words: string): void;
  act(work: () => Promise<unknown>, words?: Words): void;
  answer(job: PanelJob, action: PanelAction): void;
}

/** What the panel shows and does, without its looks. */
export function usePanel(background: PanelBackground, undone: string): Panel {
  const { job, trail, stopped, trouble, refresh } = useJob(background);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [busy, setBusy] = useState(false);
  const [page, setPage] = useState<Panel['page']>('choices');
  const [putAway, setPutAway] = useState<string | null>(null);
  const say = (words: string | undefined): void => setNotice(words ? { is: 'words', words } : null);
  const act = async (work: () => Promise<unknown>, words: Words = {}): Promise<void> => {
    setBusy(true);
    say(words.during);
    await work().then(
      () => (say(words.after), setPage('choices')),
      (error: unknown) => setNotice({ is: 'failure', failure: toFailure(error) }),
    );
    await refresh();
    setBusy(false);
  };
  const answer = (asked: PanelJob, action: PanelAction): void => {
    const work = workOf(background, asked)[action];
    if (work) void act(work, action === 'undo' ? { after: undone } : {});
    else setPutAway(asked.jobId);
  };
  return {
    job: job && job.jobId !== putAway ? job : null,
    trail,
    stopped,
    notice: notice ?? (trouble && { is: 'failure', failure: trouble }),
    busy,
    page,
    show: (next) => (say(undefined), setPage(next)),
    say,
    act: (work, words) => void act(work, words),
    answer,
  };
}

const workOf = (
  background: PanelBackground,
  { jobId, draftId }: PanelJob,
): Partial<Record<PanelAction, () => Promise<unknown>>> => ({
  stop: () => background.stop(jobId),
  undo: () => background.undo(),
  retry: () => background.retry(jobId),
  pressed: () => background.retry(jobId),
  refill: () => background.fill(draftId ?? ''),
  answer: () => background.openDashboard('activity'),
});
