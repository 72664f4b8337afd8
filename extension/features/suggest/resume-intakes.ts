import type { SuggestDeps } from './suggest-deps.ts';
import { runIntake } from './run-intake.ts';
import { resolveOpenCategory } from './suggestion-to-draft.ts';
import { contexts } from './take-answers.ts';

/** Failures only a person can do something about: trying again by itself would ask the same thing for ever. */
const forThePerson = new Set(['consent-needed', 'backend-version', 'backend-broken']);

/**
 * Goes on with every analysis that is under way, after a restart too. The dashboard follows them to the end; the
 * background takes one look at each at every start and alarm.
 */
export async function resumeIntakes(deps: SuggestDeps, signal: AbortSignal, follow = false): Promise<void> {
  await resolveLater(deps);
  const open = await deps.workshop.intakes.where({ state: 'analysing' }).toArray();
  const due = open.filter(({ failure }) => follow || !failure || !forThePerson.has(failure.code));
  await Promise.all(due.map(({ id }) => runIntake(deps, id, signal, follow)));
}

/** Drafts whose category waited for the catalogue of their site, once it has been read. */
export async function resolveLater(deps: SuggestDeps): Promise<number> {
  const open = await deps.workshop.drafts
    .where({ state: 'open' })
    .filter((draft) => draft.suggestion !== null && draft.fields.category.value === null)
    .toArray();
  let resolved = 0;
  for (const [market, drafts] of Map.groupBy(open, (draft) => draft.market)) {
    const context = await contexts(deps, market);
    if (!context.nodes) continue;
    for (const { id } of drafts) {
      await deps.workshop.transaction('rw', deps.workshop.drafts, async () => {
        const draft = await deps.workshop.drafts.get(id);
        const next = draft?.state === 'open' ? resolveOpenCategory(draft, context) : draft;
        if (!next || next === draft) return;
        await deps.workshop.drafts.put({ ...next, updatedAt: deps.now() });
        resolved += 1;
      });
    }
  }
  return resolved;
}
