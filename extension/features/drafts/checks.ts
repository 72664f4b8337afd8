import type { StoredCatalog, StoredOptions } from '../../db/database.ts';
import type { Draft } from '../../../shared/draft.ts';
import { findMarket } from '../../vinted/markets.ts';
import { indexCatalog, rulesFor, type CatalogIndex, type CategoryRules } from './category-rules.ts';
import { findMissing, isComplete, type Missing } from './missing.ts';

/** Answers what is missing of any draft, from what is known of its site; each answer is worked out once. */
export type Checks = {
  index: (market: string) => CatalogIndex | null;
  rules: (draft: Draft) => CategoryRules | null;
  missing: (draft: Draft) => Missing[];
  isComplete: (draft: Draft) => boolean;
};

export function checksOf(catalogs: readonly StoredCatalog[], options: readonly StoredOptions[]): Checks {
  const indexes = new Map(catalogs.map((catalog) => [catalog.market, indexCatalog(catalog.nodes)]));
  const offered = new Map(options.map((one) => [key(one.market, one.catalogId), one]));
  const rulesByKey = new Map<string, CategoryRules>();
  const missingByDraft = new WeakMap<Draft, Missing[]>();
  const index = (market: string): CatalogIndex | null => indexes.get(market) ?? null;
  const rules = ({ market, fields }: Draft): CategoryRules | null => {
    const id = fields.category.value?.id;
    if (id === undefined) return null;
    const known =
      rulesByKey.get(key(market, id)) ??
      rulesFor(id, index(market), offered.get(key(market, id)) ?? null, findMarket(market)?.language);
    rulesByKey.set(key(market, id), known);
    return known;
  };
  const missing = (draft: Draft): Missing[] => {
    const known = missingByDraft.get(draft) ?? findMissing(draft, rules(draft));
    missingByDraft.set(draft, known);
    return known;
  };
  return { index, rules, missing, isComplete: (draft) => isComplete(missing(draft)) };
}

const key = (market: string, id: number): string => `${market} ${id}`;
