import { useEffect, useState } from 'preact/hooks';

const atOnce = 24;

/** How many of a long list to draw now: all of it at once would hold the page up, so it grows by some at a time. */
export function useGrowing(count: number, step = atOnce): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= count) return undefined;
    const timer = setTimeout(() => setDrawn(drawn + step));
    return () => clearTimeout(timer);
  }, [drawn, count, step]);
  return Math.min(drawn, count);
}
