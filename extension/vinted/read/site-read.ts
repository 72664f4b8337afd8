export type Condition = 'active' | 'draft' | 'hidden' | 'reserved' | 'sold';

/** One read the worker may ask of a page; it names what it wants, never an address. */
export type SiteRead = {
  what: 'catalogs' | 'wardrobe' | 'brands' | 'size-groups' | 'conditions' | 'attributes' | 'listing';
  memberId?: string | undefined;
  page?: number | undefined;
  /** null = whatever its state. */
  condition?: Condition | null | undefined;
  catalogId?: number | undefined;
  keyword?: string | undefined;
  itemId?: string | undefined;
};

const perPage = 96;

const isId = (id: string | undefined): id is string => id !== undefined && /^\d{1,15}$/.test(id);

/** The endpoint of one read (site.md §8.2); `undefined` when what it needs is missing or no plain id. */
export function pathOf(read: SiteRead): string | undefined {
  switch (read.what) {
    case 'catalogs':
      return '/api/v2/item_upload/catalogs';
    case 'wardrobe':
      return isId(read.memberId) ? `/api/v2/wardrobe/${read.memberId}/items?${wardrobeQuery(read)}` : undefined;
    case 'brands':
      return `/api/v2/item_upload/brands?${query({ category_id: read.catalogId, keyword: read.keyword })}`;
    case 'size-groups':
      return `/api/v2/item_upload/size_groups?${query({ catalog_id: read.catalogId })}`;
    case 'conditions':
      return `/api/v2/item_upload/conditions?${query({ catalog_id: read.catalogId })}`;
    case 'attributes':
      return '/api/v2/item_upload/attributes';
    case 'listing':
      return isId(read.itemId) ? `/api/v2/item_upload/items/${read.itemId}` : undefined;
  }
}

/** What a read says besides its address: the fields of a category are asked for as the form itself does (site.md §3.6). */
export const bodyOf = ({ what, catalogId }: SiteRead): object | undefined =>
  what === 'attributes' ? { attributes: [{ code: 'category', value: catalogId ? [catalogId] : [] }] } : undefined;

const wardrobeQuery = ({ page, condition }: SiteRead): string =>
  query({ page: page ?? 1, per_page: perPage, order: 'newest_first', cond: condition ?? undefined });

function query(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return new URLSearchParams(given).toString();
}
