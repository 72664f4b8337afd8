import type { Ledger, PublishedPhoto, Workshop } from '../../db/database.ts';
import { listingFormOfDraft } from '../../features/publish/listing-form-of-draft.ts';
import type { PublishState } from '../../features/publish/publish-state.ts';
import type { SellDesk } from '../../selling/sell-site.ts';
import type { Draft } from '../../../shared/draft.ts';
import type { Rules } from './rules.ts';

export interface DeskDeps {
  workshop: Workshop;
  rules(): Promise<Rules>;
  now(): number;
  lookAtAnalyses(): Promise<void>;
}

/** Our own drafts, as the publish flow sees them. */
export function publishDesk({ workshop, rules, now, lookAtAnalyses }: DeskDeps): SellDesk<PublishState> {
  /** The panel fills as soon as the suggestion is there: ask for it, and say what keeps it away. */
  async function awaited(draft: Draft): Promise<{ ok: false; code: string; why: string }> {
    await lookAtAnalyses();
    const intake = await workshop.intakes.filter((one) => one.jobKey === draft.bulk?.jobKey).first();
    return intake?.failure
      ? { ok: false, code: intake.failure.code, why: intake.failure.message }
      : { ok: false, code: 'draft-analysing', why: 'The photos are still being looked at.' };
  }

  return {
    async form({ input: { draftId } }) {
      const draft = await workshop.drafts.get(draftId);
      if (!draft) return { ok: false, code: 'draft-gone', why: 'The draft was deleted.' };
      if (draft.state === 'analysing') return awaited(draft);
      const photos = await workshop.photos.bulkGet(draft.photoIds);
      const { form, missingPhotos } = listingFormOfDraft(
        draft,
        photos.filter((photo) => photo !== undefined),
        (await workshop.catalogs.get(draft.market))?.nodes,
      );
      if (missingPhotos.length > 0) {
        return {
          ok: false,
          code: 'photo-missing',
          why: `${missingPhotos.length} photos of this draft are not stored any more.`,
        };
      }
      return { ok: true, form };
    },

    async made({ input: { draftId } }, how, vintedId) {
      await workshop.transaction('rw', workshop.drafts, workshop.photos, workshop.publishedPhotos, async () => {
        const draft = await workshop.drafts.get(draftId);
        if (!draft) return;
        await workshop.drafts.put({
          ...draft,
          state: how === 'publish' ? 'published' : 'vinted-draft',
          vintedId,
          failure: null,
          updatedAt: now(),
        });
        const photos = (await workshop.photos.bulkGet(draft.photoIds)).filter((photo) => photo !== undefined);
        const rows = photos.map((photo): PublishedPhoto => ({
          id: photo.id,
          draftId,
          vintedId: vintedId ?? '',
          market: draft.market,
          fingerprint: photo.fingerprint,
          mirrored: photo.mirrored,
          title: draft.fields.title.value ?? '',
        }));
        await workshop.publishedPhotos.bulkPut(rows);
      });
    },

    settleWindow: async () => (await rules()).settleWindow,
  };
}

/** Drafts marked as being filled though no job of theirs is under way any more become open again. Repeatable. */
export async function reopenIdleDrafts(workshop: Workshop, ledger: Ledger): Promise<void> {
  const filling = await workshop.drafts.where('state').equals('filling').toArray();
  for (const draft of filling) {
    const jobs = await ledger.jobs.where('draftId').equals(draft.id).toArray();
    if (jobs.some((job) => job.doneAt === null)) continue;
    await workshop.drafts.update(draft.id, { state: draft.vintedId === null ? 'open' : 'vinted-draft' });
  }
}
