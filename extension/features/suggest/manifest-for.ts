import type { Intake, Photo } from '../../db/database.ts';
import { findMarket, type Market } from '../../vinted/markets.ts';
import { analyzeOptions, type AnalyzeManifest } from '../../../shared/bulk.ts';
import type { Settings } from '../../db/settings.ts';
import type { SuggestDeps } from './suggest-deps.ts';

export type Asked = { key: string; manifest: AnalyzeManifest };

/** The manifest of the intake, written down before it is first sent. Null when no draft waits for an answer. */
export async function manifestFor(deps: SuggestDeps, intakeId: string): Promise<Asked | null> {
  const { workshop, now } = deps;
  const settings = await deps.settings();
  return workshop.transaction('rw', workshop.intakes, workshop.drafts, workshop.photos, async () => {
    const intake = await workshop.intakes.get(intakeId);
    if (!intake) return null;
    if (intake.manifest) return { key: intake.jobKey, manifest: intake.manifest };
    const drafts = await workshop.drafts
      .where({ state: 'analysing' })
      .filter((draft) => draft.bulk?.jobKey === intake.jobKey)
      .toArray();
    const waiting = await Promise.all(
      drafts.map(async (draft) => ({
        key: draft.bulk?.itemKey ?? draft.id,
        photos: (await workshop.photos.bulkGet(draft.photoIds)).filter((photo) => photo !== undefined),
      })),
    );
    const manifest = buildManifest(waiting, optionsFor(settings, intake));
    if (!manifest) return null;
    await workshop.intakes.update(intakeId, { manifest, updatedAt: now() });
    return { key: intake.jobKey, manifest };
  });
}

type WaitingItem = { key: string; photos: Pick<Photo, 'hash' | 'takenAt'>[] };

/** Every photo once: one that lies in two items is looked at for the first of them. */
export function buildManifest(
  items: readonly WaitingItem[],
  options: AnalyzeManifest['options'],
): AnalyzeManifest | null {
  const photos = new Map<string, number | null>();
  const listed: { key: string; photos: string[] }[] = [];
  for (const { key, photos: own } of items) {
    const fresh = [...new Map(own.map((photo) => [photo.hash, photo.takenAt]))].filter(([hash]) => !photos.has(hash));
    if (fresh.length === 0) continue;
    for (const [hash, takenAt] of fresh) photos.set(hash, takenAt);
    listed.push({ key, photos: fresh.map(([hash]) => hash) });
  }
  if (listed.length === 0) return null;
  return { photos: [...photos].map(([hash, takenAt]) => ({ hash, takenAt })), items: listed, options };
}

function optionsFor(settings: Settings, { market }: Intake): AnalyzeManifest['options'] {
  const site: Pick<Market, 'language' | 'currency'> = findMarket(market) ?? { language: 'en', currency: 'EUR' };
  return analyzeOptions.parse({
    language: settings.language ?? site.language,
    tone: settings.tone,
    currency: site.currency,
    bestGuess: settings.defaults.acceptUnsureCategory,
  });
}
