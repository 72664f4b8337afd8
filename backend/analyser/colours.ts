import { labDistance, labOf, type Lab } from '../../shared/lab.ts';
import type { ColorCode } from '../../shared/vocabulary.ts';

import { colourName } from './colour-names.ts';
import type { Pixels } from './photo-pixels.ts';

export type ColourGuess = { colors: ColorCode[]; confidence: number };

type Share = { code: ColorCode; share: number };
type Sample = { lab: Lab; weight: number };

/** No colour name covers this much of the garment: it is multicoloured. */
const oneColour = 0.45;
const secondColour = 0.22;
/** Names that are light and shade of one cloth must cover this much together to count as one colour. */
const oneFamily = 0.55;

/** Main colours of the garment on a small copy of the photo (about 120 px): what differs from the border is garment. */
export function coloursOf(pixels: Pixels): ColourGuess {
  const garment = garmentSamples(pixels);
  const shares = namedShares(clusters(garment, 5));
  const [first, second] = shares;
  if (!first) return { colors: [], confidence: 0 };
  if (first.share < oneColour && familyShare(first.code, shares) < oneFamily)
    return { colors: ['VARIOUS', first.code], confidence: 0.5 };
  const colors = second && second.share >= secondColour ? [first.code, second.code] : [first.code];
  return { colors, confidence: Math.min(0.9, 0.45 + 0.45 * first.share) };
}

function garmentSamples({ data, width, height }: Pixels): Sample[] {
  const at = (x: number, y: number): Lab => {
    const offset = (y * width + x) * 3;
    return labOf(data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0);
  };
  const all: (Sample & { reach: number })[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const reach = Math.max(Math.abs((2 * x + 1) / width - 1), Math.abs((2 * y + 1) / height - 1));
      all.push({ lab: at(x, y), weight: 1 - 0.7 * reach, reach });
    }
  }
  const ground = clusters(
    all.filter(({ reach }) => reach > 0.9).map(({ lab }) => ({ lab, weight: 1 })),
    3,
  ).filter(({ weight }) => weight > 0.12);
  const inner = all.filter(({ reach }) => reach < 0.8);
  const garment = inner.filter(({ lab }) => ground.every((cluster) => groundDistance(lab, cluster.lab) > groundReach));
  const centre = all.filter(({ reach }) => reach < 0.4);
  const isPlausible = garment.filter(({ reach }) => reach < 0.4).length > 0.35 * centre.length;
  return isPlausible ? garment : centre;
}

/** Closer than this to a colour of the border is background. */
const groundReach = 13;

/** Folds and shadows darken the ground: lightness parts garment from ground less than colour does. */
const groundDistance = (one: Lab, other: Lab): number =>
  Math.hypot(0.65 * (one[0] - other[0]), one[1] - other[1], one[2] - other[2]);

/** k-means in Lab, started from spread-out samples; deterministic. Weights come back as shares of the whole. */
function clusters(samples: readonly Sample[], count: number): Sample[] {
  let centres = startCentres(samples, count);
  for (let round = 0; round < 8; round += 1) centres = movedCentres(samples, centres);
  const total = centres.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return centres.map(({ lab, weight }) => ({ lab, weight: weight / total }));
}

function startCentres(samples: readonly Sample[], count: number): Sample[] {
  const byLightness = samples.toSorted((one, other) => one.lab[0] - other.lab[0]);
  const starts = Array.from(
    { length: count },
    (_, index) => byLightness[Math.floor(((index + 0.5) * samples.length) / count)],
  );
  return starts.filter((sample) => sample !== undefined);
}

function movedCentres(samples: readonly Sample[], centres: readonly Sample[]): Sample[] {
  const sums = centres.map(() => ({ l: 0, a: 0, b: 0, weight: 0 }));
  for (const { lab, weight } of samples) {
    const sum = sums[nearest(lab, centres)];
    if (!sum) continue;
    sum.l += lab[0] * weight;
    sum.a += lab[1] * weight;
    sum.b += lab[2] * weight;
    sum.weight += weight;
  }
  return sums
    .filter(({ weight }) => weight > 0)
    .map(({ l, a, b, weight }) => ({ lab: [l / weight, a / weight, b / weight], weight }));
}

function nearest(lab: Lab, centres: readonly Sample[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, centre] of centres.entries()) {
    const away = labDistance(lab, centre.lab);
    if (away < least) [best, least] = [index, away];
  }
  return best;
}

/** Where a good part of a garment is black, its dark greys are black in the light. */
const litBlack = 36;

function namedShares(found: readonly Sample[]): Share[] {
  const shares = new Map<ColorCode, number>();
  const dark = found.filter(({ lab }) => colourName(lab) === 'BLACK').reduce((sum, { weight }) => sum + weight, 0);
  for (const { lab, weight } of found) {
    const isLitBlack = dark > 0.2 && lab[0] < litBlack && colourName(lab) === 'GREY';
    const code = isLitBlack ? 'BLACK' : colourName(lab);
    shares.set(code, (shares.get(code) ?? 0) + weight);
  }
  return [...shares].map(([code, share]) => ({ code, share })).toSorted((one, other) => other.share - one.share);
}

/** Names light and shade of one cloth go by: together they are still one colour. */
const families: readonly (readonly ColorCode[])[] = [
  ['BLACK', 'GREY', 'NAVY'],
  ['WHITE', 'GREY', 'CREAM'],
  ['CREAM', 'BODY', 'WHITE'],
  ['NAVY', 'BLUE', 'LIGHT-BLUE'],
  ['BLUE', 'LIGHT-BLUE', 'TURQUOISE'],
  ['BURGUNDY', 'RED', 'CORAL'],
  ['PINK', 'ROSE', 'CORAL'],
  ['PURPLE', 'LILAC', 'BURGUNDY'],
  ['BROWN', 'KHAKI', 'BODY'],
  ['GREEN', 'DARK-GREEN', 'MINT', 'KHAKI'],
  ['YELLOW', 'MUSTARD', 'ORANGE'],
  ['GREY', 'BODY'],
];

const familyShare = (code: ColorCode, shares: readonly Share[]): number =>
  Math.max(
    ...families.map((family) =>
      family.includes(code)
        ? shares.filter((one) => family.includes(one.code)).reduce((sum, { share }) => sum + share, 0)
        : 0,
    ),
  );
