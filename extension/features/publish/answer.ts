import type { JobStore } from '../../engine/store.ts';
import { publishState } from './publish-state.ts';

/** The seller's word where the site could not tell whether a submit happened: go on to confirm, or fill again. */
export async function answerForSite(
  store: JobStore,
  now: number,
  said: { jobId: string; answer: 'it-is-there' | 'it-is-not-there'; vintedId: string | null },
): Promise<void> {
  const job = await store.find(said.jobId);
  if (job?.status !== 'needs-user' || job.kind !== 'publish') return;
  const state = publishState.parse(job.state);
  const there = said.answer === 'it-is-there';
  await store.move(
    job.id,
    job.leaseToken,
    {
      status: 'waiting',
      step: there ? 'confirm' : 'open',
      // What is there by now is not ours: it no longer asks.
      state: there
        ? { ...state, sellerSaysThere: true, itemId: said.vintedId ?? state.itemId }
        : { ...state, sellerSaysThere: false, itemId: null, baseline: null },
      failure: null,
      attempts: 0,
      notBefore: now,
    },
    [{ event: 'answered', detail: said.answer }],
  );
}
