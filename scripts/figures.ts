/** Prints measured figures beside those of a peer, so that a reader can judge them without a manual. */

export type Figure = {
  what: string;
  ours: number;
  peer: number;
  unit: string;
  /** Ours divided by the peer's may be at most this. */
  atMost: number;
};

export const ratio = ({ ours, peer }: Figure): number => ours / peer;

/** A ratio that cannot be computed (nothing measured) never holds. */
export const holds = (figure: Figure): boolean => ratio(figure) <= figure.atMost;

/** One line per figure under a head, in columns. */
export function sideBySide(figures: readonly Figure[], peer: string): string[] {
  const head = ['', 'ours', peer, 'ratio', 'at most', ''];
  const rows = figures.map((figure) => [
    figure.what,
    `${round(figure.ours)} ${figure.unit}`,
    `${round(figure.peer)} ${figure.unit}`,
    round(ratio(figure)),
    round(figure.atMost),
    holds(figure) ? 'held' : 'MISSED',
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  );
}

const pad = (cell: string, width: number, column: number): string =>
  column === 0 || column === 5 ? cell.padEnd(width) : cell.padStart(width);
const round = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));
