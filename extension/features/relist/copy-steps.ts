import type { Failure } from '../../../shared/failure.ts';
import type { Outcome, Place, Repeatable, StepContext } from '../../engine/flow.ts';
import { orWall } from '../../selling/or-wall.ts';
import type { RelistSite } from '../../selling/relist-site.ts';
import { signedIn } from '../../selling/signed-in.ts';
import type { RelistDesk } from './relist-desk.ts';
import type { RelistState } from './relist-state.ts';
import { mayBegin, type Sight } from './saga.ts';
import { sightAlone } from './sight.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Any page of the market will do. */
export const anywhere = ({ input }: RelistState): Place => ({ tab: 'work', market: input.market, path: null });

export const failed = (code: string, message: string): { is: 'failed'; failure: Failure } => ({
  is: 'failed',
  failure: { code, message },
});

/** Reads the listing once, whole. Nothing of it was touched yet: whatever is odd ends the job here. */
export function copyStep(site: RelistSite, may: (sight: Sight) => boolean = mayBegin): Repeatable<RelistState> {
  return {
    name: 'copy',
    effect: 'look',
    at: anywhere,
    run: (state, context) =>
      orWall(async () => {
        const who = await signedIn(site, context);
        if (!who.ok) return who.blocked;
        const read = await site.readListing(context.tabId, state.input.oldId ?? '');
        if (read.is === 'absent') return failed('listing-gone', 'This listing is not on Vinted any more.');
        const sight = sightAlone(read, null);
        if (!may(sight)) return failed(`listing-${sight}`, `This listing is ${sight} now.`);
        if (read.photos.length === 0) return failed('photo-missing', 'Vinted names no photo of this listing.');
        const copy = { form: read.form, photos: read.photos };
        const next = { ...state, copy, kept: [], memberId: who.memberId };
        return { is: 'done', state: next, member: who.memberId };
      }),
  };
}

/** One photo a run, so that what is on disk stays there whatever dies; then the backup's own row. */
export function photosStep(site: RelistSite, desk: RelistDesk): Repeatable<RelistState> {
  return {
    name: 'photos',
    effect: 'prepare',
    at: anywhere,
    tries: 4,
    run: (state, context) =>
      orWall(async () => {
        const wanted = state.copy?.photos[state.kept.length];
        if (!state.copy) return { is: 'go-to', step: 'copy', state, why: 'Nothing was copied yet.' };
        return wanted ? keepOne(site, desk, state, context, wanted) : keepAll(desk, state, context);
      }),
  };
}

async function keepOne(
  site: RelistSite,
  desk: RelistDesk,
  state: RelistState,
  { job }: StepContext,
  { url, orientation }: { url: string; orientation: number },
): Promise<Outcome<RelistState>> {
  try {
    const bytes = await site.photoBytes(url);
    if (bytes.size === 0) throw new Error('It is empty.');
    const sha256 = await desk.keepPhoto(bytes);
    const kept = [...state.kept, { url, sha256, type: bytes.type, bytes: bytes.size, orientation }];
    return { is: 'done', next: 'photos', state: { ...state, kept } };
  } catch (error) {
    if (isFull(error)) return failed('storage-full', 'There is no room for the photos of this listing.');
    const why = `Photo ${state.kept.length + 1}: ${error instanceof Error ? error.message : String(error)}`;
    return job.attempts < 2 ? { is: 'retry', after: 2_000, why } : failed('photo-missing', why);
  }
}

async function keepAll(desk: RelistDesk, state: RelistState, { job, now }: StepContext): Promise<Outcome<RelistState>> {
  const { input, copy, kept } = state;
  const id = `backup:${job.id}`;
  try {
    await desk.keepBackup({
      id,
      account: input.account,
      listingKey: `${input.market}:${input.oldId ?? ''}`,
      vintedId: input.oldId ?? '',
      lineageId: input.lineageId,
      form: copy?.form ?? emptyForm(),
      photos: kept.map(({ url: _, ...photo }) => photo),
      why: input.act === 'delete' ? 'delete' : 'relist',
      state: 'kept',
      replacedBy: null,
      jobId: job.id,
      madeAt: now(),
    });
  } catch (error) {
    if (isFull(error)) return failed('storage-full', 'There is no room for the copy of this listing.');
    throw error;
  }
  return { is: 'done', state: { ...state, backupId: id } };
}

const emptyForm = (): never => {
  throw new Error('Nothing was copied yet.');
};

const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'QuotaExceededError' || (error as { inner?: Error }).inner?.name === 'QuotaExceededError');

/** Nothing is restored that is online: it would be there twice. */
export function goneStep(site: RelistSite, desk: RelistDesk): Repeatable<RelistState> {
  return {
    name: 'gone',
    effect: 'look',
    at: anywhere,
    run: (state, context) =>
      orWall(async () => {
        const who = await signedIn(site, context);
        if (!who.ok) return who.blocked;
        for (const id of await desk.idsOf(state.backupId)) {
          const sight = sightAlone(await site.readListing(context.tabId, id), null);
          if (sight !== 'gone' && sight !== 'sold') return failed('still-online', `${id} is ${sight} on Vinted.`);
        }
        return { is: 'done', state, member: who.memberId };
      }),
  };
}

/** Still what was copied, online and free, and rested long enough. The last look before the form is opened. */
export function checkStep(site: RelistSite, desk: RelistDesk): Repeatable<RelistState> {
  return {
    name: 'check',
    effect: 'look',
    at: anywhere,
    run: (state, context) =>
      orWall(async () => {
        const who = await signedIn(site, context);
        if (!who.ok) return who.blocked;
        const { input, copy } = state;
        const last = await desk.relistedAt(input.lineageId);
        if (last !== null && context.now() - last < input.restDays * DAY) {
          return failed('too-soon', `It was relisted less than ${input.restDays} days ago.`);
        }
        const read = await site.readListing(context.tabId, input.oldId ?? '');
        const sight = sightAlone(read, copy && { form: copy.form, photos: copy.photos.length });
        if (!mayBegin(sight)) return failed(`listing-${sight}`, `This listing is ${sight} now.`);
        return { is: 'done', state };
      }),
  };
}
