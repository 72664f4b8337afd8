import * as z from 'zod/mini';

/** Lists with fields of their own in a draft; what is left is the category's own (site.md §3.2). */
const ownFields = new Set(
  'category brand size condition status color material unisex isbn author book_title model measurement measurements price package_size'.split(
    ' ',
  ),
);

const option = z.object({ id: z.int().check(z.positive()), title: z.string().check(z.maxLength(200)) });
const group = z.object({ options: z.array(z.unknown()) });
const attribute = z.object({
  code: z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,60}$/i)),
  title: z.nullish(z.string().check(z.maxLength(200))),
  configuration: z.object({ required: z.nullish(z.boolean()), options: z.array(z.unknown()) }),
});

export type ParsedAttribute = {
  code: string;
  title: string;
  required: boolean;
  options: { id: number; label: string }[];
};

/**
 * A category's own lists (`item_upload/attributes`, site.md §3.6). An empty answer says nothing: only the page's own call
 * is sure to get a filled one, and every category has at least a condition.
 */
export function parseAttributes(body: unknown): ParsedAttribute[] | null {
  const { attributes } = z.object({ attributes: z.array(z.unknown()) }).parse(body);
  if (attributes.length === 0) return null;
  return attributes.flatMap((one) => {
    const known = attribute.safeParse(one);
    if (!known.success || ownFields.has(known.data.code)) return [];
    const { code, title, configuration } = known.data;
    const options = configuration.options.flatMap(optionsIn);
    return options.length === 0
      ? []
      : [{ code, title: title ?? code, required: configuration.required ?? false, options }];
  });
}

/** An option, or the options of a group. */
function optionsIn(value: unknown): { id: number; label: string }[] {
  const nested = group.safeParse(value);
  if (nested.success && nested.data.options.length > 0) return nested.data.options.flatMap(optionsIn);
  const one = option.safeParse(value);
  return one.success ? [{ id: one.data.id, label: one.data.title }] : [];
}
