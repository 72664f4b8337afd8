import * as z from 'zod/mini';

const named = z.object({ id: z.int().check(z.positive()), title: z.string() });
const options = { brands: z.array(named) };

/** Brands found by name (`item_upload/brands`, site.md §4.6). */
export const parseBrands = (body: unknown): { id: number; title: string }[] => z.object(options).parse(body).brands;

const group = z.object({
  id: z.int(),
  title: z.nullish(z.string()),
  description: z.nullish(z.string()),
  caption: z.nullish(z.string()),
  sizes: z.array(named),
});

/** Sizes the form of one category offers (`item_upload/size_groups`); none = the category has no size. */
export function parseSizes(body: unknown): { id: number; label: string; group: string }[] {
  const { size_groups: groups } = z.object({ size_groups: z.array(group) }).parse(body);
  return groups.flatMap(({ title, description, caption, sizes }) =>
    sizes.map((size) => ({ id: size.id, label: size.title, group: title ?? description ?? caption ?? '' })),
  );
}

/** Condition ids allowed in one category (`item_upload/conditions`), in the site's order. */
export const parseConditions = (body: unknown): number[] =>
  z
    .object({ conditions: z.array(z.object({ id: z.int().check(z.positive()) })) })
    .parse(body)
    .conditions.map(({ id }) => id);
