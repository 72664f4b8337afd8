import { useEffect, useRef, useState } from 'preact/hooks';

import type { Draft } from '../../../shared/draft.ts';
import { ask } from '../../messaging/messenger.ts';
import { useDesk } from './desk-context.tsx';
import { findBrand, nameBrand } from './resolve-brand.ts';

const PAUSE_MS = 600;

/**
 * Looks a brand known by its name alone up on the site, each name once while the draft is open. `true` = the site does
 * not list it, so it is the seller's own.
 */
export function useBrandId(draft: Draft, locked: boolean): boolean {
  const desk = useDesk();
  const asked = useRef(new Set<string>());
  const [unlisted, setUnlisted] = useState<string | null>(null);
  const { id, market } = draft;
  const brand = draft.fields.brand.value;
  const label = brand !== null && brand !== 'none' && brand.id === null ? brand.label : null;
  const catalogId = draft.fields.category.value?.id ?? null;
  useEffect(() => {
    if (label === null || locked || asked.current.has(label)) return undefined;
    const timer = setTimeout(() => {
      asked.current.add(label);
      ask('brands.search', { market, keyword: label.trim().slice(0, 80), catalogId }).then(
        (brands) => {
          const found = findBrand(label, brands);
          if (found) void nameBrand(desk, id, label, found);
          else setUnlisted(label);
        },
        // No Vinted tab: asked again when the draft is opened next, and by the form itself when filling.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [desk, id, market, label, locked, catalogId]);
  return label !== null && label === unlisted;
}
