import { expect, it } from 'vitest';

import { findMaterial, materials } from './materials.ts';

it('lists each material once', () => {
  expect(materials).toHaveLength(55);
  expect(new Set(materials.map((material) => material.id)).size).toBe(55);
  expect(new Set(materials.map((material) => material.code)).size).toBe(55);
});

it.each([
  ['cotton', 44],
  [' Faux  leather ', 447],
  ['Merino', 121],
  ['unobtainium', undefined],
  ['', undefined],
])('finds %j', (word, id) => {
  expect(findMaterial(word)?.id).toBe(id);
});
