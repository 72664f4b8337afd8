import { useEffect, useRef, type RefObject } from 'react';

const parts = ['pointerdown', 'mousedown', 'pointerup', 'mouseup'] as const;

/** Counts the presses that led to a click: some controls ignore a bare `click()` (site.md §3.1). */
export function pressCounter(): { note(type: string): void; isWhole(): boolean } {
  let seen = new Set<string>();
  return {
    note: (type) => {
      if (type === 'pointerdown') seen = new Set();
      seen.add(type);
    },
    isWhole: () => {
      const whole = parts.every((part) => seen.has(part));
      seen = new Set();
      return whole;
    },
  };
}

/** Calls back after a complete press, release and click outside the element, and only then. */
export function useWholeClickOutside(
  inside: RefObject<HTMLElement | null>,
  active: boolean,
  onOutside: () => void,
): void {
  const callback = useRef(onOutside);
  callback.current = onOutside;
  useEffect(() => {
    if (!active) return undefined;
    const counter = pressCounter();
    const isOutside = (event: Event): boolean =>
      !event.composedPath().includes(inside.current as EventTarget) &&
      !(event.target as Element).closest?.('[role="dialog"], .portal');
    const note = (event: Event): void => {
      if (isOutside(event)) counter.note(event.type);
    };
    const click = (event: Event): void => {
      if (isOutside(event) && counter.isWhole()) callback.current();
    };
    for (const part of parts) document.addEventListener(part, note, true);
    document.addEventListener('click', click, true);
    return () => {
      for (const part of parts) document.removeEventListener(part, note, true);
      document.removeEventListener('click', click, true);
    };
  }, [active, inside]);
}
