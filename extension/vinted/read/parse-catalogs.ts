import * as z from 'zod/mini';

import type { CatalogNode } from '../../../shared/catalog.ts';

const node = z.object({
  id: z.int().check(z.positive()),
  title: z.string(),
  get catalogs() {
    return z.nullish(z.array(node));
  },
});
type Raw = z.infer<typeof node>;

/** The site's own catalogue (`item_upload/catalogs`, site.md §4.7), flattened, parents before children. */
export function parseCatalogs(body: unknown): CatalogNode[] {
  const { catalogs } = z.object({ catalogs: z.array(node).check(z.minLength(1)) }).parse(body);
  return flatten(catalogs, null);
}

const flatten = (nodes: readonly Raw[], parent: number | null): CatalogNode[] =>
  nodes.flatMap(({ id, title, catalogs }) => [
    { id, parent, title: title.slice(0, 200) },
    ...flatten(catalogs ?? [], id),
  ]);
