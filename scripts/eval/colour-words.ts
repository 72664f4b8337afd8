import { colors, type ColorCode } from '../../shared/vocabulary.ts';

/** Labellers' words for Vinted's colours; a word for a whole family accepts each of its members. */
const words: Record<string, ColorCode[]> = {
  beige: ['BODY'],
  pink: ['PINK', 'ROSE'],
  purple: ['PURPLE', 'LILAC'],
  green: ['GREEN', 'DARK-GREEN'],
  multi: ['VARIOUS'],
  multicolour: ['VARIOUS'],
  multicolor: ['VARIOUS'],
  multicoloured: ['VARIOUS'],
  gray: ['GREY'],
  grey: ['GREY', 'SILVER'],
  transparent: ['CLEAR'],
};

export const acceptedCodes = (names: readonly string[]): Set<string> =>
  new Set(
    names.flatMap(
      (name) =>
        words[name] ??
        colors.map(({ code }) => code).filter((code) => code === name.toUpperCase().replaceAll(' ', '-')),
    ),
  );
