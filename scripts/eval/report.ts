import { garmentKinds } from '../../shared/garments.ts';

import { isKnownKind, type Bin, type Figure, type Guess } from './measure.ts';

/** "0.821 of 340   demanded ≥ 0.780   ok" */
export function figureLine({ name, value, demand, of }: Figure): string {
  const measured = value === null ? '–' : value.toFixed(3);
  const asked = demand === null ? '' : `demanded ≥ ${demand.toFixed(3)}   ${verdict(value, demand)}`;
  return `${name.padEnd(46)} ${measured.padStart(6)} of ${String(of).padEnd(5)} ${asked}`.trimEnd();
}

const verdict = (value: number | null, demand: number): string =>
  value === null ? 'no data' : value >= demand ? 'ok' : 'MISSED';

/** Figures without data cannot be missed: a folder without colours says nothing of colours. */
export const missed = (figures: readonly Figure[]): Figure[] =>
  figures.filter(({ value, demand }) => value !== null && demand !== null && value < demand);

/** Rows are the truth, columns the first guess. */
export function confusionTable(guesses: readonly Guess[]): string[] {
  const labels = [...new Set(guesses.map(({ label }) => label))].toSorted(
    (one, other) => Number(isKnownKind(other)) - Number(isKnownKind(one)) || one.localeCompare(other),
  );
  const short = (name: string): string => name.slice(0, 7).padStart(8);
  const heading = `${''.padEnd(12)}${garmentKinds.map(short).join('')}   first  three`;
  return [
    heading,
    ...labels.map((label) =>
      confusionRow(
        label,
        guesses.filter((guess) => guess.label === label),
      ),
    ),
  ];
}

function confusionRow(label: string, guesses: readonly Guess[]): string {
  const cells = garmentKinds.map((kind) => {
    const count = guesses.filter(({ kinds }) => kinds[0] === kind).length;
    return (count === 0 ? '·' : String(count)).padStart(8);
  });
  const within = (places: number): string =>
    isKnownKind(label)
      ? `${guesses.filter(({ kinds }) => kinds.slice(0, places).some((kind) => kind === label)).length}/${guesses.length}`.padStart(
          7,
        )
      : '      –';
  return `${label.slice(0, 11).padEnd(12)}${cells.join('')} ${within(1)}${within(3)}`;
}

export const calibrationTable = (bins: readonly Bin[]): string[] => [
  'confidence   photos   mean    right',
  ...bins.map(
    ({ from, count, confidence, right }) =>
      `${from.toFixed(1)} – ${(from + 0.1).toFixed(1)}   ${String(count).padStart(6)}   ${confidence.toFixed(3)}   ${right.toFixed(3)}`,
  ),
];
