import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard where the seller was working: call the returned function with what they just did, and when the
 * view has changed to `shown` the last element marked `data-first` (the one deepest in the view) gets the focus. Changes by themselves never move it.
 */
export function useFocusAfter(box: RefObject<HTMLElement>, shown: string): () => void {
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (wanted.current)
      [...(box.current?.querySelectorAll<HTMLElement>('[data-first]') ?? [])].at(-1)?.focus({ preventScroll: true });
    wanted.current = false;
  }, [shown]);
  return () => {
    wanted.current = true;
  };
}
