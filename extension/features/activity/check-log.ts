import type { Ledger } from '../../db/database.ts';
import { findBreak } from '../../engine/journal.ts';
import type { JournalEntry } from '../../../shared/job.ts';

export type LogCheck = { entries: number; brokenAt: number | null };

/** Small enough that a page stays smooth while one piece is checked. */
const piece = 500;

/** Follows the hash chain over the whole journal, piece by piece: was anything changed or taken out afterwards? */
export async function checkLog(ledger: Ledger, signal: AbortSignal): Promise<LogCheck> {
  let last: JournalEntry | undefined;
  let entries = 0;
  while (!signal.aborted) {
    const next = await ledger.journal
      .where('seq')
      .above(last?.seq ?? 0)
      .limit(piece)
      .toArray();
    const brokenAt = findBreak(last ? [last, ...next] : next);
    if (brokenAt !== null) return { entries, brokenAt };
    entries += next.length;
    if (next.length < piece) break;
    last = next.at(-1);
  }
  return { entries, brokenAt: null };
}
