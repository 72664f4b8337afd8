/** From an analyser's answer to the fields of a draft. Pure. What the seller typed meanwhile always stays. */
import type { CatalogNode } from '../../../shared/catalog.ts';
import type { SellerDefaults } from '../../../shared/defaults.ts';
import type { Draft, DraftFieldName, DraftFields } from '../../../shared/draft.ts';
import type { GarmentKind } from '../../../shared/garments.ts';
import { findMaterial } from '../../../shared/materials.ts';
import type { Currency } from '../../../shared/money.ts';
import type { Suggested, Suggestion } from '../../../shared/suggestion.ts';
import { colors, conditions, limits, packageIds, type Audience, type ColorCode } from '../../../shared/vocabulary.ts';
import { garmentKindOf } from './garment-kind.ts';

export type CategoryQuestion = {
  category: string | null;
  confidence?: number;
  alternatives?: readonly { path: string; confidence: number }[];
  audience: Audience | null;
};
export type ResolvedCategory = { id: number; path: string[]; ids: number[]; confidence: number };
/** From words to a leaf of the member's own catalogue (shared/catalog/resolve-category.ts). */
export type ResolveCategory = (
  question: CategoryQuestion,
  nodes: readonly CatalogNode[],
  language: string,
) => { best: ResolvedCategory | null; alternatives: ResolvedCategory[] };

export type SuggestionContext = {
  defaults: SellerDefaults;
  currency: Currency;
  /** Two-letter language of the member's site. */
  language: string;
  /** Null while the site's catalogue was never read: the category stays open with the analyser's words beside it. */
  nodes: readonly CatalogNode[] | null;
  resolve: ResolveCategory;
};

/** Below this a category is a guess: shown among the alternatives, not filled in (vision.md §0). */
const sureEnough = 0.6;

/** Below this a brand read from a print is a misreading as often as not (vision.md §6): kept beside the draft, not filled in. */
const likelyPrint = 0.5;

type Field<Name extends DraftFieldName> = DraftFields[Name];
type Value<Name extends DraftFieldName> = NonNullable<Field<Name>['value']>;

export function draftFromSuggestion(draft: Draft, suggestion: Suggestion, context: SuggestionContext): Draft {
  const { defaults } = context;
  const audience = suggestion.audience.value ?? draft.audience ?? defaults.audience;
  const fresh = { ...draft.fields, ...openTexts(suggestion, defaults), ...choices(suggestion, context) };
  const category = categoryFrom(suggestion, audience, context);
  const fields = keepSellers(draft.fields, { ...fresh, category });
  return { ...draft, fields, suggestion, audience, state: 'open', failure: null };
}

/** Without an answer: only what the seller's own defaults say. */
export function draftFromDefaults(draft: Draft, defaults: SellerDefaults, currency: Currency): Draft {
  const fields = keepSellers(draft.fields, {
    ...draft.fields,
    brand: brandFrom(nothing, defaults),
    condition: conditionFrom(nothing, defaults),
    package: packageFrom(nothing, defaults),
    price: or(null, priceByKind(defaults, null), (amount) => ({ amount, currency })),
  });
  return { ...draft, fields, audience: draft.audience ?? defaults.audience };
}

/** A category that was left open because no catalogue was there yet; unchanged when there is still nothing to say. */
export function resolveOpenCategory(draft: Draft, context: SuggestionContext): Draft {
  const { suggestion, fields } = draft;
  if (!suggestion || fields.category.value !== null || fields.category.source === 'seller') return draft;
  const category = categoryFrom(suggestion, draft.audience, context);
  return category.value === null ? draft : { ...draft, fields: { ...fields, category } };
}

function keepSellers(before: DraftFields, after: DraftFields): DraftFields {
  const own = Object.entries(before).filter(([, field]) => field.source === 'seller');
  // The entries come from the same shape they go back into.
  return { ...after, ...(Object.fromEntries(own) as Partial<DraftFields>) };
}

function openTexts(
  { title, description }: Suggestion,
  defaults: SellerDefaults,
): Pick<DraftFields, 'title' | 'description'> {
  return {
    title: said(title, (value) => value.slice(0, limits.title)),
    description: or(description, defaults.description, (value) => value.slice(0, limits.description)),
  };
}

function choices(suggestion: Suggestion, { defaults, currency }: SuggestionContext): Partial<DraftFields> {
  const kind = garmentKindOf(suggestion.category.value ?? suggestion.categoryAlternatives[0]?.path ?? null);
  const mySize = kind && defaults.sizes[sizeFamily[kind] ?? 'clothing'];
  return {
    brand: brandFrom(suggestion.brand, defaults),
    size: or(suggestion.size, mySize, (label) => ({ id: null, label })),
    condition: conditionFrom(suggestion.condition, defaults),
    colors: or(suggestion.colors, defaults.color && [defaults.color], colourIds),
    materials: said(suggestion.materials, materialsFrom),
    price: suggestion.price.value
      ? said(suggestion.price, ({ low, high }) => ({ amount: middleOf(low, high), currency }))
      : or(null, priceByKind(defaults, kind), (amount) => ({ amount, currency })),
    package: packageFrom(suggestion.package, defaults),
  };
}

/** Whose "my size" it is; everything else is clothing. */
const sizeFamily: Partial<Record<GarmentKind, keyof SellerDefaults['sizes']>> = { shoes: 'shoes', hat: 'hats' };

const nothing: Suggested<never> = { value: null, confidence: 0, source: 'none' };

function said<T, V>({ value, confidence, source }: Suggested<T>, become: (value: T) => V | null) {
  const made = value === null ? null : become(value);
  const empty = made === null || made === '' || (Array.isArray(made) && made.length === 0);
  return empty ? { value: null, confidence: 0, source: 'none' as const } : { value: made, confidence, source };
}

/** What was seen, else the seller's default, marked as such. */
function or<T, V>(seen: Suggested<T> | null, fallback: T | null, become: (value: T) => V | null) {
  const field = said(seen ?? nothing, become);
  if (field.value !== null || fallback === null) return field;
  return { value: become(fallback), confidence: 1, source: 'default' as const };
}

function brandFrom(read: Suggested<string>, { brand }: SellerDefaults): Field<'brand'> {
  const seen = read.source === 'ocr' && read.confidence < likelyPrint ? nothing : read;
  return or<string, Value<'brand'>>(seen, brand, (name) =>
    name === 'none' && seen.value === null ? 'none' : { id: null, label: name },
  );
}

const conditionFrom = (seen: Suggestion['condition'], { condition }: SellerDefaults): Field<'condition'> =>
  or(seen, condition, (wanted) => conditions.find(({ code }) => code === wanted)?.id ?? null);

const packageFrom = (seen: Suggestion['package'], defaults: SellerDefaults): Field<'package'> =>
  or(seen, defaults.package, (code) => packageIds[code]);

/** Main colour first, as said. */
const colourIds = (codes: ColorCode[]): number[] =>
  codes.flatMap((wanted) => colors.find(({ code }) => code === wanted)?.id ?? []).slice(0, limits.colors);

const materialsFrom = (names: string[]): Value<'materials'> =>
  names.slice(0, limits.materials).map((name) => ({ id: findMaterial(name)?.id ?? null, label: name }));

/** Whole units above five, halves below: a price as a person would write it. */
function middleOf(low: number, high: number): number {
  const middle = (low + high) / 2;
  const step = middle >= 500 ? 100 : 50;
  return Math.max(limits.minimumPrice, Math.round(middle / step) * step);
}

const priceByKind = ({ prices }: SellerDefaults, kind: string | null): number | null =>
  (kind === null ? undefined : prices[kind]) ?? prices['*'] ?? null;

function categoryFrom(
  suggestion: Suggestion,
  audience: Audience | null,
  context: SuggestionContext,
): Field<'category'> {
  const open: Field<'category'> = { value: null, confidence: 0, source: 'none' };
  const { value, confidence, source } = suggestion.category;
  if (!context.nodes) return open;
  const question = { category: value, confidence, alternatives: suggestion.categoryAlternatives, audience };
  const { best, alternatives } = context.resolve(question, context.nodes, context.language);
  const found = best ?? (context.defaults.acceptUnsureCategory ? alternatives[0] : undefined);
  if (!found || (found.confidence < sureEnough && !context.defaults.acceptUnsureCategory)) return open;
  return {
    value: { id: found.id, path: found.path, ids: found.ids },
    confidence: Math.min(1, found.confidence),
    source: source === 'none' ? 'classifier' : source,
  };
}
