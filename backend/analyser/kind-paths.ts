import type { GarmentKind } from '../../shared/garments.ts';

/** What the classifier's kinds are called in a suggestion: English paths the category resolver understands. */
export const kindPaths: Record<GarmentKind, string> = {
  dress: 'Clothing > Dresses',
  hat: 'Accessories > Hats',
  longsleeve: 'Clothing > Long-sleeved tops',
  outwear: 'Clothing > Outerwear',
  pants: 'Clothing > Trousers',
  shirt: 'Clothing > Shirts',
  shoes: 'Shoes',
  shorts: 'Clothing > Shorts',
  skirt: 'Clothing > Skirts',
  't-shirt': 'Clothing > T-shirts',
};
