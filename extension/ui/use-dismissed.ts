import * as z from 'zod';
import { useState } from 'preact/hooks';

const kept = z.array(z.string()).catch([]);
const most = 500;

/** Notices the seller has answered, by id, kept on this computer; what cannot be read counts as none. */
export function useDismissed(key: string): { isDismissed: (id: string) => boolean; dismiss: (id: string) => void } {
  const [ids, setIds] = useState(() => kept.parse(read(key)));
  return {
    isDismissed: (id) => ids.includes(id),
    dismiss: (id) => {
      const next = [...ids, id].slice(-most);
      setIds(next);
      localStorage.setItem(key, JSON.stringify(next));
    },
  };
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}
