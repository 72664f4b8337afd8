/** What a seller can ask of the analysis. */
import { BackendError } from '../../api/backend-error.ts';
import { makeDrafts } from './make-drafts.ts';
import { runIntake } from './run-intake.ts';
import type { SuggestDeps } from './suggest-deps.ts';
import { contexts } from './take-answers.ts';
import { draftFromDefaults } from './suggestion-to-draft.ts';

/** Makes the drafts and starts their analysis; returns once the drafts are safe, the rest goes on by itself. */
export async function suggestFor(deps: SuggestDeps, intakeId: string, signal: AbortSignal): Promise<string[]> {
  const draftIds = await makeDrafts(deps, intakeId);
  const intake = await deps.workshop.intakes.get(intakeId);
  // Wanted, not needed: without a Vinted tab the category stays open until one was there.
  if (intake && (await deps.workshop.catalogs.where({ market: intake.market }).count()) === 0)
    void deps.readCatalog(intake.market).catch(() => undefined);
  void runIntake(deps, intakeId, signal, true);
  return draftIds;
}

/** Once more for these drafts: theirs alone, the others of the drop keep what they have. */
export async function suggestAgain(deps: SuggestDeps, draftIds: readonly string[], signal: AbortSignal): Promise<void> {
  const { workshop, now } = deps;
  const intakeIds = await workshop.transaction('rw', workshop.intakes, workshop.drafts, async () => {
    const touched = new Set<string>();
    for (const draft of (await workshop.drafts.bulkGet([...draftIds])).filter((one) => one !== undefined)) {
      const intake = await workshop.intakes.filter(({ jobKey }) => jobKey === draft.bulk?.jobKey).first();
      if (!intake || !draft.bulk || !['open', 'analysing'].includes(draft.state)) continue;
      const { itemKey } = draft.bulk;
      const listed = intake.manifest?.items?.some(({ key }) => key === itemKey) ?? false;
      await workshop.drafts.update(draft.id, { state: 'analysing', failure: null, updatedAt: now() });
      await workshop.intakes.update(intake.id, {
        state: 'analysing',
        failure: null,
        retrying: listed && draft.state === 'open' ? [...new Set([...intake.retrying, itemKey])] : intake.retrying,
        updatedAt: now(),
      });
      touched.add(intake.id);
    }
    return [...touched];
  });
  await Promise.all(intakeIds.map((id) => runIntake(deps, id, signal, true)));
}

/** Ends the analysis; drafts without an answer stay as drafts, with the seller's own defaults filled in. */
export async function cancelIntake(deps: SuggestDeps, intakeId: string, signal: AbortSignal): Promise<void> {
  const { workshop, now } = deps;
  const intake = await workshop.intakes.get(intakeId);
  if (!intake) return;
  const context = await contexts(deps, intake.market);
  await workshop.transaction('rw', workshop.intakes, workshop.drafts, async () => {
    const waiting = await workshop.drafts
      .where({ state: 'analysing' })
      .filter((draft) => draft.bulk?.jobKey === intake.jobKey)
      .toArray();
    await workshop.drafts.bulkPut(
      waiting.map((draft) => ({
        ...draftFromDefaults(draft, context.defaults, context.currency),
        state: 'open' as const,
        updatedAt: now(),
      })),
    );
    await workshop.intakes.update(intakeId, { state: 'cancelled', failure: null, updatedAt: now() });
  });
  if (intake.serverJobId === null) return;
  // The seller's side is settled; a backend that is off or has forgotten the job changes nothing for them.
  await deps.backend.cancel(intake.serverJobId, signal).catch((error: unknown) => {
    if (!(error instanceof BackendError)) throw error;
  });
}
