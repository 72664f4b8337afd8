import { describe, expect, test } from 'vitest';

import { neighbourOf, rearrange, survivorOf, type Change } from './rearrange.ts';
import type { Stack } from './stacks.ts';

const stacks: Stack[] = [
  { key: 'A', photoIds: ['a', 'b', 'c'] },
  { key: 'B', photoIds: ['d', 'e'] },
];
const after = (change: Change, focus: string, selected: string[] = []): string =>
  rearrange(stacks, change, { focus, selected }, () => 'N')
    .map((stack) => `${stack.key}:${stack.photoIds.join('')}`)
    .join(' ');

describe('commands of the board', () => {
  test.each<[Change, string, string[], string]>([
    ['earlier', 'b', [], 'A:bac B:de'],
    ['later', 'b', [], 'A:acb B:de'],
    ['split', 'b', [], 'A:a N:bc B:de'],
    ['gather', 'b', ['b', 'd'], 'A:ac N:bd B:e'],
    ['gather', 'b', [], 'A:ac N:b B:de'],
    ['merge', 'd', [], 'A:abcde'],
    ['merge', 'a', [], 'A:abc B:de'],
    ['to-next', 'c', [], 'A:ab B:cde'],
    ['to-next', 'd', [], 'A:abc B:de'],
    ['to-previous', 'd', ['d', 'e'], 'A:abcde'],
    ['to-previous', 'a', [], 'A:abc B:de'],
    ['remove', 'a', [], 'A:bc B:de'],
    ['remove', 'a', ['d', 'e'], 'A:abc'],
    ['split', 'gone', [], 'A:abc B:de'],
  ])('%s at %s with %j', (change, focus, selected, expected) => expect(after(change, focus, selected)).toBe(expected));
});

test('the cursor walks the photos and the items, and stays at the ends', () => {
  expect(neighbourOf(stacks, 'c', 'next')).toBe('d');
  expect(neighbourOf(stacks, 'e', 'next')).toBe('e');
  expect(neighbourOf(stacks, 'a', 'back')).toBe('a');
  expect(neighbourOf(stacks, 'c', 'below')).toBe('e');
  expect(neighbourOf(stacks, 'd', 'above')).toBe('a');
  expect(neighbourOf(stacks, 'a', 'above')).toBe('a');
});

test('the cursor survives what was taken out', () => {
  const left: Stack[] = [{ key: 'A', photoIds: ['a'] }];
  expect(survivorOf(stacks, left, 'd')).toBe('a');
  expect(survivorOf(stacks, [{ key: 'B', photoIds: ['e'] }], 'b')).toBe('e');
  expect(survivorOf(stacks, [], 'a')).toBeNull();
});
