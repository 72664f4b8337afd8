import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createFakeAnalyser } from '../../backend/testing/fake-analyser.ts';
import { fillOrder } from '../messaging/page-protocol.ts';
import { draftsOf, listingsOf, type StoredItem } from '../sandbox/state.ts';
import { draftsIn, jobsIn, photoHashesIn, say, until } from './extension-state.ts';
import { book, type Kind, ordered, phone, shirt } from './forms.ts';
import { draftOfForm, seedDrafts } from './seed-form.ts';
import { untilStarted } from './watch-journal.ts';
import { startWorld, type World } from './world.ts';

/** Every step of a publication, in order; each is cut while it runs, by everything that can die. */
const steps = ['open', 'baseline', ...fillOrder.map((field) => `fill-${field}`), 'verify', 'submit', 'confirm'];

/** A listing that has the step: a shirt has every field but these. */
const kinds: Readonly<Record<string, Kind>> = { 'fill-model': phone, 'fill-attributes': phone, 'fill-isbn': book };
const kindOf = (step: string): Kind => kinds[step] ?? shirt;

let world: World;
let count = 0;

beforeAll(async () => {
  world = await startWorld({
    backend: { analyser: { ...createFakeAnalyser(), kind: 'built-in', provider: null } },
    switches: { photoMs: 150, answerMs: 60 },
    tryout: { settleWindow: 2_500 },
  });
});
afterAll(() => world.close());

const killers = {
  worker: async () => world.harness.stopWorker(),
  tab: async () => {
    const workTab = world.harness.context.pages().find((page) => page !== world.vinted && isVinted(page.url()));
    await workTab?.close();
  },
  browser: async () => {
    await world.harness.kill();
    await world.restart();
  },
} as const;

const isVinted = (url: string): boolean => url.startsWith('https://www.vinted.');

/** Queues one complete draft, kills at that step, wakes the worker as opening the popup does, waits for the end. */
async function publishAndKill(step: string, killer: keyof typeof killers) {
  count += 1;
  const id = `draft-${count}`;
  const title = `Tee ${step} ${killer} ${count}`.replaceAll('-', ' ');
  await seedDrafts(world.page, [draftOfForm(id, title, kindOf(step).form('fr'))]);
  const { jobIds } = (await say(world.page, 'jobs.publish', { draftIds: [id], how: 'publish' })) as {
    jobIds: string[];
  };
  const jobId = jobIds[0] ?? '';
  await untilStarted(world.page, jobId, step);
  await killers[killer]();
  await say(world.page, 'engine.wake').catch(() => undefined);
  const jobs = await until(
    async () => {
      await say(world.page, 'engine.wake').catch(() => undefined);
      return jobsIn(world.page);
    },
    (all) => all.some((job) => job.id === jobId && (job.doneAt !== null || job.status === 'needs-user')),
    90_000,
    `${step} killed by ${killer}`,
  );
  return { id, title, job: jobs.find((job) => job.id === jobId) };
}

const copiesOf = (title: string): StoredItem[] =>
  [...listingsOf(world.sandbox.state), ...draftsOf(world.sandbox.state)].filter((item) => item.body.title === title);

const causes = Object.keys(killers) as (keyof typeof killers)[];
/** Every run cuts a part of the steps, the submit among them; `npm run kill-matrix` cuts each by all three killers. */
const isFull = process.env['KILL_MATRIX'] === 'full';
const cut = steps.filter((step, index) => isFull || index % 3 === 0 || step === 'submit');

describe.each(isFull ? causes : causes.slice(0, 1))('%s killed at every step of a publication', (killer) => {
  it.each(cut)('%s: one listing, complete, and the draft knows it', async (step) => {
    const { id, title, job } = await publishAndKill(step, killer);
    expect(job, JSON.stringify(job?.failure)).toMatchObject({ status: 'done' });
    const [listing, ...twins] = copiesOf(title);
    expect(twins).toEqual([]);
    expect(listing?.isDraft).toBe(false);
    expect(ordered(listing?.body)).toMatchObject({ ...kindOf(step).stored, title });
    const draft = (await draftsIn(world.page)).find((one) => one.id === id);
    expect(draft).toMatchObject({ state: 'published', vintedId: String(listing?.id) });
    expect(await photosOf(listing)).toEqual(await wantedPhotos(draft?.photoIds ?? []));
  });
});

const photosOf = async (listing: StoredItem | undefined): Promise<(string | undefined)[]> =>
  (listing?.body.assigned_photos ?? []).map(
    ({ id }) => world.sandbox.state.photos.find((photo) => photo.id === id)?.sha256,
  );

async function wantedPhotos(ids: readonly string[]): Promise<(string | undefined)[]> {
  const hashes = await photoHashesIn(world.page);
  return ids.map((id) => hashes[id]);
}
