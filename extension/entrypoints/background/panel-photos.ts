import type { Intake, Photo, Workshop } from '../../db/database.ts';
import { preparePhoto } from '../../features/photos/prepare-photo.ts';
import { makeDrafts } from '../../features/suggest/make-drafts.ts';
import { MessageError } from '../../messaging/failures.ts';

export interface PanelPhotoDeps {
  workshop: Workshop;
  now(): number;
  newId(): string;
}

/**
 * The panel's photos become one draft, safe in Dexie before anything is asked of anybody; the analysis follows by the same
 * runner as the dashboard's. A photo that cannot be used refuses the lot, by name: the seller is at the form and can choose
 * again.
 */
export async function draftFromPhotos(deps: PanelPhotoDeps, market: string, files: readonly Blob[]): Promise<string> {
  const { workshop, now, newId } = deps;
  const intakeId = newId();
  const photos: Photo[] = [];
  for (const [order, file] of files.entries()) {
    const prepared = await preparePhoto(file, (_, work) => work());
    const name = file instanceof File ? file.name : `photo-${order + 1}.jpg`;
    if ('refused' in prepared) throw new MessageError({ code: prepared.refused, message: name, field: name });
    const id = `${String(order).padStart(4, '0')}-${newId()}`;
    photos.push({ id, ...prepared, name: name.slice(-200), order, intakeId, addedAt: now() });
  }
  await workshop.transaction('rw', workshop.photos, workshop.intakes, async () => {
    await workshop.photos.bulkAdd(photos);
    await workshop.intakes.add(oneStack({ intakeId, market, photos, key: newId(), jobKey: newId(), at: now() }));
  });
  const [draftId] = await makeDrafts(deps, intakeId);
  if (draftId === undefined) throw new Error('The draft was not made.');
  return draftId;
}

type Stack = { intakeId: string; market: string; photos: readonly Photo[]; key: string; jobKey: string; at: number };

const oneStack = ({ intakeId, market, photos, key, jobKey, at }: Stack): Intake => ({
  id: intakeId,
  market,
  stacks: [{ key, photoIds: photos.map((photo) => photo.id) }],
  grouped: photos.length,
  refused: [],
  preparing: [],
  state: 'grouping',
  manifest: null,
  retrying: [],
  jobKey,
  serverJobId: null,
  failure: null,
  createdAt: at,
  updatedAt: at,
});
