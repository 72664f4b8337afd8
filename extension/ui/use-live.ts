import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

export type Live<T> = { is: 'loading' } | { is: 'ready'; value: T } | { is: 'failed'; error: unknown };

/** Runs a Dexie query again whenever rows it read change. `inputs` are what the query closes over. */
export function useLive<T>(query: () => Promise<T> | T, inputs: readonly unknown[] = []): Live<T> {
  const [state, setState] = useState<Live<T>>({ is: 'loading' });
  useEffect(() => {
    const running = liveQuery(query).subscribe({
      next: (value) => setState({ is: 'ready', value }),
      error: (error: unknown) => setState({ is: 'failed', error }),
    });
    return () => running.unsubscribe();
  }, inputs);
  return state;
}
