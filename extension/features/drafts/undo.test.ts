import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { duplicateDraft, mergeDrafts, movePhoto, splitDraft } from './arrange.ts';
import { bulkEdit } from './bulk-edit.ts';
import { changeDraft } from './change-draft.ts';
import { deleteDrafts, purgeDeleted } from './delete-drafts.ts';
import { completeDraft, draftWith, freshDesk, photoWith } from './desk-in-tests.ts';
import { canUndo, redo, undo, undoGroup } from './undo.ts';

vi.setConfig({ testTimeout: 30_000 });

let desk = freshDesk();
const titleOf = async (id: string) => (await desk.db.drafts.get(id))?.fields.title.value;
const type = (id: string, title: string | null) => changeDraft(desk, id, { fields: { title } });
const everything = async () => (await desk.db.drafts.toArray()).map((draft) => ({ ...draft, updatedAt: 0 }));

beforeEach(async () => {
  desk = freshDesk();
  await desk.db.drafts.bulkPut([completeDraft('a', { title: 'A' }), completeDraft('b', { title: 'B' })]);
});

describe('changeDraft', () => {
  it('stores each key as the seller’s own word', async () => {
    expect(await type('a', 'Dres')).toBe(true);
    expect((await desk.db.drafts.get('a'))?.fields.title).toEqual({ value: 'Dres', confidence: 1, source: 'seller' });
    expect(await type('gone', 'x')).toBe(false);
  });

  it('keeps what is too long as typed, and an emptied field as chosen', async () => {
    await type('a', 'x'.repeat(101));
    expect(await titleOf('a')).toHaveLength(101);
    await type('a', '');
    expect((await desk.db.drafts.get('a'))?.fields.title).toEqual({ value: null, confidence: 1, source: 'seller' });
  });

  it('takes keys of one burst back as one step, per field', async () => {
    for (const title of ['D', 'Dr', 'Dre']) {
      await type('a', title);
      desk.clock.at += 200;
    }
    await changeDraft(desk, 'a', { fields: { description: 'New' } });
    desk.clock.at += 5_000;
    await changeDraft(desk, 'a', { fields: { description: 'New words' } });
    await undo(desk, 'a');
    expect((await desk.db.drafts.get('a'))?.fields.description.value).toBe('New');
    await undo(desk, 'a');
    await undo(desk, 'a');
    expect(await titleOf('a')).toBe('A');
    expect(await canUndo(desk, 'a')).toEqual({ undo: false, redo: true });
    await redo(desk, 'a');
    expect(await titleOf('a')).toBe('Dre');
  });

  it('forgets what was undone once something new is typed', async () => {
    await type('a', 'One');
    await undo(desk, 'a');
    await changeDraft(desk, 'a', { priceFloor: 500 });
    expect(await redo(desk, 'a')).toBeUndefined();
  });

  it('keeps a hundred steps a draft', async () => {
    for (let step = 0; step < 105; step += 1) {
      desk.clock.at += 10_000;
      await type('a', `Title ${step}`);
    }
    expect(await desk.db.undos.where('draftId').equals('a').count()).toBe(100);
  });
});

describe('undo', () => {
  it('never takes back what happened on Vinted meanwhile', async () => {
    await type('a', 'New');
    await desk.db.drafts.update('a', { state: 'published', vintedId: '77' });
    await undo(desk, 'a');
    expect(await desk.db.drafts.get('a')).toMatchObject({
      state: 'published',
      vintedId: '77',
      fields: { title: { value: 'A' } },
    });
  });

  it('takes a bulk edit back whole, but not what was typed since', async () => {
    const edit = await bulkEdit(desk, ['a', 'b'], { is: 'set', fields: { condition: 6, title: 'Both' } });
    expect(edit).toMatchObject({ changed: 2, skipped: 0 });
    desk.clock.at += 60_000;
    await type('b', 'Typed since');
    await undoGroup(desk, edit.group!);
    expect(await titleOf('a')).toBe('A');
    expect(await desk.db.drafts.get('b')).toMatchObject({
      fields: { title: { value: 'Typed since' }, condition: { value: 2 } },
    });
    expect(await undoGroup(desk, edit.group!)).toBeUndefined();
  });

  it('returns to the start from any run of verbs, and forth again', async () => {
    const verbs = [
      () => type('a', 'x'),
      () => bulkEdit(desk, ['a', 'b'], { is: 'price-percent', percent: -10 }),
      () => deleteDrafts(desk, ['b']),
      () => duplicateDraft(desk, 'a'),
      () => splitDraft(desk, 'a', ['a-photo']),
      () => mergeDrafts(desk, 'a', 'b'),
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(verbs.length - 1), { maxLength: 8 }), async (run) => {
        desk = freshDesk();
        await desk.db.drafts.bulkPut([completeDraft('a', { title: 'A' }), completeDraft('b', { title: 'B' })]);
        const start = await everything();
        for (const verb of run) {
          desk.clock.at += 10_000;
          await verbs[verb]!();
        }
        const end = await everything();
        while (await undo(desk, null));
        expect(await everything()).toEqual(start);
        while (await redo(desk, null));
        expect(await everything()).toEqual(end);
      }),
      { numRuns: 40 },
    );
  });
});

describe('bulkEdit', () => {
  it('leaves what it cannot apply to and says so', async () => {
    await desk.db.drafts.bulkPut([draftWith('open'), completeDraft('live', {}, { state: 'published' })]);
    expect(await bulkEdit(desk, ['a', 'open', 'live', 'gone'], { is: 'price-percent', percent: 10 })).toMatchObject({
      changed: 1,
      skipped: 3,
    });
    expect((await desk.db.drafts.get('a'))?.fields.price.value?.amount).toBe(1_375);
  });

  it.each([Number.NaN, 10_000, -100])('refuses %d percent', async (percent) => {
    expect(await bulkEdit(desk, ['a'], { is: 'price-percent', percent })).toEqual({
      changed: 0,
      skipped: 1,
      group: null,
    });
  });

  it('does not set a price in another currency', async () => {
    const pounds = { price: { amount: 500, currency: 'GBP' as const } };
    expect(await bulkEdit(desk, ['a'], { is: 'set', fields: pounds })).toMatchObject({ changed: 0 });
  });
});

describe('deleteDrafts', () => {
  it('comes back whole, photos and all', async () => {
    await desk.db.photos.put(photoWith('a-photo'));
    const done = await deleteDrafts(desk, ['a']);
    expect(await desk.db.drafts.get('a')).toBeUndefined();
    expect(await desk.db.photos.count()).toBe(1);
    await undoGroup(desk, done!.group);
    expect(await titleOf('a')).toBe('A');
  });

  it('keeps a draft that is being filled', async () => {
    await desk.db.drafts.update('b', { state: 'filling' });
    expect(await deleteDrafts(desk, ['a', 'b'])).toMatchObject({ deleted: 1, kept: [{ id: 'b' }] });
  });

  it('removes photos for good only when nobody else has them', async () => {
    await desk.db.photos.bulkPut(['a-photo', 'shared', 'in-intake', 'b-photo'].map((id) => photoWith(id)));
    await desk.db.drafts.update('a', { photoIds: ['a-photo', 'shared', 'in-intake'] });
    await desk.db.drafts.update('b', { photoIds: ['b-photo', 'shared'] });
    const intake = {
      id: 'i',
      market: '',
      refused: [],
      preparing: [],
      grouped: 0,
      manifest: null,
      retrying: [],
      jobKey: '',
      serverJobId: null,
      failure: null,
      createdAt: 0,
      updatedAt: 0,
    };
    await desk.db.intakes.put({ ...intake, state: 'grouping', stacks: [{ key: 'k', photoIds: ['in-intake'] }] });
    await deleteDrafts(desk, ['a']);
    expect(await purgeDeleted(desk, desk.now())).toBe(0);
    desk.clock.at += 10;
    expect(await purgeDeleted(desk, desk.now())).toBe(1);
    expect((await desk.db.photos.toCollection().primaryKeys()).sort()).toEqual(['b-photo', 'in-intake', 'shared']);
    expect(await undo(desk, null)).toBeUndefined();
  });

  it('purges nothing of a draft that came back', async () => {
    await desk.db.photos.put(photoWith('a-photo'));
    const done = await deleteDrafts(desk, ['a']);
    await undoGroup(desk, done!.group);
    desk.clock.at += 10;
    expect(await purgeDeleted(desk, desk.now())).toBe(0);
    expect(await desk.db.photos.count()).toBe(1);
  });
});

describe('arranging', () => {
  it('merges photos and open fields, the first draft’s words win', async () => {
    await desk.db.drafts.put(draftWith('c', { title: 'C' }, { photoIds: ['c1', 'c2'] }));
    expect(await mergeDrafts(desk, 'c', 'a')).toMatchObject({ is: 'done', draftId: 'c' });
    const merged = await desk.db.drafts.get('c');
    expect(merged).toMatchObject({
      photoIds: ['c1', 'c2', 'a-photo'],
      fields: { title: { value: 'C' }, condition: { value: 2 } },
    });
    expect(await desk.db.drafts.get('a')).toBeUndefined();
  });

  it('does not merge beyond 20 photos, nor with itself, nor while one is filled', async () => {
    await desk.db.drafts.update('a', { photoIds: Array.from({ length: 20 }, (_, at) => `p${at}`) });
    expect(await mergeDrafts(desk, 'a', 'b')).toEqual({ is: 'too-many-photos' });
    expect(await mergeDrafts(desk, 'a', 'a')).toEqual({ is: 'gone' });
    await desk.db.drafts.update('b', { state: 'filling' });
    expect(await mergeDrafts(desk, 'a', 'b')).toEqual({ is: 'busy' });
  });

  it('splits photos off into an item of its own', async () => {
    await desk.db.drafts.update('a', { photoIds: ['p1', 'p2', 'p3'] });
    const split = await splitDraft(desk, 'a', ['p3', 'p2', 'foreign']);
    expect((await desk.db.drafts.get('a'))?.photoIds).toEqual(['p1']);
    const made = split.is === 'done' ? await desk.db.drafts.get(split.draftId) : undefined;
    expect(made).toMatchObject({ photoIds: ['p2', 'p3'], state: 'open', fields: { title: { value: null } } });
  });

  it('duplicates without what belongs to the listing', async () => {
    await desk.db.drafts.update('a', { state: 'published', vintedId: '5' });
    const copy = await duplicateDraft(desk, 'a');
    expect(copy.is === 'done' && (await desk.db.drafts.get(copy.draftId))).toMatchObject({
      state: 'open',
      vintedId: null,
    });
  });

  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 1, ['a', 'b', 'c']],
    [0, 3, ['a', 'b', 'c']],
    [5, 0, ['a', 'b', 'c']],
    [1, -1, ['a', 'b', 'c']],
  ])('moves photo %d to %d', (from, to, expected) => {
    expect(movePhoto(['a', 'b', 'c'], from, to)).toEqual(expected);
  });
});
