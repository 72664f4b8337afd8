import 'fake-indexeddb/auto';

import { Workshop, type Photo } from '../../db/database.ts';
import type { Draft } from '../../../shared/draft.ts';
import { openDraft, withField, type FieldValues } from './draft-fields.ts';
import type { Desk } from './desk.ts';

let desks = 0;

/** A desk on an empty database of its own, with a clock that tests move and ids that count. */
export function freshDesk(): Desk & { clock: { at: number } } {
  desks += 1;
  const clock = { at: 1_000_000 };
  let ids = 0;
  return {
    clock,
    db: new Workshop(`desk-${desks}`),
    now: () => clock.at,
    newId: () => `id-${(ids += 1)}`,
  };
}

export function draftWith(id: string, values: Partial<FieldValues> = {}, more: Partial<Draft> = {}): Draft {
  let draft = { ...openDraft({ id, market: 'www.vinted.fr', photoIds: [`${id}-photo`], at: 1_000_000 }), ...more };
  for (const name of Object.keys(values) as (keyof FieldValues)[]) {
    draft = { ...draft, fields: withField(draft.fields, name, values[name] ?? null, 'classifier', 0.7) };
  }
  return draft;
}

/** A draft Vinted would take: a women's dress. */
export const completeDraft = (id: string, values: Partial<FieldValues> = {}, more: Partial<Draft> = {}): Draft =>
  draftWith(
    id,
    {
      title: 'Summer dress',
      description: 'Worn twice.',
      category: { id: 1774, path: ['Women', 'Clothing', 'Dresses', 'Summer dresses'] },
      brand: 'none',
      size: { id: 3, label: 'S' },
      condition: 2,
      colors: [1],
      price: { amount: 1_250, currency: 'EUR' },
      package: 1,
      ...values,
    },
    more,
  );

export const photoWith = (id: string, fingerprint = '0'.repeat(64), mirrored = 'f'.repeat(64)): Photo => ({
  id,
  original: new Blob(),
  small: new Blob(),
  thumbnail: new Blob(),
  hash: id,
  name: `${id}.jpg`,
  width: 10,
  height: 10,
  takenAt: null,
  order: 0,
  fingerprint,
  mirrored,
  swatch: [],
  intakeId: 'intake',
  addedAt: 0,
});
