import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';

import { useLive } from '../../ui/use-live.ts';
import { checksOf, type Checks } from './checks.ts';
import type { Desk } from './desk.ts';

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No desk: mount inside DeskProvider');
  return desk;
}

const none: never[] = [];

/** What may be said about drafts from what is known of their sites, fresh whenever that changes. */
export function useChecks(): Checks {
  const { db } = useDesk();
  const catalogs = useLive(() => db.catalogs.toArray(), [db]);
  const options = useLive(() => db.categoryOptions.toArray(), [db]);
  const known = catalogs.is === 'ready' ? catalogs.value : none;
  const offered = options.is === 'ready' ? options.value : none;
  return useMemo(() => checksOf(known, offered), [known, offered]);
}
