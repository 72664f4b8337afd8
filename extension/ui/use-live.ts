import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

import { i18n } from '#i18n';

/** After this long (ms) a store that does not answer is an error, shown with what to do. */
const STUCK_AFTER = 15_000;

export type Live<T> = { is: 'loading' } | { is: 'ready'; value: T } | { is: 'failed'; error: unknown };

/** Runs a Dexie query again whenever rows it read change. `inputs` are what the query closes over. */
export function useLive<T>(query: () => Promise<T> | T, inputs: readonly unknown[] = []): Live<T> {
  const [state, setState] = useState<Live<T>>({ is: 'loading' });
  useEffect(() => {
    // It may come all the same, and is then shown.
    const stuck = setTimeout(() => setState((now) => (now.is === 'loading' ? stuckStore() : now)), STUCK_AFTER);
    const running = liveQuery(query).subscribe({
      next: (value) => setState({ is: 'ready', value }),
      error: (error: unknown) => setState({ is: 'failed', error }),
    });
    return () => {
      clearTimeout(stuck);
      running.unsubscribe();
    };
  }, inputs);
  return state;
}

const stuckStore = () => ({ is: 'failed', error: i18n.t('common.storeStuck') }) as const;
