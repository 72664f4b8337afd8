import * as z from 'zod';

/** Vinted's condition ids (site.md §4.1). 7 ("not fully functional") exists in some categories only. */
export const conditions = [
  { id: 6, code: 'new-with-tags' },
  { id: 1, code: 'new-without-tags' },
  { id: 2, code: 'very-good' },
  { id: 3, code: 'good' },
  { id: 4, code: 'satisfactory' },
  { id: 7, code: 'not-fully-functional' },
] as const;
export const conditionCode = z.enum([
  'new-with-tags',
  'new-without-tags',
  'very-good',
  'good',
  'satisfactory',
  'not-fully-functional',
]);
export type ConditionCode = z.infer<typeof conditionCode>;

/** Vinted's 29 colours (site.md §4.2): the id is the same on every site. */
export const colors = [
  { id: 1, code: 'BLACK', hex: '#000000' },
  { id: 3, code: 'GREY', hex: '#919191' },
  { id: 12, code: 'WHITE', hex: '#FFFFFF' },
  { id: 20, code: 'CREAM', hex: '#F8F8E1' },
  { id: 4, code: 'BODY', hex: '#F4E0C8' },
  { id: 21, code: 'APRICOT', hex: '#FFCC98' },
  { id: 11, code: 'ORANGE', hex: '#FFA500' },
  { id: 22, code: 'CORAL', hex: '#FE7F5D' },
  { id: 7, code: 'RED', hex: '#CC3300' },
  { id: 23, code: 'BURGUNDY', hex: '#AE2E3D' },
  { id: 5, code: 'PINK', hex: '#FF0080' },
  { id: 24, code: 'ROSE', hex: '#FFCCCA' },
  { id: 6, code: 'PURPLE', hex: '#800080' },
  { id: 25, code: 'LILAC', hex: '#D297D2' },
  { id: 26, code: 'LIGHT-BLUE', hex: '#89CFF0' },
  { id: 9, code: 'BLUE', hex: '#007BC4' },
  { id: 27, code: 'NAVY', hex: '#35358D' },
  { id: 17, code: 'TURQUOISE', hex: '#B7DEE8' },
  { id: 30, code: 'MINT', hex: '#A2FFBC' },
  { id: 10, code: 'GREEN', hex: '#369A3D' },
  { id: 28, code: 'DARK-GREEN', hex: '#356639' },
  { id: 16, code: 'KHAKI', hex: '#86814A' },
  { id: 2, code: 'BROWN', hex: '#663300' },
  { id: 29, code: 'MUSTARD', hex: '#E5B539' },
  { id: 8, code: 'YELLOW', hex: '#FFF200' },
  { id: 13, code: 'SILVER', hex: '#DDDDDD' },
  { id: 14, code: 'GOLD', hex: '#BE9927' },
  { id: 15, code: 'VARIOUS', hex: null },
  { id: 32, code: 'CLEAR', hex: '#F8FDFD' },
] as const;
const colorCodes = colors.map((color) => color.code) as [ColorCode, ...ColorCode[]];
export type ColorCode = (typeof colors)[number]['code'];
export const colorCode = z.enum(colorCodes);

/** Who wears it; decides the root of the catalogue. `null` elsewhere means nobody could tell. */
export const audience = z.enum(['women', 'men', 'girls', 'boys']);
export type Audience = z.infer<typeof audience>;

/** Parcel sizes offered for fashion (site.md §4.4); the radios of the page are the last word. */
export const packageCode = z.enum(['small', 'medium', 'large']);
export type PackageCode = z.infer<typeof packageCode>;
export const packageIds: Record<PackageCode, number> = { small: 1, medium: 2, large: 3 };

/** Fixed limits of the site (site.md §10). */
export const limits = {
  photosPerListing: 20,
  photoBytes: 9 * 1024 * 1024,
  title: 100,
  description: 2_000,
  colors: 2,
  materials: 3,
  minimumPrice: 100,
} as const;
