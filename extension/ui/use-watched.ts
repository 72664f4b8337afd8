import { useEffect, useState } from 'preact/hooks';

/**
 * A value that lives in extension storage, kept fresh: `useWatched(readSettings, watchSettings)`. `undefined` until
 * the first read. The two functions must be stable (module level).
 */
export function useWatched<T>(
  read: () => Promise<T>,
  watch: (changed: (value: T) => void) => () => void,
): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let fresh = false;
    const stop = watch((next) => {
      fresh = true;
      setValue(() => next);
    });
    void read().then((first) => !fresh && setValue(() => first));
    return stop;
  }, [read, watch]);
  return value;
}
