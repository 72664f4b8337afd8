import type { Ledger } from '../db/database.ts';
import { accountPace, type AccountPace } from '../../shared/rule.ts';

/** When each account's automation may act, as the seller set it; the whole of 8–22 in this computer's zone until then. */
export function paceBook(ledger: Ledger, zone: string) {
  return {
    async of(account: string): Promise<AccountPace> {
      const stored = accountPace.safeParse(await ledger.paces.get(account));
      return stored.success
        ? stored.data
        : { account, zone, from: 8 * 60, to: 22 * 60, days: [1, 2, 3, 4, 5, 6, 7], perDay: {} };
    },

    async set(pace: AccountPace): Promise<void> {
      await ledger.paces.put(accountPace.parse(pace));
    },
  };
}
export type PaceBook = ReturnType<typeof paceBook>;
