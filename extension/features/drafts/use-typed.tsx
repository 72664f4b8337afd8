import { useEffect, useState } from 'preact/hooks';

import { useOwnText } from './use-own-text.tsx';

/**
 * Text in a box that is saved on each key. Until the database has a key it is also kept under `name` in the page's own storage, which is written at once: a page that dies between
 * the key and the database loses nothing. `failed` = the last save did not work.
 */
export function useTyped(name: string, stored: string, save: (text: string) => Promise<unknown>) {
  const [text, type] = useOwnText(stored);
  const [failed, setFailed] = useState(false);
  const key = `typed ${name}`;
  const onText = (next: string): void => {
    type(next);
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
