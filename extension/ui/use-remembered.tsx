import { useState } from 'preact/hooks';

/** A choice of how to look at things, kept on this computer; a value we do not know falls back to the first. */
export function useRemembered<T extends string>(key: string, known: readonly [T, ...T[]]): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => known.find((one) => one === localStorage.getItem(key)) ?? known[0]);
  return [
    value,
    (next) => {
      setValue(next);
      localStorage.setItem(key, next);
    },
  ];
}
