import type { Account, Ledger } from '../db/database.ts';
import type { Wall } from '../../shared/wall.ts';

export const accountKey = (market: string, memberId: string): string => `${market}:${memberId}`;

/** Whether an account is paused by a wall; re-armed only by a person (promise 5 of design.md §2). */
export function accountBook(ledger: Ledger, now: () => number) {
  return {
    /** Remembers who is signed in on a market. */
    async seen(market: string, member: { id: string; login: string }): Promise<void> {
      const key = accountKey(market, member.id);
      await ledger.transaction('rw', ledger.accounts, async () => {
        const known = await ledger.accounts.get(key);
        await ledger.accounts.put({
          key,
          market,
          memberId: member.id,
          login: member.login,
          pause: known?.pause ?? null,
          lastSeenAt: now(),
        });
      });
    },

    /** Pauses one member, or every known member of the market while nobody knows who is signed in. */
    async pause(market: string, memberId: string | null, wall: Wall): Promise<void> {
      const pause: Account['pause'] = {
        kind: wall.kind,
        evidence: wall.evidence,
        since: now(),
        until: wall.retryAfter === null ? null : now() + wall.retryAfter,
      };
      await ledger.transaction('rw', ledger.accounts, async () => {
        const rows = await ledger.accounts.where('market').equals(market).toArray();
        const hit = memberId === null ? rows : rows.filter((row) => row.memberId === memberId);
        if (hit.length > 0) await ledger.accounts.bulkPut(hit.map((row) => ({ ...row, pause })));
        else await ledger.accounts.put(stranger(market, memberId, pause, now()));
      });
    },

    async resume(key: string): Promise<void> {
      await ledger.accounts.update(key, { pause: null });
    },

    /** Markets and members that may not run now. */
    async paused(): Promise<Account[]> {
      return (await ledger.accounts.toArray()).filter((account) => account.pause !== null);
    },
  };
}
export type AccountBook = ReturnType<typeof accountBook>;

const stranger = (market: string, memberId: string | null, pause: Account['pause'], now: number): Account => ({
  key: accountKey(market, memberId ?? 'unknown'),
  market,
  memberId: memberId ?? 'unknown',
  login: '',
  pause,
  lastSeenAt: now,
});

/** A job is held when its own member is paused, or when its market is paused and its member is not known yet. */
export const isHeld = (job: { market: string; memberId: string | null }, paused: readonly Account[]): boolean =>
  paused.some(
    (account) =>
      account.market === job.market &&
      (job.memberId === null || account.memberId === 'unknown' || account.memberId === job.memberId),
  );
