import { useMemo } from 'preact/hooks';

import type { Listing } from '../../../shared/listing.ts';
import { useLive } from '../../ui/use-live.ts';
import { leftToday, type BulkAct, type BulkWorld } from './bulk-plan.ts';
import { useWardrobeDesk } from './wardrobe-desk.tsx';

/** What is under way, when each was relisted last, and how many of this kind the day still allows. */
export function useBulkWorld(listings: readonly Listing[], act: BulkAct): { world: BulkWorld; left: number | null } {
  const { db, ledger, now } = useWardrobeDesk();
  const account = listings[0]?.account ?? '';
  const open = useLive(
    () => ledger.jobs.filter(({ doneAt, listingKey }) => doneAt === null && listingKey !== null).toArray(),
    [ledger],
  );
  const lines = useLive(() => db.lineages.where({ account }).toArray(), [db, account]);
  const left = useLive(() => leftToday(ledger, account, act, now()), [ledger, account, act]);
  const world = useMemo(
    () => ({
      now: now(),
      busy: new Set(open.is === 'ready' ? open.value.flatMap(({ listingKey }) => listingKey ?? []) : []),
      relistedAt: new Map(lines.is === 'ready' ? lines.value.map(({ id, relistedAt }) => [id, relistedAt]) : []),
    }),
    [open, lines],
  );
  return { world, left: left.is === 'ready' ? left.value : null };
}
