import { ledger, wardrobe, workshop } from '../../db/stores.ts';
import type { JobStore } from '../../engine/store.ts';
import { queuePrice } from '../../features/price-drop/queue-price.ts';
import { queueRelist } from '../../features/relist/queue-relist.ts';
import { lookBook } from '../../features/rules/look-book.ts';
import { runRules, type ByRule } from '../../features/rules/run-rules.ts';
import { MessageError } from '../../messaging/failures.ts';
import type { Planned } from '../../selling/planning/plan-week.ts';
import type { Job } from '../../../shared/job.ts';
import type { ListingHandlerDeps } from './listing-handlers.ts';
import { smallStore } from './small-store.ts';

export interface RunnerParts {
  store: JobStore;
  listings: Pick<ListingHandlerDeps, 'relists' | 'prices'>;
  isStopped(): Promise<boolean>;
  now(): number;
  /** Something is proposed to the seller, or was taken back. */
  changed(job: Job): Promise<void>;
}

/** Looks at the rules once; a look that is under way stands for those asked meanwhile. */
export function rulesRunner(parts: RunnerParts): () => Promise<void> {
  const { store, now, isStopped } = parts;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const book = lookBook(smallStore);
  const drop = async (jobId: string): Promise<void> => {
    const failure = { code: 'missed', message: 'It was proposed, and not answered for days.' };
    const change = { status: 'stopped', failure, doneAt: now() } as const;
    const moved = await store.move(jobId, null, change, [{ event: 'missed', detail: '' }]);
    if (moved) await parts.changed(moved);
  };
  const queue = async (planned: Planned, by: ByRule): Promise<void> => {
    try {
      await queueOne(parts, planned, by);
    } catch (error) {
      // Changed since the plan was made: the next look plans without it.
      if (!(error instanceof MessageError)) throw error;
    }
  };
  let looking: Promise<void> | null = null;
  return () => {
    looking ??= runRules({ ledger, wardrobe, workshop, book, zone, now, isStopped, queue, drop }).finally(() => {
      looking = null;
    });
    return looking;
  };
}

async function queueOne({ store, listings, changed }: RunnerParts, { key, turn }: Planned, by: ByRule): Promise<void> {
  const { ruleId, notBefore, notAfter } = by;
  const byRule = { ruleId, notAfter };
  if (turn.is === 'price') {
    await queuePrice(listings.prices, key, turn.to.amount, notBefore, byRule);
    return;
  }
  const rule = await wardrobe.rules.get(ruleId);
  if (rule?.kind !== 'relist') return;
  const { pricePercent, restDays } = rule;
  const id = await queueRelist(listings.relists, key, { mode: turn.mode, pricePercent, restDays, notBefore, byRule });
  const job = await store.find(id);
  if (job?.status === 'needs-user') await changed(job);
}
