import { beforeEach, describe, expect, it } from 'vitest';

import { mergeDrafts } from './arrange.ts';
import { bulkEdit } from './bulk-edit.ts';
import { listsOf } from './bulk-lists.ts';
import { loadOptions } from './category-options.ts';
import { changeDraft } from './change-draft.ts';
import { checksOf } from './checks.ts';
import { completeDraft, freshDesk } from './desk-in-tests.ts';
import { nextCell } from './table-cells.ts';
import { undoGroup, undo } from './undo.ts';

const market = 'www.vinted.fr';
const storage = {
  code: 'internal_memory_capacity',
  title: 'Stockage',
  required: true,
  options: [{ id: 71, label: '128 Go' }],
};
const gigabytes = { id: 71, label: '128 Go' };
const phone = { id: 3661, path: ['Électronique', 'Téléphones', 'Mobiles'] };
const dummy = { id: 3666, path: ['Électronique', 'Téléphones', 'Factices'] };
const dress = { id: 1056, path: ['Femmes', 'Robes', 'Midi'] };

let desk = freshDesk();
beforeEach(() => {
  desk = freshDesk();
});
const attributesOf = async (id: string) => (await desk.db.drafts.get(id))?.attributes;

describe("choices in a category's own lists", () => {
  it('are set, taken off and undone one by one', async () => {
    await desk.db.drafts.put(completeDraft('a', { category: phone }));
    await changeDraft(desk, 'a', { attributes: { internal_memory_capacity: gigabytes } });
    desk.clock.at += 10_000;
    await changeDraft(desk, 'a', { attributes: { sim_lock: { id: 1, label: 'Non' } } });
    desk.clock.at += 10_000;
    await changeDraft(desk, 'a', { attributes: { internal_memory_capacity: null } });
    expect(await attributesOf('a')).toEqual({ sim_lock: { id: 1, label: 'Non' } });
    await undo(desk, 'a');
    expect(await attributesOf('a')).toEqual({
      internal_memory_capacity: gigabytes,
      sim_lock: { id: 1, label: 'Non' },
    });
  });

  it('stay when the category changes to its neighbour, and go when it becomes another kind of thing', async () => {
    await desk.db.drafts.put(completeDraft('a', { category: phone }, { attributes: { x: gigabytes } }));
    await changeDraft(desk, 'a', { fields: { title: 'Same' } });
    await changeDraft(desk, 'a', { fields: { category: dummy } });
    expect(await attributesOf('a')).toEqual({ x: gigabytes });
    await changeDraft(desk, 'a', { fields: { category: dress } });
    expect(await attributesOf('a')).toEqual({});
    await undo(desk, 'a');
    expect(await attributesOf('a')).toEqual({ x: gigabytes });
  });

  it('are set on many at once, only where the category has the list, and come off as one', async () => {
    const all = [
      completeDraft('a', { category: phone }),
      completeDraft('b', { category: dress }),
      completeDraft('c', { category: phone }, { state: 'published' }),
    ];
    await desk.db.drafts.bulkPut(all);
    const options = [{ market, catalogId: 3661, sizes: [], conditions: [], attributes: [storage], readAt: 0 }];
    const [list] = listsOf(all, checksOf([], options));
    expect(list).toEqual({ attribute: { ...storage, told: true }, categories: [3661] });
    const { changed, skipped, group } = await bulkEdit(desk, ['a', 'b', 'c'], {
      is: 'attribute',
      code: storage.code,
      option: gigabytes,
      categories: list!.categories,
    });
    expect([changed, skipped]).toEqual([1, 2]);
    expect(await attributesOf('a')).toEqual({ internal_memory_capacity: gigabytes });
    await undoGroup(desk, group!);
    expect(await attributesOf('a')).toEqual({});
  });

  it('join with the photos only from a draft of the same category', async () => {
    const x = { attributes: { x: gigabytes } };
    await desk.db.drafts.bulkPut([
      completeDraft('a', { category: phone }),
      completeDraft('b', { category: phone }, x),
      completeDraft('c', { category: dress }, { attributes: { y: gigabytes } }),
    ]);
    await mergeDrafts(desk, 'a', 'b');
    await mergeDrafts(desk, 'a', 'c');
    expect(await attributesOf('a')).toEqual({ x: gigabytes });
  });
});

it('asks the site once more for lists that were stored before lists were asked for', async () => {
  await desk.db.categoryOptions.put({ market, catalogId: 1, sizes: [], conditions: [2], readAt: desk.now() });
  let asked = 0;
  const read = async () => {
    asked += 1;
    return { sizes: [], conditions: [2], attributes: null };
  };
  await loadOptions(desk, market, 1, read);
  await loadOptions(desk, market, 1, read);
  expect(asked).toBe(1);
});

it('walks the sheet within the columns that are shown', () => {
  expect(nextCell({ row: 0, column: 6 }, 'Tab', false, 2, 7)).toEqual({ row: 1, column: 0 });
  expect(nextCell({ row: 0, column: 6 }, 'Tab', false, 2, 8)).toEqual({ row: 0, column: 7 });
  expect(nextCell({ row: 0, column: 2 }, 'End', false, 2, 7)).toEqual({ row: 0, column: 6 });
});
