import { describe, expect, it } from 'vitest';

import { choose, chooseAll, nothingChosen, stillChosen } from './selection.ts';

describe('selection', () => {
  const order = ['a', 'b', 'c', 'd'];
  it('toggles one, spans a range from the anchor, drops what is gone', () => {
    const one = choose(nothingChosen, order, 'b', false);
    const span = choose(one, order, 'd', true);
    expect(stillChosen(span, order)).toEqual(['b', 'c', 'd']);
    expect(stillChosen(choose(span, order, 'c', false), order)).toEqual(['b', 'd']);
    expect(stillChosen(span, ['d', 'a'])).toEqual(['d']);
    expect(stillChosen(choose(nothingChosen, order, 'c', true), order)).toEqual(['c']);
    expect(stillChosen(chooseAll(order), order)).toEqual(order);
  });
});
