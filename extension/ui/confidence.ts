import type { Source } from '../../shared/suggestion.ts';

export type Certainty = 'sure' | 'likely' | 'unsure' | 'open' | 'default' | 'seller';

/** How a field's certainty is told to the seller. Own choices are never called sure or unsure. */
export function certainty(field: { value: unknown; confidence: number; source: Source }): Certainty {
  if (field.value === null) return 'open';
  if (field.source === 'seller') return 'seller';
  if (field.source === 'default') return 'default';
  if (field.confidence >= 0.85) return 'sure';
  return field.confidence >= 0.6 ? 'likely' : 'unsure';
}
