import type { CategoryOptions } from './category-rules.ts';
import type { Desk } from './desk.ts';

const FRESH_MS = 7 * 24 * 60 * 60 * 1_000;

/** Reads what the form offers in a category, from memory when read this week, else from the site through `read`. */
export async function loadOptions(
  desk: Desk,
  market: string,
  catalogId: number,
  read: () => Promise<CategoryOptions>,
): Promise<CategoryOptions> {
  const stored = await desk.db.categoryOptions.get([market, catalogId]);
  if (stored?.attributes !== undefined && desk.now() - stored.readAt < FRESH_MS) return stored;
  const { sizes, conditions, attributes = null } = await read();
  await desk.db.categoryOptions.put({ market, catalogId, sizes, conditions, attributes, readAt: desk.now() });
  return { sizes, conditions, attributes };
}
