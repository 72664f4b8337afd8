import type { JobStore } from '../../engine/store.ts';
import { relistState } from './relist-state.ts';

type Said = { jobId: string; answer: 'it-is-there' | 'it-is-not-there'; vintedId: string | null };

const notThere = { code: 'copy-gone', message: 'The copy is not on Vinted, as you said.' };

/**
 * The seller's word on whether the copy is online. It only says where to look, or that there is nothing: then the old
 * listing is shown again, and nothing is ever published a second time.
 */
export async function answerForRelist(store: JobStore, now: number, { jobId, answer, vintedId }: Said): Promise<void> {
  const job = await store.find(jobId);
  if (job?.status !== 'needs-user' || job.kind !== 'relist') return;
  const state = relistState.parse(job.state);
  const there = answer === 'it-is-there';
  const ending = { kind: 'failed' as const, failure: notThere, asked: false };
  const change = there
    ? { step: 'confirm', state: { ...state, itemId: vintedId ?? state.itemId, sellerSaysThere: true } }
    : { step: 'give-back', state: { ...state, itemId: null, ending } };
  const next = { ...change, status: 'waiting' as const, failure: null, attempts: 0, notBefore: now };
  await store.move(job.id, job.leaseToken, next, [{ event: 'answered', detail: answer }]);
}
