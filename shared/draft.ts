import * as z from 'zod';

import { suggestion, source } from './suggestion.ts';
import { listingForm } from './listing-form.ts';

const field = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value: z.nullable(value),
    confidence: z.number().min(0).max(1),
    source,
  });

const shape = listingForm.shape;
const some = <T extends z.ZodType>(schema: z.ZodNullable<T>): T => schema.unwrap() as T;

/** Fields of a draft: the form's own shapes, each with how sure it is and who said so. */
export const draftFields = z.strictObject({
  title: field(some(shape.title)),
  description: field(some(shape.description)),
  category: field(some(shape.category)),
  brand: field(some(shape.brand)),
  size: field(some(shape.size)),
  condition: field(some(shape.condition)),
  colors: field(some(shape.colors)),
  materials: field(some(shape.materials)),
  price: field(some(shape.price)),
  package: field(some(shape.package)),
  unisex: field(some(shape.unisex)),
  isbn: field(some(shape.isbn)),
  model: field(some(shape.model)),
  measurements: field(some(shape.measurements)),
});
export type DraftFields = z.infer<typeof draftFields>;
export type DraftFieldName = keyof DraftFields;

/** A listing being prepared (design.md §3). Lives in Dexie; never leaves the browser as a whole. */
export const draft = z.strictObject({
  id: z.string(),
  /** Host of the site it is for, e.g. `www.vinted.fr`. */
  market: z.string(),
  photoIds: z.array(z.string()).max(20),
  fields: draftFields,
  attributes: listingForm.shape.attributes,
  /** The analyser's whole answer, for alternatives and reasons. */
  suggestion: z.nullable(suggestion),
  audience: z.nullable(z.enum(['women', 'men', 'girls', 'boys'])),
  /** `analysing` until a suggestion (or its failure) arrived. */
  state: z.enum(['analysing', 'open', 'filling', 'vinted-draft', 'published']),
  failure: z.nullable(z.object({ code: z.string(), message: z.string() })),
  /** Id on Vinted once known (drafts and items share one id space). */
  vintedId: z.nullable(z.string().regex(/^\d{1,15}$/)),
  bulk: z.nullable(z.strictObject({ jobKey: z.string(), itemKey: z.string() })),
  /** Never offer below; minor units. */
  priceFloor: z.nullable(z.int().min(0)),
  templateId: z.nullable(z.string()),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Draft = z.infer<typeof draft>;
