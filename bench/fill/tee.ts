import { type ListingForm, nothingSaid } from '../../shared/listing-form.ts';

const photo = (id: string) => ({ id, name: `${id}.jpg`, type: 'image/jpeg', bytes: 0 });

/** Every usual field of a women's T-shirt. */
export const tee: ListingForm = {
  ...nothingSaid,
  photos: [photo('front'), photo('back')],
  title: 'T-shirt en coton',
  description: 'Un t-shirt en coton, peu porté.',
  category: { id: 221, path: ['Femmes', 'Vêtements', 'Hauts et t-shirts', 'T-shirts'] },
  brand: 'none',
  size: { id: null, label: 'M' },
  condition: 2,
  colors: [9, 27],
  materials: [{ id: 44, label: 'Coton' }],
  price: { amount: 1_250, currency: 'EUR' },
  package: 2,
};
