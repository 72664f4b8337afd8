import { garmentKinds, type GarmentKind } from '../../shared/garments.ts';
import { kindPaths } from '../../backend/analyser/kind-paths.ts';

import { acceptedCodes } from './colour-words.ts';
import type { SeenPhoto } from './look-at-photos.ts';

/** One figure next to what is demanded of it; `demand` null = for information. */
export type Figure = { name: string; value: number | null; demand: number | null; of: number };

const kindOf = new Map(Object.entries(kindPaths).map(([kind, path]) => [path, kind as GarmentKind]));
export type Guess = { label: string; kinds: GarmentKind[]; confidence: number };

/** What the analyser would offer, best first, whether or not it dared to state it. */
export const guessesOf = (photos: readonly SeenPhoto[]): Guess[] =>
  photos.flatMap(({ label, suggestion }) =>
    label === null
      ? []
      : [
          {
            label,
            kinds: suggestion.categoryAlternatives.flatMap(({ path }) => kindOf.get(path) ?? []),
            confidence: suggestion.categoryAlternatives[0]?.confidence ?? 0,
          },
        ],
  );

export const isKnownKind = (label: string): label is GarmentKind => garmentKinds.some((kind) => kind === label);

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function kindFigures(all: readonly Guess[]): Figure[] {
  const guesses = all.filter(({ label }) => isKnownKind(label));
  const right = (some: readonly Guess[], within: number): number =>
    some.filter(({ label, kinds }) => kinds.slice(0, within).some((kind) => kind === label)).length;
  const of = guesses.length;
  return [
    { name: 'kind: first guess right', value: share(right(guesses, 1), of), demand: 0.78, of },
    { name: 'kind: among the first three', value: share(right(guesses, 3), of), demand: 0.94, of },
    ...[0.5, 0.6, 0.7, 0.8].flatMap((floor) => {
      const sure = guesses.filter(({ confidence }) => confidence >= floor);
      return [
        {
          name: `kind: right at confidence ≥ ${floor}`,
          value: share(right(sure, 1), sure.length),
          demand: floor === 0.6 ? 0.9 : null,
          of: sure.length,
        },
        { name: `kind: covered at confidence ≥ ${floor}`, value: share(sure.length, of), demand: null, of },
      ];
    }),
  ];
}

export type Bin = { from: number; count: number; confidence: number; right: number };

/** Ten bins of confidence with the share that was right in each; ECE = mean gap, weighed by count. */
export function calibration(all: readonly Guess[]): { bins: Bin[]; error: number | null } {
  const guesses = all.filter(({ label }) => isKnownKind(label));
  const bins = Array.from({ length: 10 }, (_, index) => {
    const held = guesses.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === index);
    const mean = (value: (guess: Guess) => number): number =>
      held.reduce((sum, guess) => sum + value(guess), 0) / (held.length || 1);
    return {
      from: index / 10,
      count: held.length,
      confidence: mean(({ confidence }) => confidence),
      right: mean(({ label, kinds }) => (kinds[0] === label ? 1 : 0)),
    };
  }).filter(({ count }) => count > 0);
  const gap = bins.reduce((sum, { count, confidence, right }) => sum + count * Math.abs(confidence - right), 0);
  return { bins, error: share(gap, guesses.length) };
}

export function colourFigures(photos: readonly SeenPhoto[]): Figure[] {
  const named = photos.filter(({ colours }) => colours.length > 0);
  const of = named.length;
  const hits = (accepts: (photo: SeenPhoto, codes: readonly string[]) => boolean): number =>
    named.filter((photo) => accepts(photo, photo.suggestion.colors.value ?? [])).length;
  const acceptable = hits(({ colours }, codes) => codes.slice(0, 1).some((code) => acceptedCodes(colours).has(code)));
  const first = hits(({ colours }, codes) =>
    codes.slice(0, 1).some((code) => acceptedCodes(colours.slice(0, 1)).has(code)),
  );
  const two = hits(({ colours }, codes) => codes.some((code) => acceptedCodes(colours).has(code)));
  return [
    { name: 'colour: main one acceptable', value: share(acceptable, of), demand: 0.85, of },
    { name: 'colour: main one is the labeller’s first', value: share(first, of), demand: null, of },
    { name: 'colour: acceptable among two', value: share(two, of), demand: null, of },
  ];
}

/** Photos labelled `label` show a label, all others a garment. */
export function photoKindFigures(photos: readonly SeenPhoto[]): Figure[] {
  const labelled = photos.filter(({ label }) => label !== null);
  const labels = labelled.filter(({ label }) => label === 'label');
  const right = labelled.filter(({ label, kind }) => (label === 'label') === (kind === 'label')).length;
  const found = labels.filter(({ kind }) => kind === 'label').length;
  return [
    {
      name: 'photo kind (garment or label) right',
      value: share(right, labelled.length),
      demand: 0.9,
      of: labelled.length,
    },
    { name: 'label photos found', value: share(found, labels.length), demand: null, of: labels.length },
  ];
}

export function timing(photos: readonly SeenPhoto[]): { median: number; p90: number } {
  const sorted = photos.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { median: at(0.5), p90: at(0.9) };
}
