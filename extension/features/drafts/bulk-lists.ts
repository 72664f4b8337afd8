import type { Draft } from '../../../shared/draft.ts';
import type { Checks } from './checks.ts';
import type { OfferedAttribute } from './known-attributes.ts';

/** Each list some chosen draft's category has, with the categories that have it; options as the first of them offers. */
export function listsOf(
  drafts: readonly Draft[],
  checks: Checks,
): { attribute: OfferedAttribute; categories: number[] }[] {
  const lists = new Map<string, { attribute: OfferedAttribute; categories: number[] }>();
  for (const draft of drafts) {
    const id = draft.fields.category.value?.id;
    if (id === undefined) continue;
    for (const attribute of checks.rules(draft)?.attributes ?? []) {
      const list = lists.get(attribute.code) ?? { attribute, categories: [] };
      if (!list.categories.includes(id)) list.categories.push(id);
      lists.set(attribute.code, list);
    }
  }
  return [...lists.values()];
}
