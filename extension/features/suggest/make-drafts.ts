import { emptyDraft } from './empty-draft.ts';
import type { SuggestDeps } from './suggest-deps.ts';

type MakeDeps = Pick<SuggestDeps, 'workshop' | 'now' | 'newId'>;

/**
 * Stacks become drafts at once, before anything is asked of anybody: from here on nothing of them can be lost. Photos the
 * seller took out are deleted. Gives the ids of the drafts, none when they were made already.
 */
export async function makeDrafts({ workshop, now, newId }: MakeDeps, intakeId: string): Promise<string[]> {
  return workshop.transaction('rw', workshop.intakes, workshop.photos, workshop.drafts, async () => {
    const intake = await workshop.intakes.get(intakeId);
    if (intake?.state !== 'grouping') return [];
    const at = now();
    const drafts = intake.stacks.map(({ key, photoIds }, index) => ({
      // Later stacks are older by a millisecond: newest first shows them in the order of the stacks.
      ...emptyDraft({ id: newId(), market: intake.market, photoIds, at: at - index }),
      state: 'analysing' as const,
      bulk: { jobKey: intake.jobKey, itemKey: key },
    }));
    await workshop.drafts.bulkAdd(drafts);
    const used = new Set(intake.stacks.flatMap((stack) => stack.photoIds));
    const photoIds = await workshop.photos.where({ intakeId }).primaryKeys();
    await workshop.photos.bulkDelete(photoIds.filter((id) => !used.has(id)));
    await workshop.intakes.update(intakeId, { state: 'analysing', refused: [], updatedAt: at });
    return drafts.map(({ id }) => id);
  });
}
