/**
 * Brings one intake from stacks to suggested drafts: ask consent, create the job, upload what is missing, follow, take
 * each answer as it comes. Every step may be repeated; what is done is in Dexie or on the backend, never only here.
 */
import { BackendError, isBackendCode } from '../../api/backend-error.ts';
import { followJob, hasEnded } from '../../api/follow-job.ts';
import { toFailure } from '../../messaging/failures.ts';
import type { Intake } from '../../db/database.ts';
import type { BulkJob } from '../../../shared/bulk.ts';
import type { Failure } from '../../../shared/failure.ts';
import { manifestFor } from './manifest-for.ts';
import type { SuggestDeps } from './suggest-deps.ts';
import { answerTaker } from './take-answers.ts';
import { uploadMissing } from './upload-missing.ts';

/** `follow` waits for the end; without it (background) one look is taken and the next alarm looks again. */
export async function runIntake(
  deps: SuggestDeps,
  intakeId: string,
  signal: AbortSignal,
  follow: boolean,
): Promise<void> {
  await deps.alone(`suggest-${intakeId}`, async () => {
    try {
      await advance(deps, intakeId, signal, follow);
    } catch (error) {
      if (signal.aborted) return;
      await noteFailure(deps, intakeId, error instanceof BackendError ? error.failure : toFailure(error));
    }
  });
}

async function advance(deps: SuggestDeps, intakeId: string, signal: AbortSignal, follow: boolean): Promise<void> {
  const intake = await deps.workshop.intakes.get(intakeId);
  if (intake?.state !== 'analysing') return;
  await checkConsent(deps, signal);
  await deps.workshop.intakes.update(intakeId, { failure: null, updatedAt: deps.now() });
  const takeAnswers = answerTaker(deps, intakeId);
  let job = await openJob(deps, intake, signal);
  if (!job) return end(deps, intakeId);
  job = await uploadMissing(deps, intakeId, job, signal);
  await takeAnswers(job, signal);
  if (follow && !hasEnded(job)) {
    for await (const later of followJob(deps.backend, job.id, deps.wait, signal)) {
      await takeAnswers(later, signal);
      job = later;
    }
  }
  if (hasEnded(job)) await end(deps, intakeId);
}

/** Before the first photo goes to a provider, and again when it is another one. The built-in analyser keeps photos home. */
async function checkConsent(deps: SuggestDeps, signal: AbortSignal): Promise<void> {
  const { provider } = await deps.backend.capabilities(signal);
  if (provider === null || (await deps.settings()).consent === provider) return;
  throw new BackendError({
    code: 'consent-needed',
    message: 'The seller has not agreed to this provider.',
    field: provider,
  });
}

/** The job on the backend, made when there is none (yet, or any more); null when nothing is left to ask. */
async function openJob(deps: SuggestDeps, intake: Intake, signal: AbortSignal): Promise<BulkJob | null> {
  if (intake.serverJobId !== null) {
    const known = await knownJob(deps, intake, intake.serverJobId, signal);
    if (known) return known;
    await deps.workshop.intakes.update(intake.id, { serverJobId: null, manifest: null, retrying: [] });
    await rekey(deps, intake);
  }
  const asked = await manifestFor(deps, intake.id);
  if (!asked) return null;
  const job = await deps.backend.analyze({ ...asked, photos: [] }, signal);
  await deps.workshop.intakes.update(intake.id, { serverJobId: job.id, updatedAt: deps.now() });
  return job;
}

/** Null when the backend does not know the job (another backend, a lost database) or it cannot be continued. */
async function knownJob(deps: SuggestDeps, intake: Intake, id: string, signal: AbortSignal): Promise<BulkJob | null> {
  try {
    let job = await deps.backend.job(id, signal);
    for (const key of intake.retrying) {
      job = await deps.backend.retryItem(id, key, signal);
      const { retrying } = (await deps.workshop.intakes.get(intake.id)) ?? intake;
      await deps.workshop.intakes.update(intake.id, { retrying: retrying.filter((one) => one !== key) });
    }
    return job.state === 'cancelled' ? null : job;
  } catch (error) {
    if (isBackendCode(error, 'not-found') || isBackendCode(error, 'conflict')) return null;
    throw error;
  }
}

/** A new job needs a new key; the drafts of the drop go along with it. */
async function rekey({ workshop, newId }: SuggestDeps, intake: Intake): Promise<void> {
  const jobKey = newId();
  await workshop.transaction('rw', workshop.intakes, workshop.drafts, async () => {
    await workshop.intakes.update(intake.id, { jobKey });
    await workshop.drafts
      .filter((draft) => draft.bulk?.jobKey === intake.jobKey)
      .modify((draft) => {
        if (draft.bulk) draft.bulk = { ...draft.bulk, jobKey };
      });
  });
}

async function noteFailure(
  { workshop, now }: SuggestDeps,
  id: string,
  { code, message, field }: Failure,
): Promise<void> {
  // For `consent-needed` the field is the provider: the page asks about exactly that one.
  await workshop.intakes.update(id, {
    failure: { code, message: code === 'consent-needed' ? (field ?? '') : message },
    updatedAt: now(),
  });
}

/** No draft may be left saying "analysing" when nobody is analysing any more. */
async function end({ workshop, now }: SuggestDeps, id: string): Promise<void> {
  await workshop.transaction('rw', workshop.intakes, workshop.drafts, async () => {
    const intake = await workshop.intakes.get(id);
    if (intake?.state !== 'analysing' || intake.retrying.length > 0) return;
    await workshop.drafts
      .where({ state: 'analysing' })
      .filter((draft) => draft.bulk?.jobKey === intake.jobKey)
      .modify({ state: 'open', failure: { code: 'analysis-failed', message: 'No suggestion came for this item.' } });
    await workshop.intakes.update(id, { state: 'done', failure: null, updatedAt: now() });
  });
}
