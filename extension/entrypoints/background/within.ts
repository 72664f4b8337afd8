/** A number between two bounds, more often near the lower one, as pauses of a person are. */
export const within = ([least, most]: readonly [number, number]): number =>
  Math.round(least + (most - least) * Math.random() * Math.random());
