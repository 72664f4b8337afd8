import { useEffect, useRef, useState, type RefObject } from 'react';

import { switches } from '../page-data.ts';
import { pressCounter, useWholeClickOutside } from './whole-click.ts';

export type PanelOptions<T> = {
  value: T;
  onCommit: (value: T) => void;
  kind: 'single' | 'multi';
  needsWholeClick?: boolean;
  /** Called instead of opening. */
  locked?: (() => void) | undefined;
};

export type Panel<T> = {
  open: boolean;
  ready: boolean;
  pending: T;
  root: RefObject<HTMLDivElement | null>;
  /** `at-once`: kept whatever the variant (no brand); `with-button`: kept only by the closing button where there is one (a brand of one's own). */
  choose: (next: T, when?: 'at-once' | 'with-button') => void;
  toggle: () => void;
  notePress: (type: string) => void;
  openNow: () => void;
  save: () => void;
  discard: () => void;
  hasDone: boolean;
};

/** Panels open now, by field: a submit button under an open panel does nothing (site.md §3.4). */
export const openPanels = new Set<object>();
let swallowed = false;

function useReady(): boolean {
  const [ready, setReady] = useState(switches.fieldMs === 0);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), switches.fieldMs);
    return () => clearTimeout(timer);
  }, []);
  return ready;
}

function useOpenState(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  const key = useRef({});
  useEffect(() => {
    const own = key.current;
    if (open) openPanels.add(own);
    return () => {
      if (openPanels.delete(own)) window.dispatchEvent(new CustomEvent('panel-closed'));
    };
  }, [open]);
  return [open, setOpen];
}

/** One drop-down's behaviour in the three ways panels were seen to close (site.md §3.1, "Panel closing"). */
export function usePanel<T>(options: PanelOptions<T>): Panel<T> {
  const { value, onCommit, kind } = options;
  const way = switches.panelClosing;
  const [open, setOpen] = useOpenState();
  const [pending, setPending] = useState(value);
  const ready = useReady();
  const root = useRef<HTMLDivElement>(null);
  const presses = useRef(pressCounter());
  const hasDone = way === 'save-button' || (way === 'done-required' && kind === 'single');

  const discard = (): void => setOpen(false);
  const openNow = (): void => {
    setPending(value);
    setOpen(true);
  };
  const toggle = (): void => {
    const whole = presses.current.isWhole();
    if (!ready || (options.needsWholeClick && !whole)) return;
    if (switches.firstClickSwallowed && !swallowed) return void (swallowed = true);
    if (options.locked) return options.locked();
    if (open) discard();
    else openNow();
  };
  const choose = (next: T, when?: 'at-once' | 'with-button'): void => {
    setPending(next);
    const waits = way === 'save-button' || (when === 'with-button' && way === 'done-required');
    if (waits && when !== 'at-once') return;
    onCommit(next);
    if (way === 'self-closing' && kind === 'single') setOpen(false);
  };
  const save = (): void => {
    onCommit(pending);
    setOpen(false);
  };
  const closesOutside =
    way === 'self-closing' ? switches.outsideClickCloses : way === 'done-required' && kind === 'multi';
  useWholeClickOutside(root, open && closesOutside, discard);
  useEffect(() => {
    if (!open || way !== 'self-closing') return undefined;
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, [open, way]);
  const notePress = (type: string): void => presses.current.note(type);
  return { open, ready, pending, root, choose, toggle, notePress, openNow, save, discard, hasDone };
}
