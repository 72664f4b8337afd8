import { expect, test } from 'vitest';

import { certainty } from './confidence.ts';

test('certainty follows value, source and confidence in this order', () => {
  expect(certainty({ value: null, confidence: 1, source: 'model' })).toBe('open');
  expect(certainty({ value: 'x', confidence: 0.1, source: 'seller' })).toBe('seller');
  expect(certainty({ value: 'x', confidence: 0.1, source: 'default' })).toBe('default');
  expect(certainty({ value: 'x', confidence: 0.85, source: 'model' })).toBe('sure');
  expect(certainty({ value: 'x', confidence: 0.6, source: 'ocr' })).toBe('likely');
  expect(certainty({ value: 'x', confidence: 0.59, source: 'classifier' })).toBe('unsure');
});
