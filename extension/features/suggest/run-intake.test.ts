import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { BackendError } from '../../api/backend-error.ts';
import type { Backend } from '../../api/backend.ts';
import { Workshop, type Photo } from '../../db/database.ts';
import { settings, type Settings } from '../../db/settings.ts';
import type { AnalyzeManifest, BulkItem, BulkJob } from '../../../shared/bulk.ts';
import type { Suggestion } from '../../../shared/suggestion.ts';
import { makeDrafts } from './make-drafts.ts';
import { resumeIntakes } from './resume-intakes.ts';
import { cancelIntake, suggestAgain, suggestFor } from './suggest.ts';
import type { SuggestDeps } from './suggest-deps.ts';

const open = { value: null, confidence: 0, source: 'none' as const };
const suggestion: Suggestion = {
  ...{
    description: open,
    audience: open,
    category: open,
    categoryAlternatives: [],
    brand: open,
    size: open,
    condition: open,
  },
  ...{ colors: open, materials: open, composition: open, price: open, package: open },
  title: { value: 'A coat', confidence: 0.9, source: 'model' },
};

/** A backend in memory: keeps jobs by key, fails call number `failAt`, answers items when their photos are there. */
function fakeBackend() {
  const jobs = new Map<string, { job: BulkJob; manifest: AnalyzeManifest; has: Set<string> }>();
  const state = {
    calls: 0,
    failAt: -1,
    provider: null as string | null,
    failing: new Set<string>(),
    uploads: 0,
    atOnce: 0,
    most: 0,
  };
  const tick = async (): Promise<void> => {
    state.calls += 1;
    if (state.calls === state.failAt) throw new BackendError({ code: 'backend-broken', message: 'now' });
  };
  const find = (id: string) => {
    const found = [...jobs.values()].find(({ job }) => job.id === id);
    if (!found) throw new BackendError({ code: 'not-found', message: 'no' });
    return found;
  };
  const view = (id: string): BulkJob => {
    const { job, manifest, has } = find(id);
    const missing = manifest.photos.map(({ hash }) => hash).filter((hash) => !has.has(hash));
    if (job.state === 'cancelled') return job;
    if (missing.length > 0) return { ...job, missing };
    const items = job.items.map((item): BulkItem =>
      state.failing.has(item.key)
        ? { ...item, state: 'failed', failure: { code: 'analysis-timeout', message: 'late' } }
        : { ...item, state: 'done' },
    );
    return { ...job, state: 'done', missing, items };
  };
  const backend: Backend = {
    async capabilities() {
      await tick();
      return { version: '1', analyser: state.provider ? 'model' : 'built-in', provider: state.provider };
    },
    async analyze({ key, manifest, photos }) {
      state.atOnce += 1;
      state.most = Math.max(state.most, state.atOnce);
      await tick().finally(() => (state.atOnce -= 1));
      const id = crypto.randomUUID();
      const items = (manifest.items ?? []).map((item) => ({
        ...item,
        state: 'waiting' as const,
        failure: null,
        draftId: null,
      }));
      const usage = { inputTokens: 0, outputTokens: 0, cost: null };
      const fresh: BulkJob = {
        id,
        state: 'receiving',
        missing: [],
        photos: { total: 1, received: 0 },
        items,
        usage,
        analyser: 'built-in',
        createdAt: 1,
        updatedAt: 1,
      };
      const entry = jobs.get(key) ?? { job: fresh, manifest, has: new Set<string>() };
      expect(entry.manifest).toEqual(manifest);
      jobs.set(key, entry);
      for (const photo of photos) {
        state.uploads += 1;
        entry.has.add((await photo.text()).padEnd(64, '0'));
      }
      return view(entry.job.id);
    },
    async job(id) {
      await tick();
      return view(id);
    },
    async *events(id) {
      await tick();
      yield view(id);
    },
    async drafts(jobId) {
      await tick();
      const made = view(jobId).items.filter((item) => item.state === 'done');
      return made.map((item) => ({
        id: crypto.randomUUID(),
        jobId,
        itemKey: item.key,
        photos: item.photos,
        suggestion,
        edits: {},
        createdAt: 1,
        updatedAt: 1,
      }));
    },
    async cancel(id) {
      await tick();
      const { job } = find(id);
      job.state = 'cancelled';
      return view(id);
    },
    async retryItem(id, key) {
      await tick();
      state.failing.delete(key);
      return view(id);
    },
  };
  return { backend, state, jobs };
}

let workshop: Workshop;
let fake: ReturnType<typeof fakeBackend>;
let wishes: Settings;
let ids = 0;
beforeEach(() => {
  workshop = new Workshop(`suggest-${(ids += 1)}`);
  fake = fakeBackend();
  wishes = settings.parse({});
});
afterEach(() => workshop.delete());

const signal = new AbortController().signal;
const deps = (): SuggestDeps => ({
  workshop,
  backend: fake.backend,
  settings: async () => wishes,
  resolve: () => ({ best: null, alternatives: [] }),
  readCatalog: async () => undefined,
  alone: async (_name, run) => run().then(() => true),
  wait: async () => undefined,
  now: () => 5,
  newId: () => `id-${(ids += 1)}`,
});
const photo = (id: string): Photo => {
  const blob = new Blob([id]);
  const hash = id.padEnd(64, '0');
  return {
    id,
    original: blob,
    small: blob,
    thumbnail: blob,
    hash,
    name: id,
    width: 1,
    height: 1,
    takenAt: null,
    order: 0,
    fingerprint: '',
    mirrored: '',
    swatch: [],
    intakeId: 'in',
    addedAt: 1,
  };
};
async function dropped(): Promise<void> {
  await workshop.photos.bulkAdd(['a1', 'a2', 'b1', 'c1', 'dead'].map(photo));
  await workshop.intakes.add({
    ...{
      id: 'in',
      market: 'www.vinted.fr',
      grouped: 9,
      refused: [],
      preparing: [],
      state: 'grouping',
      manifest: null,
      retrying: [],
    },
    ...{ jobKey: 'job-key-1', serverJobId: null, failure: null, createdAt: 1, updatedAt: 1 },
    stacks: [
      { key: 'A', photoIds: ['a1', 'a2'] },
      { key: 'B', photoIds: ['b1'] },
      { key: 'C', photoIds: ['c1'] },
    ],
  });
}
const drafts = async () =>
  (await workshop.drafts.toArray()).toSorted((one, other) =>
    (one.bulk?.itemKey ?? '').localeCompare(other.bulk?.itemKey ?? ''),
  );
const intake = async () => (await workshop.intakes.get('in'))!;
const titles = async () =>
  (await drafts()).map((draft) => draft.fields.title.value ?? draft.failure?.code ?? draft.state);

test('stacks become drafts at once; photos taken out are deleted; a second click makes nothing twice', async () => {
  await dropped();
  expect(await makeDrafts(deps(), 'in')).toHaveLength(3);
  expect(await makeDrafts(deps(), 'in')).toEqual([]);
  expect((await drafts()).map(({ state, photoIds }) => [state, photoIds.length])).toEqual([
    ['analysing', 2],
    ['analysing', 1],
    ['analysing', 1],
  ]);
  expect(await workshop.photos.get('dead')).toBeUndefined();
});

test('the whole way, at most four uploads at once, each photo once', async () => {
  await dropped();
  await suggestFor(deps(), 'in', signal);
  await expect.poll(async () => (await intake()).state).toBe('done');
  expect(await titles()).toEqual(['A coat', 'A coat', 'A coat']);
  expect(fake.state.uploads).toBe(4);
  expect(fake.state.most).toBeLessThanOrEqual(4);
});

test('whichever call is the last before everything dies, the next start brings the same end', async () => {
  await dropped();
  await makeDrafts(deps(), 'in');
  let rounds = 0;
  for (let call = 1; (await intake()).state !== 'done'; call += 1) {
    fake.state.calls = 0;
    fake.state.failAt = call;
    await resumeIntakes(deps(), signal, true);
    expect((await drafts()).length).toBe(3);
    expect((rounds += 1)).toBeLessThan(30);
  }
  expect(await titles()).toEqual(['A coat', 'A coat', 'A coat']);
  expect(fake.jobs.size).toBe(1);
  expect(fake.state.uploads).toBe(4);
});

describe('consent', () => {
  test('no photo leaves before the seller agreed to exactly this provider', async () => {
    await dropped();
    fake.state.provider = 'ai.example';
    wishes = settings.parse({ consent: 'other.example' });
    await makeDrafts(deps(), 'in');
    await resumeIntakes(deps(), signal, true);
    expect((await intake()).failure).toEqual({ code: 'consent-needed', message: 'ai.example' });
    expect(fake.state.uploads).toBe(0);
    expect(fake.jobs.size).toBe(0);
    wishes = settings.parse({ consent: 'ai.example' });
    await resumeIntakes(deps(), signal, true);
    expect((await intake()).state).toBe('done');
  });
  test('the background does not ask again and again', async () => {
    await dropped();
    fake.state.provider = 'ai.example';
    await makeDrafts(deps(), 'in');
    await resumeIntakes(deps(), signal);
    const before = fake.state.calls;
    await resumeIntakes(deps(), signal);
    expect(fake.state.calls).toBe(before);
  });
});

describe('an item without an answer', () => {
  test('says why, and is tried again alone', async () => {
    await dropped();
    fake.state.failing.add('B');
    await makeDrafts(deps(), 'in');
    await resumeIntakes(deps(), signal, true);
    expect(await titles()).toEqual(['A coat', 'analysis-timeout', 'A coat']);
    const [, failed] = await drafts();
    await suggestAgain(deps(), [failed!.id], signal);
    expect(await titles()).toEqual(['A coat', 'A coat', 'A coat']);
    expect(fake.state.uploads).toBe(4);
  });
  test('is sent anew when the backend has forgotten the job', async () => {
    await dropped();
    fake.state.failing.add('B');
    await makeDrafts(deps(), 'in');
    await resumeIntakes(deps(), signal, true);
    fake.jobs.clear();
    fake.state.failing.clear();
    const [, failed] = await drafts();
    await suggestAgain(deps(), [failed!.id], signal);
    expect(await titles()).toEqual(['A coat', 'A coat', 'A coat']);
    expect(fake.state.uploads).toBe(5);
  });
});

test('cancelled: drafts stay with the seller’s defaults, also when the backend is off, and can be asked for again', async () => {
  await dropped();
  wishes = settings.parse({ defaults: { condition: 'good' } });
  await makeDrafts(deps(), 'in');
  await workshop.intakes.update('in', { serverJobId: 'gone' });
  await cancelIntake(deps(), 'in', signal);
  expect((await intake()).state).toBe('cancelled');
  expect((await drafts()).map(({ state, fields }) => [state, fields.condition.value])).toEqual([
    ['open', 3],
    ['open', 3],
    ['open', 3],
  ]);
  await suggestAgain(
    deps(),
    (await drafts()).map(({ id }) => id),
    signal,
  );
  expect(await titles()).toEqual(['A coat', 'A coat', 'A coat']);
});

test('what the seller typed while the photos were on their way stays', async () => {
  await dropped();
  await makeDrafts(deps(), 'in');
  const [first] = await drafts();
  await workshop.drafts.update(first!.id, {
    fields: { ...first!.fields, title: { value: 'Mine', confidence: 1, source: 'seller' } },
  });
  await resumeIntakes(deps(), signal, true);
  expect(await titles()).toEqual(['Mine', 'A coat', 'A coat']);
});
