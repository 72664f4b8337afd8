import { describe, expect, it } from 'vitest';

import { completeDraft, draftWith } from './desk-in-tests.ts';
import { arrangeList, countPiles, matchesSearch, pileOf } from './draft-list.ts';

describe('draft list', () => {
  const drafts = [
    completeDraft('ready', { title: 'Écharpe rouge' }, { createdAt: 1 }),
    draftWith('open', { title: 'Blue shirt', price: { amount: 300, currency: 'EUR' } }, { createdAt: 2 }),
    completeDraft('live', {}, { state: 'published', createdAt: 3 }),
    draftWith('thinking', {}, { state: 'analysing', createdAt: 4 }),
    draftWith('failed', {}, { state: 'analysing', failure: { code: 'no-backend', message: '' }, createdAt: 5 }),
  ];
  const isComplete = (draft: { id: string }) => draft.id === 'ready' || draft.id === 'live';

  it('puts every draft in one pile', () => {
    expect(drafts.map((draft) => pileOf(draft, isComplete(draft)))).toEqual([
      'ready',
      'needs-me',
      'on-vinted',
      'working',
      'needs-me',
    ]);
    expect(countPiles(drafts, isComplete)).toEqual({ all: 5, 'needs-me': 2, ready: 1, working: 1, 'on-vinted': 1 });
  });

  it.each([
    ['', true],
    ['echarpe', true],
    ['ROUGE Écharpe', true],
    ['summer', true],
    ['rouge bleu', false],
    ['(a+)+$', false],
  ])('searches %j', (search, found) => {
    expect(matchesSearch(drafts[0]!, search)).toBe(found);
  });

  it('filters and sorts without touching what it was given', () => {
    const ids = (sort: Parameters<typeof arrangeList>[1]['sort'], filter: 'all' | 'needs-me' = 'all') =>
      arrangeList(drafts, { filter, search: '', sort }, isComplete).map((draft) => draft.id);
    expect(ids('newest')).toEqual(['failed', 'thinking', 'live', 'open', 'ready']);
    expect(ids('price-up')).toEqual(['open', 'live', 'ready', 'failed', 'thinking']);
    expect(ids('price-down')).toEqual(['live', 'ready', 'open', 'failed', 'thinking']);
    expect(ids('title', 'needs-me')).toEqual(['open', 'failed']);
    expect(drafts[0]?.id).toBe('ready');
  });

  it('arranges 2,000 drafts within a frame or two', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => completeDraft(`d${at}`, { title: `Title ${at % 97}` }));
    const start = performance.now();
    expect(arrangeList(many, { filter: 'all', search: 'title 9', sort: 'title' }, () => true).length).toBeGreaterThan(
      0,
    );
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
