import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard where the seller was working: call the returned function with what they just did, and when the
 * view has changed to `shown` the element marked `data-first` gets the focus. Changes by themselves never move it.
 */
export function useFocusAfter(box: RefObject<HTMLElement>, shown: string): () => void {
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (wanted.current) box.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
    wanted.current = false;
  }, [shown]);
  return () => {
    wanted.current = true;
  };
}
