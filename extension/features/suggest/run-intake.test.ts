import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { Workshop, type Photo } from '../../db/database.ts';
import { settings, type Settings } from '../../db/settings.ts';
import { fakeBackend } from './fake-backend-in-tests.ts';
import { makeDrafts } from './make-drafts.ts';
import { resumeIntakes } from './resume-intakes.ts';
import { cancelIntake, suggestAgain, suggestFor } from './suggest.ts';
import type { SuggestDeps } from './suggest-deps.ts';

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
    id: 'in',
    market: 'www.vinted.fr',
    grouped: 9,
    refused: [],
    preparing: [],
    state: 'grouping',
    manifest: null,
    retrying: [],
    jobKey: 'job-key-1',
    serverJobId: null,
    failure: null,
    createdAt: 1,
    updatedAt: 1,
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

test('the whole way, each photo once', async () => {
  await dropped();
  await suggestFor(deps(), 'in', signal);
  await expect.poll(async () => (await intake()).state).toBe('done');
  expect(await titles()).toEqual(['A coat', 'A coat', 'A coat']);
  expect(fake.state.uploads).toBe(4);
});

test('uploads go four at once; an answer is fetched by itself, the whole list only when many are there at once', async () => {
  await dropped();
  await suggestFor(deps(), 'in', signal);
  await expect.poll(async () => (await intake()).state).toBe('done');
  expect(fake.state.lists).toBe(0);
  const many = Array.from({ length: 29 }, (_, at) => `m${10 + at}`);
  await workshop.photos.bulkAdd(many.map((id) => photo(id)));
  await workshop.intakes.add({
    ...(await intake()),
    id: 'many',
    state: 'grouping',
    manifest: null,
    jobKey: 'job-key-2',
    serverJobId: null,
    stacks: many.map((id) => ({ key: id, photoIds: [id] })),
  });
  await suggestFor(deps(), 'many', signal);
  await expect.poll(async () => (await workshop.intakes.get('many'))?.state).toBe('done');
  expect(fake.state.lists).toBe(1);
  expect(fake.state.uploads).toBe(4 + 29);
  expect(fake.state.most).toBeLessThanOrEqual(4);
  expect(await titles()).toEqual(Array.from({ length: 32 }, () => 'A coat'));
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

test('a line that is cut for a moment is waited out, without a word to the seller', async () => {
  // The third call is the upload, the fourth asks how the job is.
  for (const call of [3, 4]) {
    fake = fakeBackend();
    await Promise.all([workshop.intakes.clear(), workshop.photos.clear(), workshop.drafts.clear()]);
    await dropped();
    await makeDrafts(deps(), 'in');
    Object.assign(fake.state, { failAt: call, failAs: 'backend-slow' });
    await resumeIntakes(deps(), signal, true);
    expect([call, (await intake()).failure, (await intake()).state]).toEqual([call, null, 'done']);
  }
});

test('an answer that comes after the seller cancelled changes nothing', async () => {
  await dropped();
  await makeDrafts(deps(), 'in');
  fake.state.beforeDrafts = async () => {
    fake.state.beforeDrafts = async () => undefined;
    await cancelIntake(deps(), 'in', signal);
  };
  await resumeIntakes(deps(), signal, true);
  expect(await titles()).toEqual(['open', 'open', 'open']);
  expect((await intake()).state).toBe('cancelled');
});
