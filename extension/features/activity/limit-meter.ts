import type { Ledger } from '../../db/database.ts';
import { ceilingNames, ceilings, DAY, type CeilingName } from '../../engine/ceilings.ts';
import { whenAllowed, type Hold, type WrittenBy } from '../../engine/limits.ts';
import { paceBook } from '../../engine/paces.ts';
import { jobStore } from '../../engine/store.ts';
import { writtenBy } from '../../engine/written.ts';
import type { AccountPace } from '../../../shared/rule.ts';

export type Measured = { written: WrittenBy; pace: AccountPace };
/** One limit of one account: how much of it is used up in 24 hours, and when the next may be, for what reason. */
export type MeterLine = { name: CeilingName; used: number; of: number; nextAt: number | null; hold: Hold | null };

/** What the engine itself asks before it acts: the journal and the seller's own limits. */
export async function measure(ledger: Ledger, account: string, now: number, zone: string): Promise<Measured> {
  const store = jobStore(ledger, () => now);
  return { written: await writtenBy(store, account, now), pace: await paceBook(ledger, zone).of(account) };
}

/** Publishing always, anything else once it was done today: a limit nobody touched is no news. */
export function meterLines({ written, pace }: Measured, now: number): MeterLine[] {
  const asked = { byRule: false, moment: 'write', committedAt: null } as const;
  return ceilingNames
    .map((name) => {
      const { at, hold } = whenAllowed({ ...asked, ceiling: name }, written, pace, now);
      const used = (written[name]?.counted ?? []).filter((time) => time > now - DAY).length;
      const of = Math.min(ceilings[name].perDay, pace.perDay[name] ?? Number.POSITIVE_INFINITY);
      return { name, used, of, nextAt: at, hold: at === now ? null : hold };
    })
    .filter(({ name, used }) => name === 'publish' || used > 0);
}
