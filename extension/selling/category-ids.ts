import type { CatalogNode } from '../../shared/catalog.ts';
import type { ListingForm } from '../../shared/listing-form.ts';

type Category = NonNullable<ListingForm['category']>;

/**
 * The ids of the path, the same in every language (site.md §4.7), as far as the site's own catalogue is known; a leaf that
 * is known by its id alone also gets the titles.
 */
export function withIds(category: Category, catalog: readonly CatalogNode[]): Category {
  const byId = new Map(catalog.map((node) => [node.id, node]));
  const way: CatalogNode[] = [];
  for (let node = byId.get(category.id); node && way.length < 12; node = byId.get(node.parent ?? -1)) way.unshift(node);
  if (way.length === 0) return category;
  const path = category.path.length > 0 ? category.path : way.map(({ title }) => title);
  return { ...category, path, ids: way.map(({ id }) => id) };
}
