import { useEffect, useRef } from 'preact/hooks';

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/** `mod+shift+enter`: `mod` is Ctrl, on a Mac the command key. Shift counts only where written or for named keys. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.toLowerCase();
  const parts = [
    (event.ctrlKey || event.metaKey) && 'mod',
    event.altKey && 'alt',
    event.shiftKey && (key.length > 1 || /[a-z]/.test(key)) && 'shift',
    key,
  ];
  return parts.filter(Boolean).join('+');
}

const isTyping = (event: KeyboardEvent): boolean => {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
};

/** What a dialog covers must not move under it; and a key taken here would not close it (Escape). */
const isCovered = (): boolean => document.querySelector('dialog[open]') !== null;

/** Page-wide shortcuts while mounted; keys without `mod` or `alt` are left alone while the seller types. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const name = keyName(event);
      const run = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined;
      if (!run || event.defaultPrevented || event.isComposing || isCovered()) return;
      if (isTyping(event) && !/^(mod|alt)\+/.test(name)) return;
      event.preventDefault();
      run(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
