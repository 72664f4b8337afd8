/** Milliseconds a gesture takes. `instant` waits for nothing but the page itself. */
export interface Pace {
  readonly kind: 'human' | 'instant';
  /** Between two keys (market.md: 40–140 ms). */
  key(): number;
  /** Between two gestures inside one field. */
  gesture(): number;
  /** Before the next field (site.md §10: 0.4–1.8 s). */
  field(): number;
  /** Between two photos (site.md §10: 1.5–4 s). */
  photo(): number;
  /** Before the button that sends the form (site.md §10: 4–10 s). */
  submit(): number;
}

/** Uniform in [0, 1). */
export type Random = () => number;

type Range = { median: number; from: number; to: number };

/** Waits of people are log-normal: mostly short, now and then long, never negative. */
export function logNormal(random: Random, { median, from, to }: Range, sigma = 0.4): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(to, Math.max(from, median * Math.exp(sigma * normal)));
}

export function humanPace(random: Random): Pace {
  const draw = (range: Range) => () => logNormal(random, range);
  return {
    kind: 'human',
    key: draw({ median: 75, from: 40, to: 140 }),
    gesture: draw({ median: 550, from: 250, to: 1_600 }),
    field: draw({ median: 850, from: 400, to: 1_800 }),
    photo: draw({ median: 2_300, from: 1_500, to: 4_000 }),
    submit: draw({ median: 6_000, from: 4_000, to: 10_000 }),
  };
}

const none = (): number => 0;

export const instantPace: Pace = {
  kind: 'instant',
  key: none,
  gesture: none,
  field: none,
  photo: none,
  submit: none,
};
