/**
 * One errand at a time on one page. A newer one ends the older: the worker that gave the older one is gone, or has
 * thought better of it.
 */
export interface Errands {
  run<T>(errand: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends what runs after its current gesture, and waits until it has ended. */
  stop(): Promise<void>;
}

export function createErrands(life: AbortSignal): Errands {
  let current: { end: AbortController; ended: Promise<void> } | undefined;
  async function stop(): Promise<void> {
    current?.end.abort(new DOMException('Stopped.', 'AbortError'));
    await current?.ended;
  }
  return {
    stop,
    run(errand) {
      const end = new AbortController();
      const signal = AbortSignal.any([life, end.signal]);
      const running = stop().then(() => {
        signal.throwIfAborted();
        return errand(signal);
      });
      current = { end, ended: running.then(nothing, nothing) };
      return running;
    },
  };
}

const nothing = (): void => {};
