/** The classes of the built-in classifier (models/README.md) and the words they are known by in the catalogue. */
export const garmentKinds = [
  'dress',
  'hat',
  'longsleeve',
  'outwear',
  'pants',
  'shirt',
  'shoes',
  'shorts',
  'skirt',
  't-shirt',
] as const;
export type GarmentKind = (typeof garmentKinds)[number];
