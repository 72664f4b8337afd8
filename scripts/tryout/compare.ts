import type { Draft } from '../../shared/draft.ts';

/** A listing as the sandbox keeps it: what the form sent (site.md §8.3), photos by digest. */
export type KeptListing = {
  id: number;
  isDraft: boolean;
  body: {
    title: string;
    description: string;
    brand_id: number | null;
    brand: string | null;
    size_id: number | null;
    catalog_id: number | null;
    status_id: number | null;
    price: number | null;
    package_size_id: number | null;
    color_ids: number[];
    item_attributes: { code: string; ids: number[] }[];
  };
  photos: { sha256: string }[];
};

type Difference = { draft: string; field: string; wanted: unknown; is: unknown };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sorted = <Id extends number | null>(ids: readonly Id[]): Id[] => ids.toSorted((a, b) => (a ?? 0) - (b ?? 0));
const oneLine = (text: string): string => text.replaceAll('\r\n', '\n').trim();

const always = new Set(['photos', 'title', 'description', 'price']);

/** Every field the draft fills, and each photo's bytes in order, against what the site really holds. */
export function differences(draft: Draft, listing: KeptListing, hashes: Record<string, string>): Difference[] {
  const { fields } = draft;
  const { body } = listing;
  const attribute = (code: string): number[] => body.item_attributes.find((one) => one.code === code)?.ids ?? [];
  const brand = fields.brand.value;
  const rows: [string, unknown, unknown][] = [
    ['photos', draft.photoIds.map((id) => hashes[id]), listing.photos.map((photo) => photo.sha256)],
    ['title', fields.title.value && oneLine(fields.title.value), oneLine(body.title)],
    ['description', fields.description.value && oneLine(fields.description.value), oneLine(body.description)],
    ['category', fields.category.value?.id, body.catalog_id],
    ['brand', brand === 'none' ? 1 : brand?.id, body.brand_id],
    ['size', fields.size.value?.id, body.size_id ?? attribute('size')[0]],
    ['condition', fields.condition.value, body.status_id ?? attribute('condition')[0]],
    ['colors', fields.colors.value && sorted(fields.colors.value), sorted(body.color_ids)],
    [
      'materials',
      fields.materials.value && sorted(fields.materials.value.map((one) => one.id)),
      sorted(attribute('material')),
    ],
    ['price', fields.price.value?.amount, body.price === null ? null : Math.round(body.price * 100)],
    ['package', fields.package.value, body.package_size_id],
  ];
  // Without a category the form has no more than these (site.md §3.1).
  const there = fields.category.value ? rows : rows.filter(([field]) => always.has(field));
  return there
    .filter(([, wanted, is]) => wanted !== null && wanted !== undefined && !same(wanted, is))
    .map(([field, wanted, is]) => ({ draft: draft.id, field, wanted, is }));
}
