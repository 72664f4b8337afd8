import type { BulkDraft, BulkItem, BulkJob } from '../../../shared/bulk.ts';
import type { Draft } from '../../../shared/draft.ts';
import { findMarket } from '../../vinted/markets.ts';
import type { SuggestDeps } from './suggest-deps.ts';
import { draftFromDefaults, draftFromSuggestion, type SuggestionContext } from './suggestion-to-draft.ts';

/** Items of the job that are through become drafts with fields, or drafts with a reason. Others are left alone. */
export async function takeAnswers(
  deps: SuggestDeps,
  intakeId: string,
  job: BulkJob,
  signal: AbortSignal,
): Promise<void> {
  const intake = await deps.workshop.intakes.get(intakeId);
  if (!intake) return;
  const through = job.items.filter(
    ({ key, state }) => ['done', 'failed', 'cancelled'].includes(state) && !intake.retrying.includes(key),
  );
  const waiting = await waitingDrafts(deps, intake.jobKey);
  const due = through.filter(({ key }) => waiting.has(key));
  if (due.length === 0) return;
  const answers = due.some(({ state }) => state === 'done') ? await deps.backend.drafts(job.id, signal) : [];
  const contextOf = await contexts(deps, intake.market);
  for (const item of due) {
    const answer = answers.find(({ itemKey }) => itemKey === item.key);
    await take(deps, waiting.get(item.key) ?? '', item, answer, contextOf);
  }
}

async function waitingDrafts({ workshop }: SuggestDeps, jobKey: string): Promise<Map<string, string>> {
  const drafts = await workshop.drafts
    .where({ state: 'analysing' })
    .filter((draft) => draft.bulk?.jobKey === jobKey)
    .toArray();
  return new Map(drafts.map((draft) => [draft.bulk?.itemKey ?? '', draft.id]));
}

/** Read again inside the transaction: the seller may have typed while the answer was on its way. */
async function take(
  { workshop, now }: SuggestDeps,
  id: string,
  item: BulkItem,
  answer: BulkDraft | undefined,
  context: SuggestionContext,
): Promise<void> {
  await workshop.transaction('rw', workshop.drafts, async () => {
    const draft = await workshop.drafts.get(id);
    if (draft?.state !== 'analysing') return;
    const next = answer ? draftFromSuggestion(draft, answer.suggestion, context) : withoutAnswer(draft, item, context);
    await workshop.drafts.put({ ...next, updatedAt: now() });
  });
}

function withoutAnswer(draft: Draft, { state, failure }: BulkItem, { defaults, currency }: SuggestionContext): Draft {
  const why =
    state === 'cancelled'
      ? { code: 'analysis-cancelled', message: 'The analysis was cancelled.' }
      : { code: failure?.code ?? 'analysis-failed', message: failure?.message ?? 'No suggestion came for this item.' };
  return { ...draftFromDefaults(draft, defaults, currency), state: 'open', failure: why };
}

/** What every draft of a market is filled in with. */
export async function contexts(
  { workshop, settings, resolve }: SuggestDeps,
  market: string,
): Promise<SuggestionContext> {
  const { defaults } = await settings();
  const site = findMarket(market);
  const catalog = await workshop.catalogs.get(market);
  return {
    defaults,
    currency: site?.currency ?? 'EUR',
    language: site?.language ?? 'en',
    nodes: catalog?.nodes ?? null,
    resolve,
  };
}
