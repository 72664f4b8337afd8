import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { PhotoKind } from '../../shared/bulk.ts';
import type { Suggestion } from '../../shared/suggestion.ts';
import type { Analyser } from '../../backend/suggest/analyser.ts';
import { AnalysisError } from '../../backend/suggest/analyser.ts';

import type { LabelledPhoto } from './labelled-photos.ts';

export type SeenPhoto = LabelledPhoto & {
  suggestion: Suggestion;
  kind: PhotoKind;
  milliseconds: number;
};
export type Seen = { photos: SeenPhoto[]; complaints: string[] };

/** Each photo as an item of its own, through the very analyser the product ships. */
export async function lookAt(
  photos: readonly LabelledPhoto[],
  folder: string,
  analyser: Analyser,
  now: () => number,
  progress: (done: number) => void,
): Promise<Seen> {
  const seen: SeenPhoto[] = [];
  const complaints: string[] = [];
  const options = { language: 'en', tone: 'neutral', currency: 'EUR', bestGuess: false } as const;
  for (const [index, photo] of photos.entries()) {
    const start = now();
    try {
      const bytes = await readFile(join(folder, photo.file));
      const analysis = await analyser.analyse([{ hash: photo.file, bytes }], options, new AbortController().signal);
      seen.push({
        ...photo,
        suggestion: analysis.suggestion,
        kind: analysis.kinds[0] ?? 'garment',
        milliseconds: now() - start,
      });
    } catch (error) {
      complaints.push(`${photo.file}: ${error instanceof AnalysisError ? error.failure.message : String(error)}`);
    }
    progress(index + 1);
  }
  return { photos: seen, complaints };
}
