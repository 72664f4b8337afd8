import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { startPlace, movedBy, movedByKey, onScreen, overlap, type Place } from './panel-place.ts';

/** A pointer that moved less than this was a click. */
const clickSlack = 4;

export type Moving = {
  onPointerDown: (event: PointerEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Whether the press that just ended was a drag, so that its click is none. */
  wasDrag: () => boolean;
};

/** Place and fold of the panel, remembered through `keep`; `box` is what moves. */
export function usePlace(remembered: Place | null, keep: (place: Place) => void, box: RefObject<HTMLElement>) {
  const [place, setPlace] = useState<Place>(() => startPlace(remembered, innerWidth));
  const [tucked, setTucked] = useState(false);
  const dragged = useRef(false);
  const open = !place.folded && !tucked;
  const fit = (next: Place): Place =>
    box.current
      ? onScreen(next, box.current.getBoundingClientRect(), { width: innerWidth, height: innerHeight })
      : next;
  const settle = (next: Place): void => {
    setPlace(next);
    keep(next);
  };
  useTuck(box, open, () => setTucked(true));
  const moving: Moving = {
    onPointerDown: (event) => {
      dragged.current = false;
      drag(event, (right, down, ended) => {
        dragged.current = true;
        (ended ? settle : setPlace)(fit(movedBy(fit(place), right, down)));
      });
    },
    onKeyDown: (event) => {
      const next = movedByKey(fit(place), event.key);
      if (!next) return;
      event.preventDefault();
      settle(fit(next));
    },
    wasDrag: () => dragged.current,
  };
  const fold = (folded: boolean): void => {
    setTucked(false);
    settle({ ...place, folded });
  };
  return { place, open, moving, fold };
}

/** Follows one press on the element that listens, also beyond its edges. */
function drag(event: PointerEvent, moved: (right: number, down: number, ended: boolean) => void): void {
  const { currentTarget: handle, target } = event;
  if (event.button !== 0 || !(handle instanceof HTMLElement) || !(target instanceof Element)) return;
  // A captured press clicks nothing but the handle: other buttons on it keep theirs.
  const button = target.closest('button');
  if (button && button !== handle && !button.hasAttribute('data-grip')) return;
  handle.setPointerCapture(event.pointerId);
  const end = new AbortController();
  const { signal } = end;
  let dragging = false;
  const tell = (next: PointerEvent, ended: boolean): void => {
    const [right, down] = [next.clientX - event.clientX, next.clientY - event.clientY];
    if (!dragging && Math.hypot(right, down) < clickSlack) return;
    dragging = true;
    moved(right, down, ended);
  };
  handle.addEventListener('pointermove', (next) => tell(next, false), { signal });
  handle.addEventListener('pointerup', (next) => (end.abort(), tell(next, true)), { signal });
  handle.addEventListener('pointercancel', () => end.abort(), { signal });
}

/** Steps aside, without remembering it, when the seller (or the filling) comes to a field the open panel lies on. */
function useTuck(box: RefObject<HTMLElement>, open: boolean, tuck: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const look = ({ target }: FocusEvent): void => {
      const own = box.current;
      if (!own || !(target instanceof Element) || target === hostOf(own)) return;
      if (overlap(own.getBoundingClientRect(), target.getBoundingClientRect())) tuck();
    };
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, [open]);
}

function hostOf(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : element;
}
