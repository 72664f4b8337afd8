import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Text in a box whose keys are saved elsewhere. What is typed always wins over a slower echo of an earlier key; a value
 * that did not come from this box (undo, the analysis, another tab) replaces what it shows. `saved` = what is stored of
 * the new text, where that is not the text itself.
 */
export function useOwnText(stored: string): [text: string, type: (next: string, saved?: string) => void] {
  const [text, setText] = useState(stored);
  const unconfirmed = useRef<string[]>([]);
  useEffect(() => {
    const at = unconfirmed.current.lastIndexOf(stored);
    if (at < 0) {
      unconfirmed.current = [];
      setText(stored);
    } else unconfirmed.current = unconfirmed.current.slice(at + 1);
  }, [stored]);
  const type = (next: string, saved = next): void => {
    setText(next);
    if (saved !== stored || unconfirmed.current.length > 0) unconfirmed.current.push(saved);
  };
  return [text, type];
}
