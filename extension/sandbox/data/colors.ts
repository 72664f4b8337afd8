import type { Choice } from './choices.ts';

export type Color = Choice & { code: string; hex: string | null };

/** The 29 colours in the site's own order (site.md §4.2). */
const rows: readonly [id: number, code: string, hex: string, fr: string, en: string, de: string][] = [
  [1, 'BLACK', '#000000', 'Noir', 'Black', 'Schwarz'],
  [3, 'GREY', '#919191', 'Gris', 'Grey', 'Grau'],
  [12, 'WHITE', '#FFFFFF', 'Blanc', 'White', 'Weiß'],
  [20, 'CREAM', '#F8F8E1', 'Crème', 'Cream', 'Creme'],
  [4, 'BODY', '#F4E0C8', 'Beige', 'Beige', 'Beige'],
  [21, 'APRICOT', '#FFCC98', 'Abricot', 'Apricot', 'Apricot'],
  [11, 'ORANGE', '#FFA500', 'Orange', 'Orange', 'Orange'],
  [22, 'CORAL', '#FE7F5D', 'Corail', 'Coral', 'Koralle'],
  [7, 'RED', '#CC3300', 'Rouge', 'Red', 'Rot'],
  [23, 'BURGUNDY', '#AE2E3D', 'Bordeaux', 'Burgundy', 'Bordeaux'],
  [5, 'PINK', '#FF0080', 'Fuchsia', 'Pink', 'Pink'],
  [24, 'ROSE', '#FFCCCA', 'Rose', 'Rose', 'Rosa'],
  [6, 'PURPLE', '#800080', 'Violet', 'Purple', 'Lila'],
  [25, 'LILAC', '#D297D2', 'Lila', 'Lilac', 'Flieder'],
  [26, 'LIGHT-BLUE', '#89CFF0', 'Bleu clair', 'Light blue', 'Hellblau'],
  [9, 'BLUE', '#007BC4', 'Bleu', 'Blue', 'Blau'],
  [27, 'NAVY', '#35358D', 'Marine', 'Navy', 'Marineblau'],
  [17, 'TURQUOISE', '#B7DEE8', 'Turquoise', 'Turquoise', 'Türkis'],
  [30, 'MINT', '#A2FFBC', 'Menthe', 'Mint', 'Mint'],
  [10, 'GREEN', '#369A3D', 'Vert', 'Green', 'Grün'],
  [28, 'DARK-GREEN', '#356639', 'Vert foncé', 'Dark green', 'Dunkelgrün'],
  [16, 'KHAKI', '#86814A', 'Kaki', 'Khaki', 'Khaki'],
  [2, 'BROWN', '#663300', 'Marron', 'Brown', 'Braun'],
  [29, 'MUSTARD', '#E5B539', 'Moutarde', 'Mustard', 'Senf'],
  [8, 'YELLOW', '#FFF200', 'Jaune', 'Yellow', 'Gelb'],
  [13, 'SILVER', '#DDDDDD', 'Argenté', 'Silver', 'Silber'],
  [14, 'GOLD', '#BE9927', 'Doré', 'Gold', 'Gold'],
  [15, 'VARIOUS', '', 'Multicolore', 'Multi', 'Bunt'],
  [32, 'CLEAR', '#F8FDFD', 'Transparence', 'Clear', 'Transparent'],
];

export const colors: readonly Color[] = rows.map(([id, code, hex, fr, en, de]) => ({
  id,
  code,
  hex: hex || null,
  titles: { fr, en, de },
}));
