import type { Draft, DraftFields } from '../../../shared/draft.ts';

const open = { value: null, confidence: 0, source: 'none' as const };
const fields: DraftFields = {
  title: open,
  description: open,
  category: open,
  brand: open,
  size: open,
  condition: open,
  colors: open,
  materials: open,
  price: open,
  package: open,
  unisex: open,
  isbn: open,
  model: open,
  measurements: open,
};

/** A draft with nothing in it but photos. */
export function emptyDraft({ at, ...own }: Pick<Draft, 'id' | 'market' | 'photoIds'> & { at: number }): Draft {
  return {
    ...own,
    fields,
    attributes: {},
    suggestion: null,
    audience: null,
    state: 'open',
    failure: null,
    vintedId: null,
    bulk: null,
    priceFloor: null,
    templateId: null,
    createdAt: at,
    updatedAt: at,
  };
}
