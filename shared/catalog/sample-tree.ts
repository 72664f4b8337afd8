import type { CatalogNode } from '../catalog.ts';

/** A handful of real ids under English or French titles, for tests and nothing else. */
const lines = `
1904 0 Women|Femmes
4 1904 Clothing|Vêtements
1037 4 Outerwear|Manteaux et vestes
1908 1037 Jackets|Vestes
2532 1908 Windbreakers|Vestes coupe-vent
1079 1908 Denim jackets|Vestes en jean
13 4 Jumpers & sweaters|Sweats et sweats à capuche
196 13 Hoodies & sweatshirts|Sweats & sweats à capuche
10 4 Dresses|Robes
1056 10 Midi-dresses|Robes midi
1065 10 Summer dresses|Robes d'été
176 10 Other dresses|Autres robes
11 4 Skirts|Jupes
2927 11 Knee-length skirts|Jupes longueur genou
199 11 Midi skirts|Jupes midi
12 4 Tops & t-shirts|Hauts et t-shirts
221 12 T-shirts|T-shirts
224 12 Long-sleeved tops|Hauts à manches longues
228 12 Other tops & t-shirts|Autres hauts et t-shirts
73 4 Activewear|Vêtements de sport
574 73 Dresses|Robes
29 4 Lingerie & nightwear|Lingerie et pyjamas
1030 29 Dressing gowns|Peignoirs
16 1904 Shoes|Chaussures
2632 16 Trainers|Baskets
5 0 Men|Hommes
2050 5 Clothing|Vêtements
76 2050 Tops & t-shirts|Hauts et t-shirts
77 76 T-shirts|T-shirts
1806 77 Plain t-shirts|T-shirts unis
1868 77 Other t-shirts|Autres T-shirts
79 2050 Jumpers & sweaters|Sweats et pulls
267 79 Hoodies & sweatshirts|Pulls et pulls à capuche
1231 5 Shoes|Chaussures
1242 1231 Trainers|Baskets
1193 0 Kids|Enfants
1195 1193 Girls clothing|Vêtements pour filles
1247 1195 Dresses|Robes
1554 1247 Short dresses|Robes courtes
1245 1195 Tops & T-shirts|Chemises et t-shirts
1535 1245 T-shirts|T-shirts`;

export function sampleTree(language: 'en' | 'fr'): CatalogNode[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', parent = '', ...words] = line.split(' ');
      const [english = '', french = ''] = words.join(' ').split('|');
      return { id: Number(id), parent: Number(parent) || null, title: language === 'en' ? english : french };
    });
}
