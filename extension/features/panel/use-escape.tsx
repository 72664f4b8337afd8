import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Escape pressed anywhere inside `box` while `on`. */
export function useEscape(box: RefObject<HTMLElement>, on: boolean, act: () => void): void {
  useEffect(() => {
    if (!on) return undefined;
    const end = new AbortController();
    const look = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') act();
    };
    box.current?.addEventListener('keydown', look, { signal: end.signal });
    return () => end.abort();
  });
}
