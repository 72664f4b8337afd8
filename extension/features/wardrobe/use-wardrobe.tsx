import { useMemo } from 'preact/hooks';

import type { Account, SyncRun } from '../../db/database.ts';
import type { Listing, ListingDay } from '../../../shared/listing.ts';
import { useLive, type Live } from '../../ui/use-live.ts';
import { dayOf, movedSince, type Moved } from './figures.ts';
import { useWardrobeDesk } from './wardrobe-desk.tsx';

export type Kept = {
  listings: Listing[];
  /** Members whose wardrobe is kept here, last seen first. */
  members: Pick<Account, 'key' | 'login' | 'market'>[];
  account: string | null;
  run: SyncRun | undefined;
};

/** The wardrobe of the wanted member, else of the one last seen, fresh whenever a row of it changes. */
export function useWardrobe(wanted: string | null): Live<Kept> {
  const { db, ledger } = useWardrobeDesk();
  // One query a database: what was read of the other would not be watched.
  const accounts = useLive(() => ledger.accounts.toArray(), [ledger]);
  const keys = useLive(() => db.listings.orderBy('account').uniqueKeys(), [db]);
  const members = useMemo(
    () => membersOf(accounts.is === 'ready' ? accounts.value : [], keys.is === 'ready' ? keys.value.map(String) : []),
    [accounts, keys],
  );
  const account = (members.find(({ key }) => key === wanted) ?? members[0])?.key ?? null;
  const rows = useLive(
    async () => ({
      listings: account === null ? [] : await db.listings.where({ account }).toArray(),
      run: account === null ? undefined : await db.syncs.get(account),
    }),
    [db, account],
  );
  if (accounts.is !== 'ready') return accounts;
  if (keys.is !== 'ready') return keys;
  if (rows.is !== 'ready') return rows;
  return { is: 'ready', value: { ...rows.value, members, account } };
}

function membersOf(accounts: Account[], keys: string[]): Kept['members'] {
  const seen = accounts.toSorted((one, other) => other.lastSeenAt - one.lastSeenAt);
  const known = seen.filter(({ key }) => keys.includes(key));
  const unseen = keys.filter((key) => !known.some((account) => account.key === key));
  return [...known, ...unseen.map((key) => ({ key, login: '', market: key.split(':')[0] ?? key }))];
}

/** How far the figures of each listing moved since yesterday's first look. */
export function useMoved(account: string | null): (listing: Listing) => Moved {
  const { db, now } = useWardrobeDesk();
  const yesterday = dayOf(now(), 1);
  const days = useLive(() => db.days.where({ day: yesterday }).toArray(), [db, yesterday, account]);
  return useMemo(() => {
    const rows = days.is === 'ready' ? days.value : [];
    const byKey = new Map<string, ListingDay>(rows.map((row) => [row.key, row]));
    return (listing) => movedSince(listing, byKey.get(listing.key));
  }, [days]);
}
