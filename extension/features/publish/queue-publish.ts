import type { Ledger, Workshop } from '../../db/database.ts';
import { newJob, type QueueDeps } from '../../engine/new-job.ts';
import { MessageError } from '../../messaging/failures.ts';
import type { Draft } from '../../../shared/draft.ts';
import type { Job } from '../../../shared/job.ts';
import type { PublishInput } from './publish-state.ts';

export interface QueuePublishDeps extends QueueDeps {
  workshop: Workshop;
  ledger: Ledger;
}

type Wish = { draftIds: readonly string[]; how: PublishInput['how']; sellerTab: number | null };

/**
 * One job per draft, in order. All or nothing: a draft that cannot go (already on Vinted, already under way, still being
 * analysed) refuses the whole wish with its name, before anything is queued.
 */
export async function queuePublish(deps: QueuePublishDeps, wish: Wish): Promise<string[]> {
  const drafts = await Promise.all(wish.draftIds.map((id) => takeable(deps, id, wish)));
  const at = deps.now();
  const jobs = drafts.map((draft, index) => jobOf(deps, draft, wish, at + index));
  await deps.store.add(jobs);
  await deps.workshop.drafts
    .where('id')
    .anyOf(drafts.map((draft) => draft.id))
    .modify((draft) => {
      if (draft.state !== 'analysing') draft.state = 'filling';
    });
  return jobs.map((job) => job.id);
}

async function takeable({ workshop, ledger }: QueuePublishDeps, id: string, { how, sellerTab }: Wish): Promise<Draft> {
  const draft = await workshop.drafts.get(id);
  const title = draft?.fields.title.value ?? id;
  if (!draft) throw refusal('draft-gone', `There is no draft ${id}.`);
  // The panel's own fill waits for the suggestion.
  if (draft.state === 'analysing' && sellerTab === null)
    throw refusal('draft-analysing', `"${title}" is still being analysed.`);
  if (draft.state === 'published') throw refusal('already-published', `"${title}" is on Vinted already.`);
  if (draft.state === 'vinted-draft' && how === 'draft')
    throw refusal('already-published', `"${title}" is a Vinted draft already.`);
  const jobs = await ledger.jobs.where('draftId').equals(id).toArray();
  if (jobs.some((job) => job.doneAt === null)) throw refusal('already-queued', `"${title}" is under way already.`);
  return draft;
}

const refusal = (code: string, message: string): MessageError => new MessageError({ code, message });

function jobOf({ flow, newId }: QueueDeps, draft: Draft, wish: Wish, at: number): Job {
  const { market, vintedId } = draft;
  const input: PublishInput = { draftId: draft.id, market, how: wish.how, sellerTab: wish.sellerTab, vintedId };
  const about = { market, memberId: null, draftId: draft.id, listingKey: null };
  return newJob(flow, { id: newId(), ...about, input, notBefore: at }, at);
}
