import { labOf } from './lab.ts';

/**
 * A small colour print of a photo: a histogram over Lab of its centre (the garment) followed by one of its border (what
 * it lies on). Two shots of one garment share both; used with time and order to sort a camera roll into items.
 */
const lightnessBins = 6;
const chromaBins = 5;
const binsOfOneRegion = lightnessBins * chromaBins * chromaBins;
const samplesPerSide = 64;
const chromaReach = 50;
/** Everything within 28 % of the half-width of the middle is centre; the outer 12 % is border. */
const centre = 0.56;
const border = 0.88;

export function swatchOf(rgba: ArrayLike<number>, width: number, height: number): number[] {
  const inside = new Float64Array(binsOfOneRegion);
  const outside = new Float64Array(binsOfOneRegion);
  for (let index = 0; index < samplesPerSide ** 2; index += 1) {
    const u = ((index % samplesPerSide) + 0.5) / samplesPerSide;
    const v = (Math.floor(index / samplesPerSide) + 0.5) / samplesPerSide;
    const reach = Math.max(Math.abs(2 * u - 1), Math.abs(2 * v - 1));
    const region = reach <= centre ? inside : reach >= border ? outside : null;
    if (region) addColour(region, rgba, (Math.floor(v * height) * width + Math.floor(u * width)) * 4);
  }
  return [...quantised(inside), ...quantised(outside)];
}

/** Spread over the neighbouring bins, so that a slightly different light does not jump to another bin. */
function addColour(bins: Float64Array, rgba: ArrayLike<number>, offset: number): void {
  const [lightness, a, b] = labOf(rgba[offset] ?? 0, rgba[offset + 1] ?? 0, rgba[offset + 2] ?? 0);
  for (const [l, lWeight] of shares(lightness / 100, lightnessBins)) {
    for (const [i, iWeight] of shares((a + chromaReach) / (2 * chromaReach), chromaBins)) {
      for (const [j, jWeight] of shares((b + chromaReach) / (2 * chromaReach), chromaBins)) {
        const bin = (l * chromaBins + i) * chromaBins + j;
        bins[bin] = (bins[bin] ?? 0) + lWeight * iWeight * jWeight;
      }
    }
  }
}

function shares(part: number, bins: number): [bin: number, weight: number][] {
  const place = Math.min(1, Math.max(0, part)) * (bins - 1);
  const low = Math.min(bins - 2, Math.floor(place));
  return [
    [low, 1 - (place - low)],
    [low + 1, place - low],
  ];
}

/** Whole numbers that sum to about 1,000: short to store and to send. */
function quantised(bins: Float64Array): number[] {
  const total = bins.reduce((sum, share) => sum + share, 0) || 1;
  return Array.from(bins, (share) => Math.round((share * 1_000) / total));
}

/** Overlap of the centres and of the borders, each 0 … 1. */
export function swatchOverlap(one: readonly number[], other: readonly number[]): { centre: number; border: number } {
  return {
    centre: overlap(one, other, 0),
    border: overlap(one, other, binsOfOneRegion),
  };
}

function overlap(one: readonly number[], other: readonly number[], start: number): number {
  let shared = 0;
  for (let bin = start; bin < start + binsOfOneRegion; bin += 1) shared += Math.min(one[bin] ?? 0, other[bin] ?? 0);
  return Math.min(1, shared / 1_000);
}
