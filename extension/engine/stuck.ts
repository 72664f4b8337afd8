/** How long a read or write of this browser's store may take before the seller is told (ms). */
export const STUCK_AFTER = 15_000;

export type Telling = { sleep(ms: number): Promise<void>; tell(): void };

/**
 * Tells once when `work` does not end: an older window of the product holds the store, or the disk hangs. It is waited
 * for all the same, so that nothing runs on a write that may still come (reliability.md §6.3, F10).
 */
export async function toldWhenStuck<T>(work: Promise<T>, { sleep, tell }: Telling): Promise<T> {
  let ended = false;
  void sleep(STUCK_AFTER).then(() => {
    if (!ended) tell();
  });
  return work.finally(() => {
    ended = true;
  });
}

/** The same store, each of whose calls is watched. */
export function watchedStore<S extends object>(store: S, telling: Telling): S {
  const watched = Object.entries(store).map(([name, method]) => [
    name,
    (...rest: unknown[]) => {
      const answer: unknown = (method as (...all: unknown[]) => unknown)(...rest);
      return answer instanceof Promise ? toldWhenStuck(answer, telling) : answer;
    },
  ]);
  return Object.fromEntries(watched) as S;
}
