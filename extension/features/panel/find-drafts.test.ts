import { describe, expect, it } from 'vitest';

import { type DraftChoice, findDrafts } from './find-drafts.ts';

const draft = (title: string): DraftChoice => ({ id: title, title, price: null, thumbnail: null, photos: 1, open: 0 });
const titles = (drafts: readonly DraftChoice[], search: string): string[] =>
  findDrafts(drafts, search).shown.map(({ title }) => title);

describe('findDrafts', () => {
  const drafts = [draft('Robe d’été bleue'), draft('Chemise SÉZANE verte'), draft('Jean bleu')];

  it('shows all, in the order given, when nothing is searched', () => {
    expect(titles(drafts, '  ')).toEqual(drafts.map(({ title }) => title));
  });

  it('finds words in any order, with or without accents and capitals', () => {
    expect(titles(drafts, 'verte sezane')).toEqual(['Chemise SÉZANE verte']);
    expect(titles(drafts, 'BLEU')).toEqual(['Robe d’été bleue', 'Jean bleu']);
    expect(titles(drafts, 'ete rouge')).toEqual([]);
  });

  it('counts what it does not show', () => {
    const many = Array.from({ length: 63 }, (_, n) => draft(`Item ${n}`));
    expect(findDrafts(many, 'item')).toMatchObject({ more: 13 });
    expect(findDrafts(many, 'item').shown).toHaveLength(50);
  });
});
