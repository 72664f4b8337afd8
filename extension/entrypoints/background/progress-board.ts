import type { Progress } from './page-handlers.ts';

/** What running steps say they are doing. Lost with the worker, which is fine: the step's name is in the job. */
export function progressBoard() {
  const latest = new Map<string, Progress>();
  return {
    put: (progress: Progress): void => void latest.set(progress.jobId, progress),
    of: (jobId: string): Progress | undefined => latest.get(jobId),
    drop: (jobId: string): void => void latest.delete(jobId),
  };
}
