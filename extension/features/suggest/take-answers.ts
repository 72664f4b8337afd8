import type { BulkDraft, BulkItem, BulkJob } from '../../../shared/bulk.ts';
import type { CatalogNode } from '../../../shared/catalog.ts';
import type { Draft } from '../../../shared/draft.ts';
import { findMarket } from '../../vinted/markets.ts';
import type { SuggestDeps } from './suggest-deps.ts';
import { draftFromDefaults, draftFromSuggestion, type SuggestionContext } from './suggestion-to-draft.ts';

export type TakeAnswers = (job: BulkJob, signal: AbortSignal) => Promise<void>;

/** Up to here answers are fetched one by one: an event tells of one or two, a job found again of all. */
const fewAnswers = 5;

/** Items of the job that are through become drafts with fields, or drafts with a reason. Others are left alone. */
export function answerTaker(deps: SuggestDeps, intakeId: string): TakeAnswers {
  const contextOf = contextReader(deps);
  return async (job, signal) => {
    const intake = await deps.workshop.intakes.get(intakeId);
    if (!intake) return;
    const through = job.items.filter(
      ({ key, state }) => ['done', 'failed', 'cancelled'].includes(state) && !intake.retrying.includes(key),
    );
    const waiting = await waitingDrafts(deps, intake.jobKey);
    const due = through.filter(({ key }) => waiting.has(key));
    if (due.length === 0) return;
    const answers = await answersTo(deps, job, due, signal);
    const context = await contextOf(intake.market);
    for (const item of due) await take(deps, waiting.get(item.key) ?? '', item, answers.get(item.key), context);
  };
}

async function answersTo(
  { backend }: SuggestDeps,
  job: BulkJob,
  due: readonly BulkItem[],
  signal: AbortSignal,
): Promise<Map<string, BulkDraft>> {
  const ids = due.flatMap(({ draftId }) => draftId ?? []);
  const found =
    ids.length > fewAnswers
      ? await backend.drafts(job.id, signal)
      : await Promise.all(ids.map((id) => backend.draft(id, signal)));
  return new Map(found.map((draft) => [draft.itemKey, draft]));
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
export const contexts = (deps: SuggestDeps, market: string): Promise<SuggestionContext> => contextReader(deps)(market);

/** The same again and again: thousands of categories are read once, and anew only as long as there were none. */
function contextReader({ workshop, settings, resolve }: SuggestDeps): (market: string) => Promise<SuggestionContext> {
  const known = new Map<string, readonly CatalogNode[]>();
  return async (market) => {
    const { defaults } = await settings();
    const site = findMarket(market);
    const nodes = known.get(market) ?? (await workshop.catalogs.get(market))?.nodes ?? null;
    if (nodes) known.set(market, nodes);
    return { defaults, currency: site?.currency ?? 'EUR', language: site?.language ?? 'en', nodes, resolve };
  };
}
