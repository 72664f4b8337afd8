import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { gather, mergeStacks, movePhotos, removePhotos, shiftPhoto, splitAt, stacksOf, type Stack } from './stacks.ts';

const keys = (): (() => string) => {
  let last = 0;
  return () => `new${(last += 1)}`;
};
const shape = (stacks: readonly Stack[]): string =>
  stacks.map((stack) => `${stack.key}:${stack.photoIds.join('')}`).join(' ');
const two: Stack[] = [
  { key: 'A', photoIds: ['a', 'b', 'c'] },
  { key: 'B', photoIds: ['d', 'e'] },
];

describe('what a seller can do to stacks', () => {
  test('split at a photo', () => {
    expect(shape(splitAt(two, 'b', keys()))).toBe('A:a new1:bc B:de');
    expect(shape(splitAt(two, 'a', keys()))).toBe('A:abc B:de');
  });
  test('gather photos from anywhere', () => {
    expect(shape(gather(two, ['e', 'b'], keys()))).toBe('A:ac new1:be B:d');
    expect(shape(gather(two, ['d', 'e'], keys()))).toBe('A:abc new1:de');
    expect(shape(gather(two, [], keys()))).toBe('A:abc B:de');
  });
  test('merge', () => {
    expect(shape(mergeStacks(two, 'B', 'A', keys()))).toBe('A:abcde');
    expect(shape(mergeStacks(two, 'A', 'A', keys()))).toBe('A:abc B:de');
    expect(shape(mergeStacks(two, 'A', 'gone', keys()))).toBe('A:abc B:de');
  });
  test('move between and within stacks', () => {
    expect(shape(movePhotos(two, ['a'], { into: 'B', before: 'e' }, keys()))).toBe('A:bc B:dae');
    expect(shape(movePhotos(two, ['a'], { into: 'A', before: null }, keys()))).toBe('A:bca B:de');
    expect(shape(movePhotos(two, ['d', 'e'], { into: 'A', before: 'a' }, keys()))).toBe('A:deabc');
    expect(shape(movePhotos(two, ['a'], { into: 'A', before: 'a' }, keys()))).toBe('A:abc B:de');
    expect(shape(movePhotos(two, ['a'], { into: 'gone', before: null }, keys()))).toBe('A:abc B:de');
  });
  test('shift a photo, not over the ends', () => {
    expect(shape(shiftPhoto(two, 'b', -1))).toBe('A:bac B:de');
    expect(shape(shiftPhoto(two, 'c', 1))).toBe('A:abc B:de');
  });
  test('remove', () => expect(shape(removePhotos(two, ['d', 'e', 'a']))).toBe('A:bc'));
});

test('more than 20 photos of one item go on in another stack', () => {
  const many = Array.from({ length: 45 }, (_, index) => `p${index}`);
  expect(stacksOf([many, ['x']], keys()).map((stack) => stack.photoIds.length)).toEqual([20, 20, 5, 1]);
  const full = stacksOf([many.slice(0, 20), ['x']], keys());
  const merged = mergeStacks(full, full[1]!.key, full[0]!.key, keys());
  expect(merged.map((stack) => stack.photoIds.length)).toEqual([20, 1]);
});

test('no change ever loses, doubles or overfills', () => {
  const photos = Array.from({ length: 60 }, (_, index) => `p${index}`);
  const photo = fc.constantFrom(...photos);
  const change = fc.oneof(
    fc.record({ is: fc.constant('split' as const), photo }),
    fc.record({ is: fc.constant('gather' as const), many: fc.uniqueArray(photo, { maxLength: 30 }) }),
    fc.record({ is: fc.constant('merge' as const), photo, other: photo }),
    fc.record({ is: fc.constant('move' as const), many: fc.uniqueArray(photo, { maxLength: 30 }), other: photo }),
    fc.record({ is: fc.constant('shift' as const), photo, by: fc.constantFrom<-1 | 1>(-1, 1) }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const newKey = keys();
      let stacks = stacksOf([photos.slice(0, 25), photos.slice(25, 30), photos.slice(30)], newKey);
      const home = (id: string): string => stacks.find((stack) => stack.photoIds.includes(id))!.key;
      for (const one of changes) {
        if (one.is === 'split') stacks = splitAt(stacks, one.photo, newKey);
        if (one.is === 'gather') stacks = gather(stacks, one.many, newKey);
        if (one.is === 'merge') stacks = mergeStacks(stacks, home(one.photo), home(one.other), newKey);
        if (one.is === 'move')
          stacks = movePhotos(stacks, one.many, { into: home(one.other), before: one.other }, newKey);
        if (one.is === 'shift') stacks = shiftPhoto(stacks, one.photo, one.by);
      }
      expect(stacks.flatMap((stack) => stack.photoIds).toSorted()).toEqual(photos.toSorted());
      expect(new Set(stacks.map((stack) => stack.key)).size).toBe(stacks.length);
      for (const { photoIds } of stacks) expect(photoIds.length).toBeGreaterThan(0);
      for (const { photoIds } of stacks) expect(photoIds.length).toBeLessThanOrEqual(20);
    }),
  );
});
