import { expect } from 'vitest';

import type { Job } from '../../shared/job.ts';
import { fillOrder } from '../messaging/page-protocol.ts';
import { draftsOf, type StoredItem } from '../sandbox/state.ts';
import { accountsIn, backupsIn, draftsIn, jobsIn, journalIn, photoHashesIn, say, until } from './extension-state.ts';
import { book, type Kind, ordered, phone, shirt } from './forms.ts';
import { dueNow, onlineOf, putOnline, wholeOf, wish, type Own } from './own-listings.ts';
import { draftOfForm, seedDrafts } from './seed-form.ts';
import type { World } from './world.ts';

/** What the matrix cuts: its steps in order, how one is begun, and what must be there once its job has ended. */
export interface Work {
  steps: readonly string[];
  begin(world: World, kind: Kind, title: string): Promise<Begun>;
}
/**
 * `expectKept`: one listing of that title, whole, or none and all of it kept; and the job is done. `expectRefused`: the
 * site took nothing, all is as it was before, and the seller is told.
 */
export type Begun = {
  jobId: string;
  expectKept(): Promise<void>;
  expectRefused(): Promise<void>;
};

const fills = fillOrder.map((field) => `fill-${field}`);
/** A listing that has the step: a shirt has every field but these. */
const kinds: Readonly<Record<string, Kind>> = { 'fill-model': phone, 'fill-attributes': phone, 'fill-isbn': book };
export const kindOf = (step: string): Kind => kinds[step] ?? shirt;

/** The steps of a work, or those it has for a listing of one kind: what that does not have is not filled. */
export function stepsOf({ steps }: Work, kind: Kind | undefined): readonly string[] {
  const form = kind?.form('fr');
  return form
    ? steps.filter((step) => fillOrder.every((field) => step !== `fill-${field}` || !isEmpty(form[field])))
    : steps;
}
const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** Nothing that dies is a wall: the job comes to its end without its seller; the worker is woken meanwhile. */
async function ended({ page }: World, jobId: string): Promise<Job> {
  const look = async () => {
    await say(page, 'engine.wake').catch(() => undefined);
    const job = (await jobsIn(page)).find(({ id }) => id === jobId);
    const [paused] = (await accountsIn(page)).filter(({ pause }) => pause !== null);
    return { job, paused, isOver: !!job && (job.doneAt !== null || job.status === 'needs-user') };
  };
  const { job, paused } = await until(look, (now) => now.isOver || now.paused !== undefined, 120_000, jobId).catch(
    look,
  );
  if (paused) throw new Error(`PAUSED: ${paused.pause?.kind}`);
  if (!job) throw new Error('There is no such job.');
  return job;
}

/** A review of the copy ends once it was seen that both are there meanwhile, the old one hidden; the wait for it is cut short. */
async function reviewed(world: World, jobId: string, { title, id }: Own): Promise<void> {
  const isInReview = async (): Promise<boolean> => {
    const job = (await jobsIn(world.page).catch(() => [])).find((one) => one.id === jobId);
    return job?.status === 'waiting' && job.step === 'confirm' && job.notBefore > Date.now() + 60_000;
  };
  await until(isInReview, Boolean, 150_000, 'the review');
  const [copy, ...others] = onlineOf(world, title).filter((item) => item.isProcessing);
  expect(others).toEqual([]);
  expect(onlineOf(world, title).filter((item) => item !== copy)).toMatchObject([{ id, isHidden: true }]);
  if (copy) copy.isProcessing = false;
  await dueNow(world.page, jobId);
}

/** What of a title is still as it was before anything was done with it. */
async function untouched(world: World, jobId: string): Promise<Job> {
  const job = await ended(world, jobId);
  expect(job.failure).toMatchObject({ code: 'rejected-field' });
  return job;
}

async function done(world: World, jobId: string): Promise<Job> {
  const job = await ended(world, jobId);
  if (job.doneAt === null) {
    const lines = (await journalIn(world.page)).filter((line) => line.jobId === jobId).slice(-12);
    const told = lines.map((one) => `${one.step} ${one.event} ${one.detail}`).join('\n');
    throw new Error(`${job.status} at ${job.step}, attempt ${job.attempts}: ${JSON.stringify(job.failure)}\n${told}`);
  }
  expect(job, `${job.step}: ${JSON.stringify(job.failure)}`).toMatchObject({ status: 'done' });
  return job;
}

/** The only one of that title, hidden ones and drafts of Vinted counted. */
function only(world: World, title: string): StoredItem {
  const drafts = draftsOf(world.sandbox.state).filter(({ body }) => body.title === title);
  const [item, ...twins] = [...onlineOf(world, title), ...drafts];
  if (twins.length > 0) throw new Error(`TWIN: ${[item, ...twins].map((one) => one?.id).join(', ')}`);
  if (!item) throw new Error('LOST: nothing of it is on the site.');
  expect(item).toMatchObject({ isHidden: false, isDraft: false, pushedUp: false });
  return item;
}

const relist: Work = {
  steps: [
    'copy',
    'photos',
    'check',
    'open',
    'baseline',
    ...fills,
    'verify',
    'preflight',
    'hide',
    'baseline-again',
    'submit',
    'confirm',
    'delete-old',
    'finish',
  ],
  async begin(world, kind, title) {
    const own = await putOnline(world, kind, title);
    const jobId = await wish(world.page, 'listing.relist', { listingKeys: [own.key], mode: 'safe' });
    const review = world.sandbox.switches.underReview
      ? reviewed(world, jobId, own).then(
          () => null,
          (error: unknown) => error,
        )
      : null;
    const expectKept = async (): Promise<void> => {
      const failed = await review;
      if (failed) throw failed;
      await done(world, jobId);
      const item = only(world, title);
      expect(item.id).not.toBe(own.id);
      expect(wholeOf(world.sandbox.state, item)).toEqual(own.original);
    };
    const expectRefused = async (): Promise<void> => {
      await untouched(world, jobId);
      const item = only(world, title);
      expect(item.id).toBe(own.id);
      expect(wholeOf(world.sandbox.state, item)).toEqual(own.original);
    };
    return { jobId, expectKept, expectRefused };
  },
};

const notRefused = (): Promise<never> => Promise.reject(new Error('No variant refuses this.'));
const NEW_PRICE = 7.77;

const price: Work = {
  steps: ['look', 'open', 'is-it', 'fill-price', 'verify', 'save', 'finish'],
  async begin(world, kind, title) {
    const own = await putOnline(world, kind, title);
    const prices = [{ listingKey: own.key, amount: NEW_PRICE * 100 }];
    const jobId = await wish(world.page, 'listing.price', { prices });
    const expectKept = async (): Promise<void> => {
      await done(world, jobId);
      const item = only(world, title);
      expect(item.id).toBe(own.id);
      const { body, photos } = own.original;
      expect(wholeOf(world.sandbox.state, item)).toEqual({ photos, body: { ...body, price: NEW_PRICE } });
    };
    return { jobId, expectKept, expectRefused: notRefused };
  },
};

const deletion: Work = {
  steps: ['copy', 'photos', 'delete', 'finish'],
  async begin(world, kind, title) {
    const own = await putOnline(world, kind, title);
    const jobId = await wish(world.page, 'listing.act', { listingKeys: [own.key], act: 'delete' });
    const expectKept = async (): Promise<void> => {
      await done(world, jobId);
      expect(onlineOf(world, title)).toEqual([]);
      const backup = (await backupsIn(world.page)).find((one) => one.listingKey === own.key);
      expect(backup?.state).toBe('deleted');
      expect(backup?.photos.map(({ sha256 }) => sha256)).toEqual(own.original.photos);
    };
    return { jobId, expectKept, expectRefused: notRefused };
  },
};

let drafts = 0;

const publication: Work = {
  steps: ['open', 'baseline', ...fills, 'verify', 'submit', 'confirm'],
  async begin(world, kind, title) {
    const id = `draft-${(drafts += 1)}`;
    await seedDrafts(world.page, [draftOfForm(id, title, kind.form('fr'))]);
    await say(world.page, 'jobs.publish', { draftIds: [id], how: 'publish' });
    const jobId = (await jobsIn(world.page)).find(({ draftId }) => draftId === id)?.id ?? '';
    const expectKept = async (): Promise<void> => {
      await done(world, jobId);
      const item = only(world, title);
      expect(ordered(item.body)).toMatchObject({ ...kind.stored, title });
      const draft = (await draftsIn(world.page)).find((one) => one.id === id);
      expect(draft).toMatchObject({ state: 'published', vintedId: String(item.id) });
      const hashes = await photoHashesIn(world.page);
      expect(wholeOf(world.sandbox.state, item).photos).toEqual(draft?.photoIds.map((one) => hashes[one]));
    };
    const expectRefused = async (): Promise<void> => {
      await untouched(world, jobId);
      expect(onlineOf(world, title)).toEqual([]);
      const draft = (await draftsIn(world.page)).find((one) => one.id === id);
      expect(draft?.vintedId).toBeNull();
      expect(draft?.photoIds).toHaveLength(kind.form('fr').photos.length);
    };
    return { jobId, expectKept, expectRefused };
  },
};

export const works: Readonly<Record<string, Work>> = { relist, price, delete: deletion, publish: publication };
