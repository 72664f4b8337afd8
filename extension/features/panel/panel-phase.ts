/** From the job of this tab to what the panel says and offers. Pure; owns no words. */
import { stepProgress } from '../../messaging/step-progress.ts';

export type PanelJob = {
  jobId: string;
  draftId: string | null;
  title: string;
  status: string;
  doing: string;
  at: number;
  of: number;
  failure: { code: string; message: string; field?: string | undefined } | null;
  canUndo: boolean;
  limit: { count: number; of: number; until: number } | null;
};
export type PanelAction = 'stop' | 'undo' | 'retry' | 'pressed' | 'refill' | 'another' | 'answer';
export type Phase =
  | 'queued'
  | 'limit'
  | 'running'
  | 'reading'
  | 'unsettled'
  | 'paused'
  | 'your-click'
  | 'needs-you'
  | 'failed'
  | 'stopped'
  | 'done';

const phases: Record<string, Phase> = {
  queued: 'queued',
  running: 'running',
  // Between two steps a job waits for the next: to the seller that is one filling.
  waiting: 'running',
  unsettled: 'unsettled',
  'needs-user': 'needs-you',
  failed: 'failed',
  stopped: 'stopped',
  done: 'done',
};

export function phaseOf(job: PanelJob): Phase {
  const phase = phases[job.status] ?? 'running';
  if (isOver(phase)) return phase;
  if (job.failure?.code === 'needs-real-click') return 'your-click';
  // A wall leaves the job where it was, to go on once the seller has re-armed the account.
  if (job.failure?.code.startsWith('wall-')) return 'paused';
  if (job.limit) return 'limit';
  // Without a title the analyser has not answered yet.
  return phase === 'running' && job.doing === 'open-here' && job.title === '' ? 'reading' : phase;
}

const isOver = (phase: Phase): boolean => phase === 'failed' || phase === 'stopped' || phase === 'done';

const active: readonly Phase[] = ['queued', 'limit', 'reading', 'running', 'unsettled'];
export const isActive = (phase: Phase): boolean => active.includes(phase);
/** Whether the seller has to do something before it goes on. */
export const needsSeller = (phase: Phase): boolean =>
  phase === 'your-click' || phase === 'needs-you' || phase === 'paused';

/** What the seller can do now, most useful first. */
export function actionsFor(job: PanelJob): PanelAction[] {
  const phase = phaseOf(job);
  // What may already be on Vinted cannot be stopped any more, only found out.
  const stop: PanelAction[] = job.status === 'unsettled' ? [] : ['stop'];
  if (isActive(phase)) return stop;
  const undo: PanelAction[] = job.canUndo ? ['undo'] : [];
  if (phase === 'paused') return ['answer', ...stop];
  if (phase === 'done') return ['another', ...undo];
  if (phase === 'your-click') return ['pressed', 'stop', ...undo];
  if (job.failure?.code === 'unsettled') return ['answer'];
  if (phase === 'needs-you') return ['retry', 'stop', ...undo];
  return [...(job.draftId === null ? [] : (['refill'] as const)), ...undo, 'another'];
}

/** Fields in the order they were worked on, the current one last. A new job starts a new list. */
export type Trail = { jobId: string; steps: readonly string[] };

export function follow(trail: Trail | null, job: PanelJob | null): Trail | null {
  if (!job) return null;
  const steps = trail?.jobId === job.jobId ? trail.steps : [];
  if (!job.doing || steps.at(-1) === job.doing) return { jobId: job.jobId, steps };
  return { jobId: job.jobId, steps: [...steps.filter((step) => step !== job.doing), job.doing] };
}

/** 0 to 1 over the whole filling, or `undefined` where nobody knows. */
export function progressOf(job: PanelJob): number | undefined {
  const step = stepProgress(job.doing);
  if (!step) return undefined;
  const within = job.of > 0 ? Math.min(1, Math.max(0, job.at / job.of)) : 0;
  return (step.at + within) / step.of;
}
