/** Tells waiting event streams and running analyses of this process that a job changed; others notice by asking. */
export type JobChanges = {
  announce(jobId: string): void;
  /** Resolves at the next change, after `ms`, or when aborted. */
  next(jobId: string, ms: number, signal: AbortSignal): Promise<void>;
};

export function createJobChanges(): JobChanges {
  const waiting = new Map<string, Set<() => void>>();
  return {
    announce(jobId) {
      const listeners = waiting.get(jobId);
      waiting.delete(jobId);
      for (const wake of listeners ?? []) wake();
    },
    next(jobId, ms, signal) {
      return new Promise((resolve) => {
        const listeners = waiting.get(jobId) ?? new Set();
        const wake = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          listeners.delete(wake);
          if (listeners.size === 0 && waiting.get(jobId) === listeners) waiting.delete(jobId);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        listeners.add(wake);
        waiting.set(jobId, listeners);
        signal.addEventListener('abort', wake, { once: true });
        if (signal.aborted) wake();
      });
    },
  };
}
