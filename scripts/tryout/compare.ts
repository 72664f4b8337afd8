import type { Draft } from '../../shared/draft.ts';

/** A listing as the site keeps it: what the form sent (site.md §8.3), photos by digest. Absent = the site does not tell. */
export type KeptListing = {
  id: number;
  isDraft: boolean;
  body: {
    title: string;
    description?: string | undefined;
    brand_id?: number | null | undefined;
    brand?: string | null | undefined;
    size_id?: number | null | undefined;
    catalog_id?: number | null | undefined;
    status_id?: number | null | undefined;
    price?: number | null | undefined;
    package_size_id?: number | null | undefined;
    color_ids?: number[] | undefined;
    item_attributes?: { code: string; ids: number[] }[] | undefined;
  };
  photos: { sha256: string | null }[];
};

type Difference = { draft: string; field: string; wanted: unknown; is: unknown };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sorted = <Id extends number | null>(ids: readonly Id[]): Id[] => ids.toSorted((a, b) => (a ?? 0) - (b ?? 0));
const oneLine = (text: string): string => text.replaceAll('\r\n', '\n').trim();

const always = new Set(['photos', 'title', 'description', 'price']);

type Row = [field: string, wanted: unknown, is: unknown];

/** Every field the draft fills, and each photo's bytes in order, against what the site really holds. */
export const differences = (draft: Draft, listing: KeptListing, hashes: Record<string, string>): Difference[] =>
  rowsOf(draft, listing, hashes)
    .filter(([, wanted, is]) => is !== undefined && !same(wanted, is))
    .map(([field, wanted, is]) => ({ draft: draft.id, field, wanted, is }));

/** What the draft fills and the site does not tell. */
export const untold = (draft: Draft, listing: KeptListing): string[] => [
  ...rowsOf(draft, listing, {}).flatMap(([field, , is]) => (is === undefined ? [field] : [])),
  ...(listing.photos.some(({ sha256 }) => sha256 === null) ? ['the bytes of photos'] : []),
];

function rowsOf(draft: Draft, listing: KeptListing, hashes: Record<string, string>): Row[] {
  const { fields } = draft;
  const { body } = listing;
  const attribute = (code: string): number[] | undefined =>
    body.item_attributes && (body.item_attributes.find((one) => one.code === code)?.ids ?? []);
  const first = (code: string): number | null | undefined => attribute(code) && (attribute(code)?.[0] ?? null);
  const brand = fields.brand.value;
  const rows: Row[] = [
    photosOf(draft, listing, hashes),
    ['title', fields.title.value && oneLine(fields.title.value), oneLine(body.title)],
    [
      'description',
      fields.description.value && oneLine(fields.description.value),
      body.description === undefined ? undefined : oneLine(body.description),
    ],
    ['category', fields.category.value?.id, body.catalog_id],
    ['brand', brand === 'none' ? 1 : brand?.id, body.brand_id],
    ['size', fields.size.value?.id, body.size_id ?? first('size')],
    ['condition', fields.condition.value, body.status_id ?? first('condition')],
    ['colors', fields.colors.value && sorted(fields.colors.value), body.color_ids && sorted(body.color_ids)],
    [
      'materials',
      fields.materials.value && sorted(fields.materials.value.map((one) => one.id)),
      attribute('material') && sorted(attribute('material') ?? []),
    ],
    ['price', fields.price.value?.amount, typeof body.price === 'number' ? Math.round(body.price * 100) : body.price],
    ['package', fields.package.value, body.package_size_id],
  ];
  // Without a category the form has no more than these (site.md §3.1).
  const there = fields.category.value ? rows : rows.filter(([field]) => always.has(field));
  return there.filter(([, wanted]) => wanted !== null && wanted !== undefined);
}

/** By digest in their order; where the site tells none, by their number. */
function photosOf(draft: Draft, { photos }: KeptListing, hashes: Record<string, string>): Row {
  if (photos.some(({ sha256 }) => sha256 === null)) return ['photos', draft.photoIds.length, photos.length];
  return ['photos', draft.photoIds.map((id) => hashes[id]), photos.map(({ sha256 }) => sha256)];
}
