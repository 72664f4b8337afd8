import { useEffect, useRef, useState } from 'preact/hooks';

import { i18n } from '#i18n';
import { neighbourOf, rearrange, survivorOf, type Change, type Step } from './rearrange.ts';
import { movePhotos, removePhotos, stackOf, type NewKey, type Stack } from './stacks.ts';

type BoardDeps = { stacks: Stack[]; newKey: NewKey; save: (stacks: Stack[]) => void };

export type Board = ReturnType<typeof useBoard>;

/** Cursor, selection, history and what is said aloud; every change is saved at once and can be undone. */
export function useBoard({ stacks, newKey, save }: BoardDeps) {
  const [focus, setFocus] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const past = useRef<Stack[][]>([]);
  const future = useRef<Stack[][]>([]);
  /** The photo to put the browser's focus on once the change is drawn. */
  const pending = useRef<string | null>(null);
  const all = stacks.flatMap((stack) => stack.photoIds);
  const cursor = focus !== null && all.includes(focus) ? focus : (all[0] ?? null);
  const chosen = all.filter((id) => selected.has(id));

  useEffect(() => {
    if (pending.current === null) return;
    document.querySelector<HTMLElement>(`[data-photo="${CSS.escape(pending.current)}"]`)?.focus();
    pending.current = null;
  }, [stacks]);

  const put = (next: Stack[], words: string, keepFocus: string | null): void => {
    if (JSON.stringify(next) === JSON.stringify(stacks)) return;
    past.current = [...past.current.slice(-99), stacks];
    future.current = [];
    pending.current = keepFocus;
    setFocus(keepFocus);
    setSaid(words);
    save(next);
  };

  const change = (is: Change, focused: string | null = cursor): void => {
    if (focused === null) return;
    const next = rearrange(stacks, is, { focus: focused, selected: chosen }, newKey);
    put(next, wordsFor(is, next, focused), survivorOf(stacks, next, focused));
    if (is === 'gather' || is === 'remove') setSelected(new Set());
  };

  const travel = (from: typeof past, to: typeof past, words: string): void => {
    const next = from.current.at(-1);
    if (!next) return;
    from.current = from.current.slice(0, -1);
    to.current = [...to.current, stacks];
    pending.current = cursor;
    setSaid(words);
    save(next);
  };

  return {
    stacks,
    cursor,
    chosen,
    said,
    canUndo: past.current.length > 0,
    canRedo: future.current.length > 0,
    change,
    focusOn: setFocus,
    undo: () => travel(past, future, i18n.t('photos.said.undone')),
    redo: () => travel(future, past, i18n.t('photos.said.redone')),
    unselect: () => setSelected(new Set()),
    toggle(id: string) {
      const next = new Set(chosen);
      const on = !next.delete(id);
      if (on) next.add(id);
      setSelected(next);
      setSaid(on ? i18n.t('photos.said.selected') : i18n.t('photos.said.unselected'));
    },
    walk(step: Step) {
      if (cursor === null) return;
      const next = neighbourOf(stacks, cursor, step);
      setFocus(next);
      document.querySelector<HTMLElement>(`[data-photo="${CSS.escape(next)}"]`)?.focus();
    },
    /** A drag let go: the whole selection goes along when the dragged photo is part of it. */
    drop(dragged: string, place: { into: string; before: string | null }) {
      const moving = chosen.includes(dragged) ? chosen : [dragged];
      const next = movePhotos(stacks, moving, place, newKey);
      put(next, wordsFor('later', next, dragged), dragged);
    },
    removeAll(photoIds: readonly string[]) {
      const next = removePhotos(stacks, photoIds);
      put(next, i18n.t('photos.said.removed'), survivorOf(stacks, next, photoIds[0] ?? ''));
    },
    dropAsItem(dragged: string) {
      change('gather', dragged);
    },
  };
}

function wordsFor(change: Change, next: readonly Stack[], photoId: string): string {
  const count = String(next.length);
  if (change === 'split') return i18n.t('photos.said.split', [count]);
  if (change === 'gather') return i18n.t('photos.said.gathered', [count]);
  if (change === 'merge') return i18n.t('photos.said.merged', [count]);
  if (change === 'remove') return i18n.t('photos.said.removed');
  const home = stackOf(next, photoId);
  const item = home ? next.indexOf(home) + 1 : 1;
  return i18n.t('photos.said.moved', [String((home?.photoIds.indexOf(photoId) ?? 0) + 1), String(item)]);
}
