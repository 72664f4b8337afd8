import type { Draft, DraftFieldName, DraftFields } from '../../../shared/draft.ts';
import type { Source } from '../../../shared/suggestion.ts';

export type FieldValue<Name extends DraftFieldName> = DraftFields[Name]['value'];
export type FieldValues = { [Name in DraftFieldName]: FieldValue<Name> };

export const fieldNames = [
  'title',
  'description',
  'category',
  'brand',
  'size',
  'condition',
  'colors',
  'materials',
  'price',
  'package',
  'unisex',
  'isbn',
  'model',
  'measurements',
] as const satisfies readonly DraftFieldName[];

/** A value the seller chose: certain, also when it is "nothing". */
export function withField<Name extends DraftFieldName>(
  fields: DraftFields,
  name: Name,
  value: FieldValue<Name>,
  source: Source = 'seller',
  confidence = 1,
): DraftFields {
  return { ...fields, [name]: { value: isBlank(value) ? null : value, confidence, source } };
}

export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export function emptyFields(): DraftFields {
  const open = { value: null, confidence: 0, source: 'none' as const };
  // Every field has the same empty form; the list of names is checked against the schema above.
  return Object.fromEntries(fieldNames.map((name) => [name, { ...open }])) as DraftFields;
}

/** A draft with nothing in it but photos. */
export function openDraft(input: Pick<Draft, 'id' | 'market' | 'photoIds'> & { at: number }): Draft {
  return {
    id: input.id,
    market: input.market,
    photoIds: input.photoIds,
    fields: emptyFields(),
    attributes: {},
    suggestion: null,
    audience: null,
    state: 'open',
    failure: null,
    vintedId: null,
    bulk: null,
    priceFloor: null,
    templateId: null,
    createdAt: input.at,
    updatedAt: input.at,
  };
}
