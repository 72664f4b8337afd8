import { expect, it } from 'vitest';

import { listingForm } from '../../shared/listing-form.ts';
import { findStepWords } from './step-words.ts';

it.each(Object.keys(listingForm.shape))('has a word for the field %s', (field) => {
  expect(findStepWords(field)).toMatch(/^[A-Z]/);
});

it.each(['fill-brand', 'open', 'open-here', 'verify', 'submit', 'confirm'])('has words for the step %s', (step) => {
  expect(findStepWords(step)).toMatch(/^[A-Z]/);
});

it.each(['warming-up', 'toString', ''])('has none for %j', (doing) => {
  expect(findStepWords(doing)).toBeUndefined();
});
