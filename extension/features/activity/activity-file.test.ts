import { expect, test } from 'vitest';

import { csvOf, type FileRow } from './activity-file.ts';
import { isUndoable, listingWorkOf } from './listing-work.ts';

const row: FileRow = { at: '', what: 'hide', title: '', site: '', standing: 'done', before: '', after: '', why: '' };
const titled = (title: string): string =>
  csvOf([{ ...row, title }])
    .split('\r\n')[1]
    ?.split(',')[2] ?? '';

test('no title becomes a formula, and none breaks out of its cell', () => {
  for (const title of ['=1+1', '+1', '-1', '@a', ' =1', '\t=1']) expect(titled(title)).toBe(`"'${title}"`);
  expect(titled('A "nice" dress')).toBe('"A ""nice"" dress"');
  expect(csvOf([{ ...row, title: 'a\r\nb' }])).toContain('"a\r\nb"');
});

test('what a job changes is read from its own words, and what can be taken back', () => {
  const eur = (amount: number) => ({ amount, currency: 'EUR' });
  const price = listingWorkOf({ kind: 'price', input: { from: eur(1_000), to: eur(900), title: 'x' } });
  expect(price).toEqual({ is: 'price', from: eur(1_000), to: eur(900) });
  expect(listingWorkOf({ kind: 'relist', input: { oldId: '5' } })).toEqual({ is: 'relist' });
  expect(listingWorkOf({ kind: 'relist', input: { oldId: null } })).toEqual({ is: 'restore' });
  expect(listingWorkOf({ kind: 'listing-act', input: { act: 'hide', oldId: '5' } })).toEqual({ is: 'hide' });
  expect(listingWorkOf({ kind: 'publish', input: {} })).toBeNull();
  expect(listingWorkOf({ kind: 'price', input: 7 })).toBeNull();
  expect([price, { is: 'delete' } as const, { is: 'relist' } as const, null].map(isUndoable)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
