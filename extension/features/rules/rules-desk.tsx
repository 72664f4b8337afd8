import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';

import type { Account, Ledger, Wardrobe, Workshop } from '../../db/database.ts';
import { useLive, type Live } from '../../ui/use-live.ts';
import type { Missed } from './look-book.ts';
import type { PlanParts } from './plan-shown.ts';
import { readActed, readKept } from './plan-world.ts';

/** What the views of this feature work with; the page that mounts them is the composition. */
export type RulesDesk = {
  wardrobe: Wardrobe;
  ledger: Ledger;
  workshop: Workshop;
  zone: string;
  now(): number;
  newId(): string;
  missed(): Promise<Missed[]>;
  /** Something was switched on: looked at now, not in five minutes. */
  wake(): void;
};

const DeskContext = createContext<RulesDesk | null>(null);
export const RulesDeskProvider = DeskContext.Provider;

export function useRulesDesk(): RulesDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No desk: mount inside RulesDeskProvider');
  return desk;
}

/** Fine enough for a plan in minutes; each look costs a computation. */
const STEP = 60_000;

export function useMinutes(): number {
  const { now } = useRulesDesk();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), STEP);
    return () => clearInterval(timer);
  }, [now]);
  return at;
}

export type Members = { accounts: Account[]; keys: string[] };

/** Members whose wardrobe is kept here, last seen first. */
export function useMembers(): Live<Members> {
  const { ledger, wardrobe } = useRulesDesk();
  const accounts = useLive(() => ledger.accounts.toArray(), [ledger]);
  const keys = useLive(() => wardrobe.listings.orderBy('account').uniqueKeys(), [wardrobe]);
  if (accounts.is !== 'ready') return accounts;
  if (keys.is !== 'ready') return keys;
  const kept = keys.value.map(String);
  const seen = accounts.value.toSorted((a, b) => b.lastSeenAt - a.lastSeenAt).map(({ key }) => key);
  const order = [...seen.filter((key) => kept.includes(key)), ...kept.filter((key) => !seen.includes(key))];
  return { is: 'ready', value: { accounts: accounts.value, keys: order } };
}

/** All that a plan of this account is made of, fresh whenever a row of it changes. One query a database. */
export function usePlanParts(account: string): Live<PlanParts> {
  const { ledger, wardrobe, workshop, zone } = useRulesDesk();
  const now = useMinutes();
  const market = account.split(':')[0] ?? '';
  const kept = useLive(() => readKept(wardrobe, account), [wardrobe, account]);
  const acted = useLive(() => readActed(ledger, account, now, zone), [ledger, account, now]);
  const catalog = useLive(() => workshop.catalogs.get(market), [workshop, market]);
  return useMemo(() => {
    if (kept.is !== 'ready') return kept;
    if (acted.is !== 'ready') return acted;
    if (catalog.is !== 'ready') return catalog;
    return {
      is: 'ready',
      value: { kept: kept.value, acted: acted.value, catalog: catalog.value?.nodes ?? [], now },
    };
  }, [kept, acted, catalog]);
}
