import type { ListingForm } from '../../../shared/listing-form.ts';
import type { Backup } from '../../../shared/listing.ts';
import { adjusted } from '../../selling/planning/price.ts';
import type { RelistInput } from './relist-state.ts';

/** What the copy shall be: everything as it was, photos in their order, the price moved only if that was asked for. */
export function wantedForm(
  form: ListingForm,
  photos: Backup['photos'],
  { pricePercent, floor }: Pick<RelistInput, 'pricePercent' | 'floor'>,
): ListingForm {
  return {
    ...form,
    // Many forms have no such box, and those that have leave it empty.
    unisex: form.unisex || null,
    price: form.price && pricePercent !== 0 ? adjusted(form.price, pricePercent, floor) : form.price,
    photos: photos.map(({ sha256, type, bytes }, index) => ({
      id: sha256,
      name: `photo-${index + 1}.${type.split('/')[1] ?? 'jpg'}`,
      type,
      bytes,
    })),
  };
}
