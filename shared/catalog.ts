import * as z from 'zod';

/** One category of a site's own catalogue, flattened (site.md §4.7): a leaf has no node with its id as parent. */
export const catalogNode = z.strictObject({
  id: z.int().positive(),
  parent: z.nullable(z.int().positive()),
  title: z.string().max(200),
});
export type CatalogNode = z.infer<typeof catalogNode>;
