/**
 * Takes files into an intake, one strict transaction a photo: whatever has been taken in survives the browser, and the
 * names of what has not are on disk too. Owns the intake until it is grouped; knows neither page nor worker.
 */
import type { Intake, Photo, Workshop } from '../../db/database.ts';
import { bulkLimits } from '../../../shared/bulk.ts';
import { groupPhotos } from '../../../shared/grouping.ts';
import type { Refused, RefusalCode } from './formats/header.ts';
import type { PreparedPhoto } from './prepare-photo.ts';
import { orderOf, readPhotos } from './read-photos.ts';
import { stacksOf } from './stacks.ts';

export type NamedFile = { name: string; file: Blob };

export type TakeInDeps = {
  workshop: Workshop;
  prepare(file: Blob, signal: AbortSignal): Promise<PreparedPhoto | Refused>;
  now(): number;
  newId(): string;
  /** How many photos may be under way at once; the pool's size plus one keeps every worker busy. */
  parallel: number;
};

/** The intake the seller is putting together, or a new one. */
export async function openIntake(
  { workshop, now, newId }: Pick<TakeInDeps, 'workshop' | 'now' | 'newId'>,
  market: string,
) {
  return workshop.transaction('rw', workshop.intakes, async () => {
    const open = await workshop.intakes.where('state').anyOf('preparing', 'grouping').first();
    if (open) return open;
    const intake: Intake = {
      id: newId(),
      market,
      stacks: [],
      grouped: 0,
      refused: [],
      preparing: [],
      state: 'preparing',
      manifest: null,
      retrying: [],
      jobKey: newId(),
      serverJobId: null,
      failure: null,
      createdAt: now(),
      updatedAt: now(),
    };
    await workshop.intakes.add(intake);
    return intake;
  });
}

/** Ends when every file is taken in or refused. May run several times for one intake, also at once. */
export async function takeIn(
  deps: TakeInDeps,
  intakeId: string,
  files: readonly NamedFile[],
  signal: AbortSignal,
): Promise<void> {
  const first = await announce(deps, intakeId, files);
  const queue = files
    .slice(0, Math.max(0, files.length - first.over))
    .map((file, index) => ({ ...file, order: first.order + index }));
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await takeOne(deps, intakeId, next, signal);
  };
  await Promise.all(Array.from({ length: deps.parallel }, work));
  await group(deps, intakeId);
}

/** Names first: from here on a closed browser can say what is missing. Photos over the limit are refused by name. */
async function announce(
  deps: TakeInDeps,
  intakeId: string,
  files: readonly NamedFile[],
): Promise<{ order: number; over: number }> {
  const { workshop, now } = deps;
  return workshop.transaction('rw', workshop.intakes, workshop.photos, async () => {
    const intake = await getIntake(workshop, intakeId);
    const all = await workshop.photos.where({ intakeId }).count();
    const taken = (await presentPhotos(workshop, intake)).length;
    const room = Math.max(0, bulkLimits.photos - taken - intake.preparing.length);
    const over = files.slice(room).map(({ name }) => ({ name, code: 'too-many-photos' satisfies RefusalCode }));
    await workshop.intakes.update(intakeId, {
      state: 'preparing',
      preparing: [...intake.preparing, ...files.slice(0, room).map(({ name }) => name)],
      refused: [...intake.refused, ...over],
      updatedAt: now(),
    });
    return { order: all + intake.preparing.length + intake.refused.length, over: over.length };
  });
}

type Waiting = NamedFile & { order: number };

async function takeOne(deps: TakeInDeps, intakeId: string, waiting: Waiting, signal: AbortSignal): Promise<void> {
  const prepared = await deps.prepare(waiting.file, signal);
  if ('refused' in prepared) return settle(deps, intakeId, waiting.name, prepared.refused);
  try {
    await keep(deps, intakeId, waiting, prepared);
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    await settle(deps, intakeId, waiting.name, 'storage-full');
  }
}

async function keep(
  deps: TakeInDeps,
  intakeId: string,
  { name, order }: Waiting,
  prepared: PreparedPhoto,
): Promise<void> {
  const { workshop, now, newId } = deps;
  await workshop.transaction('rw', workshop.intakes, workshop.photos, async () => {
    const present = await presentPhotos(workshop, await getIntake(workshop, intakeId));
    const same = await workshop.photos
      .where({ hash: prepared.hash })
      .filter((photo) => present.includes(photo.id))
      .count();
    if (same) return settle(deps, intakeId, name, 'photo-twice');
    // The order leads the id: the photos of an intake come out of the index as they were dropped.
    const id = `${String(order).padStart(4, '0')}-${newId()}`;
    const photo: Photo = { id, ...prepared, name: name.slice(-200), order, intakeId, addedAt: now() };
    await workshop.photos.add(photo);
    await settle(deps, intakeId, name, null);
  });
}

/** One name is no longer waiting; with a code it was refused. */
async function settle(
  { workshop, now }: TakeInDeps,
  intakeId: string,
  name: string,
  code: RefusalCode | null,
): Promise<void> {
  await workshop.transaction('rw', workshop.intakes, async () => {
    const { preparing, refused } = await getIntake(workshop, intakeId);
    const at = preparing.indexOf(name);
    await workshop.intakes.update(intakeId, {
      preparing: at === -1 ? preparing : preparing.toSpliced(at, 1),
      ...(code ? { refused: [...refused, { name, code }] } : {}),
      updatedAt: now(),
    });
  });
}

/** New photos become stacks behind those the seller may already have arranged. */
async function group({ workshop, now, newId }: TakeInDeps, intakeId: string): Promise<void> {
  await workshop.transaction('rw', workshop.intakes, workshop.photos, async () => {
    const intake = await getIntake(workshop, intakeId);
    if (intake.state !== 'preparing' || intake.preparing.length > 0) return;
    const ids = await workshop.photos.where({ intakeId }).primaryKeys();
    const fresh = await readPhotos(
      workshop,
      ids.filter((id) => orderOf(id) >= intake.grouped),
    );
    await workshop.intakes.update(intakeId, {
      state: 'grouping',
      stacks: [...intake.stacks, ...stacksOf(groupPhotos(fresh), newId)],
      grouped: Math.max(intake.grouped, ...fresh.map((photo) => photo.order + 1)),
      updatedAt: now(),
    });
  });
}

/** For an intake nobody works on any more: what had not been read is named, what had been is grouped. */
export async function closeInterrupted(deps: TakeInDeps, intakeId: string): Promise<void> {
  const { workshop, now } = deps;
  await workshop.transaction('rw', workshop.intakes, async () => {
    const { preparing, refused } = await getIntake(workshop, intakeId);
    const lost = preparing.map((name) => ({ name, code: 'interrupted' satisfies RefusalCode }));
    await workshop.intakes.update(intakeId, { preparing: [], refused: [...refused, ...lost], updatedAt: now() });
  });
  await group(deps, intakeId);
}

/** Ids of the photos that are in: stacked, or not grouped yet. The order is the head of the id. */
async function presentPhotos(workshop: Workshop, { id, grouped, stacks }: Intake): Promise<string[]> {
  const ids = await workshop.photos.where({ intakeId: id }).primaryKeys();
  const stacked = new Set(stacks.flatMap((stack) => stack.photoIds));
  return ids.filter((photoId) => stacked.has(photoId) || orderOf(photoId) >= grouped);
}

async function getIntake(workshop: Workshop, id: string): Promise<Intake> {
  const intake = await workshop.intakes.get(id);
  if (!intake) throw new Error(`No intake ${id}`);
  return intake;
}

/** Dexie wraps the browser's error, sometimes as the reason of an aborted transaction. */
function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'QuotaExceededError') return true;
  const inner = 'inner' in error ? error.inner : undefined;
  return inner instanceof Error && inner !== error && isStorageFull(inner);
}
