import type { Analyser, Analysis, ItemPhoto } from '../suggest/analyser.ts';
import { dressSuggestion } from './suggestions.ts';

export type FakeAnalyser = Analyser & {
  /** Hashes of each call so far, in order. */
  calls: string[][];
  /** What the next calls do; by default each answers at once. */
  answer: (photos: ItemPhoto[], signal: AbortSignal) => Promise<Analysis>;
};

export const dressAnalysis: Analysis = {
  suggestion: dressSuggestion,
  usage: { inputTokens: 1_000, outputTokens: 200, cost: 270 },
  kinds: ['garment'],
};

/** An analyser without eyes, for everything around one. */
export function createFakeAnalyser(): FakeAnalyser {
  const fake: FakeAnalyser = {
    kind: 'model',
    provider: 'ai.example',
    calls: [],
    answer: async () => dressAnalysis,
    analyse: (photos, _options, signal) => {
      fake.calls.push(photos.map((photo) => photo.hash));
      return fake.answer(photos, signal);
    },
    close: async () => undefined,
  };
  return fake;
}

/** A call that lasts until it is called off. */
export const never = (_photos: ItemPhoto[], signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    if (signal.aborted) reject(signal.reason as Error);
  });
