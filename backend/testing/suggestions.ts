import type { Suggestion } from '../../shared/suggestion.ts';

const open = { value: null, confidence: 0, source: 'none' } as const;

export const emptySuggestion: Suggestion = {
  title: open,
  description: open,
  audience: open,
  category: open,
  categoryAlternatives: [],
  brand: open,
  size: open,
  condition: open,
  colors: open,
  materials: open,
  composition: open,
  price: open,
  package: open,
};

/** What a model would say of a plain dress. */
export const dressSuggestion: Suggestion = {
  ...emptySuggestion,
  title: { value: 'Blue midi dress', confidence: 0.9, source: 'model' },
  description: { value: 'A blue midi dress with short sleeves.', confidence: 0.8, source: 'model' },
  audience: { value: 'women', confidence: 0.8, source: 'model' },
  category: { value: 'Clothing > Dresses > Midi dresses', confidence: 0.7, source: 'model' },
  categoryAlternatives: [{ path: 'Clothing > Dresses > Summer dresses', confidence: 0.2 }],
  colors: { value: ['BLUE'], confidence: 0.9, source: 'model' },
  price: {
    value: { low: 1_200, high: 1_800, reason: 'Plain brand, good condition' },
    confidence: 0.5,
    source: 'model',
  },
  package: { value: 'medium', confidence: 0.6, source: 'model' },
};
