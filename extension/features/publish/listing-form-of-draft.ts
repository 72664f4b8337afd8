import type { Photo } from '../../db/database.ts';
import { withIds } from '../../selling/category-ids.ts';
import type { CatalogNode } from '../../../shared/catalog.ts';
import type { Draft } from '../../../shared/draft.ts';
import type { ListingForm } from '../../../shared/listing-form.ts';

/** The form a draft asks for: its fields as they stand now, photos in order. Photos that are gone are named. */
export function listingFormOfDraft(
  draft: Draft,
  photos: readonly Photo[],
  catalog: readonly CatalogNode[] = [],
): { form: ListingForm; missingPhotos: string[] } {
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  const { fields } = draft;
  return {
    missingPhotos: draft.photoIds.filter((id) => !byId.has(id)),
    form: {
      photos: draft.photoIds.flatMap((id) => {
        const photo = byId.get(id);
        return photo ? [{ id, name: photo.name, type: photo.original.type, bytes: photo.original.size }] : [];
      }),
      title: fields.title.value,
      description: fields.description.value,
      category: fields.category.value && withIds(fields.category.value, catalog),
      brand: fields.brand.value,
      size: fields.size.value,
      condition: fields.condition.value,
      colors: fields.colors.value,
      materials: fields.materials.value,
      unisex: fields.unisex.value,
      isbn: fields.isbn.value,
      model: fields.model.value,
      measurements: fields.measurements.value,
      attributes: draft.attributes,
      price: fields.price.value,
      package: fields.package.value,
    },
  };
}
