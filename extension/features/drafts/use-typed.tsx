import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Text in a box that is saved on each key. What is typed always wins over a slower echo of an earlier key; a value
 * that did not come from this box (undo, the analysis, another tab) replaces what it shows. Until the database has a
 * key it is also kept under `name` in the page's own storage, which is written at once: a page that dies between
 * the key and the database loses nothing. `failed` = the last save did not work.
 */
export function useTyped(name: string, stored: string, save: (text: string) => Promise<unknown>) {
  const [text, setText] = useState(stored);
  const [failed, setFailed] = useState(false);
  const unconfirmed = useRef<string[]>([]);
  const key = `typed ${name}`;
  useEffect(() => {
    const at = unconfirmed.current.lastIndexOf(stored);
    if (at < 0) {
      unconfirmed.current = [];
      setText(stored);
    } else unconfirmed.current = unconfirmed.current.slice(at + 1);
  }, [stored]);
  const onText = (next: string): void => {
    setText(next);
    if (next !== stored || unconfirmed.current.length > 0) unconfirmed.current.push(next);
    keep(key, next);
    save(next).then(
      () => {
        setFailed(false);
        if (localStorage.getItem(key) === next) localStorage.removeItem(key);
      },
      () => setFailed(true),
    );
  };
  useEffect(() => {
    const left = localStorage.getItem(key);
    if (left !== null && left !== stored) onText(left);
    else localStorage.removeItem(key);
  }, [key]);
  return { text, onText, failed };
}

/** Full storage must not stop the typing: the database is where the text really goes. */
function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    localStorage.removeItem(key);
  }
}
