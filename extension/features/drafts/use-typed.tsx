import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Text in a box that is saved on each key. What is typed always wins over a slower echo of an earlier key; a value
 * that did not come from this box (undo, the analysis, another tab) replaces what it shows. `failed` = the last save
 * did not work and the text lives only here.
 */
export function useTyped(stored: string, save: (text: string) => Promise<unknown>) {
  const [text, setText] = useState(stored);
  const [failed, setFailed] = useState(false);
  const unconfirmed = useRef<string[]>([]);
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
    save(next).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return { text, onText, failed };
}
