import { expect, it } from 'vitest';

import { appearance } from './thumbs.ts';

const call = (start: number, end: number) => ({ path: '/api/v2/photos', status: 200, start, end });

it('takes the order of the page when uploads ended as they began', () => {
  expect(appearance(2, ['a', 'b'], [['a', 'b']], [call(1, 5), call(2, 6)])).toEqual(['a', 'b']);
});

it('follows the requests when a later photo was up first', () => {
  // The second file ended first, its thumb `b` appeared first; the page may have put it first or second.
  expect(appearance(2, ['b', 'a'], [['b'], ['a']], [call(2, 3), call(1, 9)])).toEqual(['a', 'b']);
});

it('claims nothing when thumbs that overtook each other appeared together', () => {
  expect(appearance(2, ['b', 'a'], [['b', 'a']], [call(2, 3), call(1, 9)])).toEqual([]);
});

it('claims nothing when a request was not seen', () => {
  expect(appearance(2, ['a', 'b'], [['a'], ['b']], [call(1, 2)])).toEqual([]);
});
