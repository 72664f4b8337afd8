import type { Page } from 'playwright-core';

import { indexCatalog, rulesFor, type CategoryOptions } from '../../extension/features/drafts/category-rules.ts';
import { findMissing, isComplete } from '../../extension/features/drafts/missing.ts';
import type { Draft } from '../../shared/draft.ts';
import { catalogIn, say } from '../../extension/e2e/extension-state.ts';

/** The same check as the editor's, category by category, with what the site says of each. */
export function completeness(page: Page): (draft: Draft) => Promise<boolean> {
  const known = new Map<number, Promise<CategoryOptions>>();
  const optionsOf = (market: string, catalogId: number): Promise<CategoryOptions> => {
    const asked =
      known.get(catalogId) ?? (say(page, 'category.options', { market, catalogId }) as Promise<CategoryOptions>);
    known.set(catalogId, asked);
    return asked;
  };
  const index = catalogIn(page).then(indexCatalog);
  return async (draft) => {
    const id = draft.fields.category.value?.id;
    const rules = id === undefined ? null : rulesFor(id, await index, await optionsOf(draft.market, id));
    return isComplete(findMissing(draft, rules));
  };
}
