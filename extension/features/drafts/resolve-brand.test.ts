import { beforeEach, describe, expect, it } from 'vitest';

import { changeDraft } from './change-draft.ts';
import { draftWith, freshDesk } from './desk-in-tests.ts';
import { findBrand, nameBrand } from './resolve-brand.ts';
import { undo } from './undo.ts';

const listed = [
  { id: 53, title: 'Nike' },
  { id: 9, title: 'Nike ACG' },
  { id: 7, title: 'Sézane' },
  { id: 1, title: 'A.P.C.' },
  { id: 2, title: 'a.p.c.' },
];

it.each([
  ['nike', 53],
  [' NIKE ', 53],
  ['sezane', 7],
  ['Nike  acg', 9],
  ['a.p.c.', 2],
  ['A.p.C.', undefined],
  ['Nik', undefined],
  ['', undefined],
])('knows %j as %j', (label, id) => {
  expect(findBrand(label, listed)?.id).toBe(id);
});

describe('a brand that gets its id', () => {
  let desk = freshDesk();
  beforeEach(async () => {
    desk = freshDesk();
    await desk.db.drafts.put(draftWith('a', { brand: { id: null, label: 'nike' } }));
  });
  const brand = async () => (await desk.db.drafts.get('a'))?.fields.brand;

  it('keeps who named it and how surely', async () => {
    expect(await nameBrand(desk, 'a', 'nike', listed[0]!)).toBe(true);
    expect(await brand()).toEqual({ value: { id: 53, label: 'Nike' }, confidence: 0.7, source: 'classifier' });
  });

  it('is not in the way of undo', async () => {
    await changeDraft(desk, 'a', { fields: { brand: { id: null, label: 'sezane' } } });
    await nameBrand(desk, 'a', 'sezane', listed[2]!);
    await undo(desk, 'a');
    expect((await brand())?.value).toEqual({ id: null, label: 'nike' });
  });

  it('does nothing once the seller chose another', async () => {
    await changeDraft(desk, 'a', { fields: { brand: 'none' } });
    expect(await nameBrand(desk, 'a', 'nike', listed[0]!)).toBe(false);
    expect((await brand())?.value).toBe('none');
    expect(await nameBrand(desk, 'gone', 'nike', listed[0]!)).toBe(false);
  });
});
