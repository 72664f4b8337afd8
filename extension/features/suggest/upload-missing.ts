import { isPassing, isBackendCode } from '../../api/backend-error.ts';
import type { BulkJob } from '../../../shared/bulk.ts';
import { manifestFor } from './manifest-for.ts';
import type { SuggestDeps } from './suggest-deps.ts';

const inParallel = 4;
const mostTries = 5;

/** Sends the photos the job still lacks, a few at once and each on its own: a cut line costs at most those few. */
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
    for (let hash = queue.shift(); hash; hash = queue.shift()) {
      const photo = await deps.workshop.photos.where({ hash }).first();
      // A photo deleted meanwhile: the job would wait for it for ever.
      if (!photo) return lostPhoto(deps, job.id, either);
      await sendOne(deps, { ...asked, photos: [photo.small] }, either);
    }
  };
  try {
    await Promise.all(Array.from({ length: inParallel }, work));
  } finally {
    // One that failed for good ends the others: their answers would come to nobody.
    stop.abort();
  }
  return deps.backend.job(job.id, signal);
}

type Upload = Parameters<SuggestDeps['backend']['analyze']>[0];

/** A passing trouble is waited out; a photo the backend refuses is left to the job, which then names it. */
async function sendOne(deps: SuggestDeps, upload: Upload, signal: AbortSignal): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await deps.backend.analyze(upload, signal);
      return;
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
