import 'fake-indexeddb/auto';

import { describe, expect, it } from 'vitest';

import { findBreak } from '../../engine/journal.ts';
import { jobStore } from '../../engine/store.ts';
import { DAY, HOUR, job, noon, photo, world } from './house-in-tests.ts';

describe('the rounds', () => {
  it('run at the first start, then each night and every six hours, however often they are asked for', async () => {
    const { look, clock, kept } = world();
    for (; clock.at <= noon + 2 * DAY; clock.at += 5 * 60_000) await look();
    expect(kept.begun.filter((name) => name === 'night')).toHaveLength(3);
    expect(kept.begun.filter((name) => name === 'photos')).toHaveLength(9);
  });

  it('that were slept through are made up for once, at the next start', async () => {
    const { look, clock, kept } = world();
    await look();
    clock.at += 9 * DAY;
    await look();
    await look();
    expect(kept.begun).toEqual(['night', 'photos', 'night', 'photos']);
  });

  it('asked for twice at once run once', async () => {
    const { start, kept } = world();
    const house = start();
    await Promise.all([house.look(), house.look()]);
    expect(kept.purges).toBe(1);
  });

  it('go by the zone of the account', async () => {
    const { start, ledger } = world();
    expect(await start().nextNight()).toBe(Date.UTC(2026, 10, 25, 1));
    await ledger.paces.put({ account: 'm:7', zone: 'Europe/Vilnius', from: 480, to: 1_320, days: [1], perDay: {} });
    expect(await start().nextNight()).toBe(Date.UTC(2026, 10, 25, 0));
  });
});

describe('photos', () => {
  it('of drafts, open drops and steps that can be taken back stay, however old; the rest goes after six hours', async () => {
    const { look, workshop } = world();
    const old = { addedAt: noon - 400 * DAY };
    await workshop.photos.bulkAdd([
      photo('drafted', old),
      photo('published', old),
      photo('dropped', { ...old, intakeId: 'open' }),
      photo('before', old),
      photo('after', old),
      photo('young', { addedAt: noon - 5 * HOUR }),
      photo('loose', { addedAt: noon - 7 * HOUR }),
    ]);
    await workshop.drafts.bulkAdd([
      { id: 'a', photoIds: ['drafted'], state: 'open' },
      { id: 'b', photoIds: ['published'], state: 'published' },
    ] as never[]);
    await workshop.intakes.bulkAdd([
      { id: 'open', state: 'grouping', stacks: [], jobKey: 'k1', updatedAt: 0 },
      { id: 'drop', state: 'done', stacks: [], jobKey: 'k2', updatedAt: noon },
    ] as never[]);
    await workshop.undos.add({ before: { photoIds: ['before'] }, after: { photoIds: ['after'] } } as never);
    await look();
    expect((await workshop.photos.toCollection().primaryKeys()).toSorted()).toEqual(
      ['after', 'before', 'drafted', 'dropped', 'published', 'young'].toSorted(),
    );
  });

  it('of a failed or interrupted drop stay until the seller decides', async () => {
    const { look, workshop } = world();
    await workshop.photos.bulkAdd([photo('1', { intakeId: 'f' }), photo('2', { intakeId: 'p' })]);
    await workshop.intakes.bulkAdd([
      { id: 'f', state: 'failed', stacks: [] },
      { id: 'p', state: 'preparing', stacks: [] },
    ] as never[]);
    await look();
    expect(await workshop.photos.count()).toBe(2);
  });

  it('take their drop along once no draft could be analysed again', async () => {
    const { look, workshop } = world();
    const over = { state: 'done', stacks: [], updatedAt: noon - 31 * DAY };
    await workshop.intakes.bulkAdd([
      { id: 'needed', jobKey: 'k1', ...over },
      { id: 'over', jobKey: 'k2', ...over },
    ] as never[]);
    await workshop.drafts.add({ id: 'a', photoIds: [], bulk: { jobKey: 'k1', itemKey: 'i' } } as never);
    await look();
    expect(await workshop.intakes.toCollection().primaryKeys()).toEqual(['needed']);
  });
});

describe('jobs and journal', () => {
  it('keep a year; the chain of the rest holds, and its last line never goes', async () => {
    const { ledger, look, clock } = world();
    const store = jobStore(ledger, () => clock.at);
    for (const [id, daysAgo] of [...Array.from({ length: 600 }, () => 500), 410, 390, 1].entries()) {
      clock.at = noon - daysAgo * DAY;
      await store.add([job(`j${id}`, { status: 'queued', doneAt: null })]);
      await store.move(`j${id}`, null, { status: 'done', doneAt: clock.at }, []);
    }
    clock.at = noon;
    await look();
    const lines = await ledger.journal.toArray();
    expect(lines.map(({ jobId }) => jobId)).toEqual(['j601', 'j602']);
    expect(findBreak(lines)).toBeNull();
    expect(await ledger.jobs.toCollection().primaryKeys()).toEqual(['j602']);
    clock.at += 800 * DAY;
    await look();
    expect(await ledger.journal.count()).toBe(1);
    await store.add([job('next', { status: 'queued', doneAt: null })]);
    expect(findBreak(await ledger.journal.toArray())).toBeNull();
  });

  it('keep every drop a rule made: its count and its floor are read from them', async () => {
    const { ledger, look } = world();
    const old = { doneAt: noon - 800 * DAY, listingKey: 'm:1' };
    await ledger.jobs.bulkAdd([
      job('drop', { ...old, kind: 'price', ruleId: 'r' }),
      job('failed', { ...old, kind: 'price', ruleId: 'r', status: 'failed' }),
      job('by-hand', { ...old, kind: 'price' }),
    ]);
    await look();
    expect(await ledger.jobs.toCollection().primaryKeys()).toEqual(['drop']);
  });

  it('never loses an unfinished job, and keeps the newest 200 diagnostics', async () => {
    const { ledger, look } = world();
    await ledger.jobs.add(job('asked', { status: 'needs-user', doneAt: null, createdAt: 1 }));
    await ledger.diagnostics.bulkAdd(Array.from({ length: 250 }, (_, at) => ({ jobId: 'x', at, step: 's', data: {} })));
    await look();
    expect(await ledger.jobs.count()).toBe(1);
    expect((await ledger.diagnostics.toArray()).map(({ at }) => at)).toEqual(
      Array.from({ length: 200 }, (_, at) => at + 50),
    );
  });
});

describe('the wardrobe', () => {
  it('loses pages of dead syncs and figures of years past, never what happened', async () => {
    const { wardrobe, ledger, look } = world();
    await ledger.jobs.bulkAdd([job('live', { status: 'waiting', doneAt: null }), job('over')]);
    await wardrobe.reads.bulkAdd(['live', 'over', 'lost'].map((jobId) => ({ jobId, pass: 0, at: 0 })) as never[]);
    const event = (id: number, kind: string, at: number) => ({ id, kind, at }) as never;
    await wardrobe.events.bulkAdd([
      event(1, 'views', noon - 401 * DAY),
      event(2, 'price', noon - 401 * DAY),
      event(3, 'views', noon - DAY),
    ]);
    await wardrobe.days.bulkAdd([
      { id: 'a', day: '2025-10-01' },
      { id: 'b', day: '2026-11-01' },
    ] as never[]);
    await look();
    expect((await wardrobe.reads.toArray()).map(({ jobId }) => jobId)).toEqual(['live']);
    expect(await wardrobe.events.toCollection().primaryKeys()).toEqual([2, 3]);
    expect(await wardrobe.days.toCollection().primaryKeys()).toEqual(['b']);
  });
});
