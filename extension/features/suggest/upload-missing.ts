import { isPassing, isBackendCode } from '../../api/backend-error.ts';
import type { BulkJob } from '../../../shared/bulk.ts';
import { manifestFor } from './manifest-for.ts';
import type { SuggestDeps } from './suggest-deps.ts';

const inParallel = 4;
/** Each request costs the backend as much as a photo does; the photos of one that is cut are kept as far as they came. */
const perRequest = 4;
const mostTries = 5;

/** Sends the photos the job still lacks, a few at once: a cut line costs at most those few. */
export async function uploadMissing(
  deps: SuggestDeps,
  intakeId: string,
  job: BulkJob,
  signal: AbortSignal,
): Promise<BulkJob> {
  if (job.state !== 'receiving' || job.missing.length === 0) return job;
  const asked = await manifestFor(deps, intakeId);
  if (!asked) return job;
  const queue = [...job.missing];
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const work = async (): Promise<void> => {
    for (let next = queue.splice(0, perRequest); next.length > 0; next = queue.splice(0, perRequest)) {
      const photos = await Promise.all(next.map((hash) => deps.workshop.photos.where({ hash }).first()));
      const here = photos.filter((photo) => photo !== undefined);
      // A photo deleted meanwhile: the job would wait for it for ever.
      if (here.length < next.length) return lostPhoto(deps, job.id, either);
      const upload = { ...asked, photos: here.map(({ small }) => small) };
      await patiently(deps, () => deps.backend.analyze(upload, either), either);
    }
  };
  try {
    await Promise.all(Array.from({ length: inParallel }, work));
  } finally {
    // One that failed for good ends the others: their answers would come to nobody.
    stop.abort();
  }
  return patiently(deps, () => deps.backend.job(job.id, signal), signal);
}

/** A passing trouble is waited out; a photo the backend refuses is left to the job, which then names it. */
async function patiently<T>(deps: SuggestDeps, ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error) || tries === mostTries) throw error;
      await deps.wait(Math.min(error.failure.retryAfter ?? 1_000 * 2 ** tries, 60_000), signal);
    }
  }
}

async function lostPhoto(deps: SuggestDeps, jobId: string, signal: AbortSignal): Promise<void> {
  await deps.backend.cancel(jobId, signal).catch((error: unknown) => {
    if (!isBackendCode(error, 'not-found')) throw error;
  });
}
