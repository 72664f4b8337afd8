import { expect, it } from 'vitest';

import { listingForm } from '../../shared/listing-form.ts';
import { findStepWords } from './step-words.ts';

it.each(Object.keys(listingForm.shape))('has a word for the field %s', (field) => {
  expect(findStepWords(field)).toMatch(/^[A-Z]/);
});

it.each(['warming-up', 'toString', ''])('has none for %j', (doing) => {
  expect(findStepWords(doing)).toBeUndefined();
});
