import { useEffect, useState } from 'react';

import { call } from '../api.ts';

/** What a read answered; `undefined` until then. A path of `null` asks nothing. */
export function useAnswer<T>(path: string | null): [T | undefined, boolean] {
  const [state, setState] = useState<{
    path: string;
    value: T | undefined;
    failed: boolean;
  } | null>(null);
  useEffect(() => {
    if (path === null) return undefined;
    let current = true;
    void call<T>('GET', path).then((reply) => {
      if (current) setState({ path, value: reply.ok ? reply.value : undefined, failed: !reply.ok });
    });
    return () => {
      current = false;
    };
  }, [path]);
  return [state?.path === path ? state?.value : undefined, state?.path === path && (state?.failed ?? false)];
}

/** A long list fills in two waves: a row found in the first may be replaced by the second. */
export function useWaves<T>(list: readonly T[]): readonly T[] {
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWhole(true), 40);
    return () => clearTimeout(timer);
  }, []);
  return whole ? list : list.slice(0, Math.ceil(list.length / 3));
}
