import { expect, it } from 'vitest';

import type { Draft, DraftFields } from '../../../shared/draft.ts';
import { listingFormOfDraft } from './listing-form-of-draft.ts';

const open = { value: null, confidence: 0, source: 'none' as const };
const names =
  'title description category brand size condition colors materials price package unisex isbn model measurements';
const category = { id: 221, path: ['Femmes', 'Vêtements', 'Hauts et t-shirts', 'T-shirts'] };
const draft: Draft = {
  id: 'd',
  market: 'www.vinted.fr',
  photoIds: [],
  fields: {
    ...(Object.fromEntries(names.split(' ').map((name) => [name, open])) as DraftFields),
    category: { value: category, confidence: 1, source: 'seller' },
  },
  attributes: {},
  suggestion: null,
  audience: null,
  state: 'open',
  failure: null,
  vintedId: null,
  bulk: null,
  priceFloor: null,
  templateId: null,
  createdAt: 1,
  updatedAt: 1,
};
const node = (id: number, parent: number | null) => ({ id, parent, title: `category ${id}` });

it('the category goes by the ids of the site’s own catalogue too, whatever its titles say', () => {
  const catalog = [node(1904, null), node(4, 1904), node(12, 4), node(221, 12)];
  expect(listingFormOfDraft(draft, [], catalog).form.category).toEqual({ ...category, ids: [1904, 4, 12, 221] });
});

it('and by its titles alone where the catalogue is not known', () =>
  expect(listingFormOfDraft(draft, []).form.category).toEqual(category));
