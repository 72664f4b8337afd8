import type { Lab } from '../../shared/lab.ts';
import type { ColorCode } from '../../shared/vocabulary.ts';

/** What a seller would call a colour as photographed indoors: dimmer and duller than the swatch on the site. */
export function colourName([lightness, a, b]: Lab): ColorCode {
  const chroma = Math.hypot(a, b);
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  if (lightness < 17 && chroma < 16) return hue > 240 && hue < 310 && chroma > 9 ? 'NAVY' : 'BLACK';
  if (chroma < neutralReach(hue, lightness)) return neutralName(lightness, chroma, hue);
  return (hueNames.find(([upTo]) => hue < upTo)?.[1] ?? red)(lightness, chroma);
}

/** Warm light tints white and grey, cold shadow blues them less: how much colour still counts as none. */
const neutralReach = (hue: number, lightness: number): number => {
  if (hue > 240 && hue < 310) return lightness < 35 ? 6 : 9;
  if (hue > 40 && hue < 110) return lightness > 70 ? 14 : 8;
  return 8;
};

function neutralName(lightness: number, chroma: number, hue: number): ColorCode {
  const isWarm = hue > 40 && hue < 110;
  if (lightness < 25) return 'BLACK';
  if (lightness > 72) return isWarm && chroma > 9 ? 'CREAM' : 'WHITE';
  return 'GREY';
}

type Namer = (lightness: number, chroma: number) => ColorCode;

const red: Namer = (lightness, chroma) => {
  if (lightness < 32) return 'BURGUNDY';
  if (lightness > 66) return chroma < 30 ? 'ROSE' : 'PINK';
  return chroma < 28 ? 'ROSE' : 'RED';
};
const pink: Namer = (lightness, chroma) => {
  if (lightness < 32) return 'BURGUNDY';
  return lightness > 60 && chroma < 35 ? 'ROSE' : 'PINK';
};
const orange: Namer = (lightness, chroma) => {
  if (lightness < 42) return 'BROWN';
  if (chroma < 26) return lightness > 55 ? 'BODY' : 'BROWN';
  if (lightness > 72 && chroma < 45) return 'APRICOT';
  return lightness < 62 && chroma < 45 ? 'CORAL' : 'ORANGE';
};
const brown: Namer = (lightness, chroma) => {
  if (lightness < 46) return chroma > 11 ? 'BROWN' : 'KHAKI';
  if (chroma < 13 && lightness < 66) return 'GREY';
  if (chroma < 32) return 'BODY';
  return lightness > 70 ? 'APRICOT' : 'MUSTARD';
};
const yellow: Namer = (lightness, chroma) => {
  if (lightness < 52) return 'KHAKI';
  if (chroma < 26) return lightness > 70 ? 'CREAM' : 'BODY';
  return lightness > 74 && chroma > 40 ? 'YELLOW' : 'MUSTARD';
};
const green: Namer = (lightness, chroma) => {
  if (lightness < 30) return 'DARK-GREEN';
  if (lightness > 75 && chroma < 30) return 'MINT';
  return chroma < 16 ? 'KHAKI' : 'GREEN';
};
const turquoise: Namer = (lightness, chroma) => {
  if (lightness < 34) return chroma < 14 ? 'NAVY' : 'DARK-GREEN';
  return chroma < 14 ? 'GREY' : 'TURQUOISE';
};
const blue: Namer = (lightness, chroma) => {
  if (lightness < 30) return 'NAVY';
  return lightness > 66 && chroma < 34 ? 'LIGHT-BLUE' : 'BLUE';
};
const violet: Namer = (lightness, chroma) => {
  if (lightness < 26 && chroma < 30) return 'NAVY';
  return lightness > 58 ? 'LILAC' : 'PURPLE';
};

const hueNames: readonly (readonly [upTo: number, name: Namer])[] = [
  [12, pink],
  [36, red],
  [62, orange],
  [80, brown],
  [108, yellow],
  [165, green],
  [225, turquoise],
  [292, blue],
  [325, violet],
  [360, pink],
];
