import type { Outcome, Repeatable, StepContext } from '../engine/flow.ts';
import { fillOrder } from '../messaging/page-protocol.ts';
import type { FormField, ListingForm } from '../../shared/listing-form.ts';
import { orWall } from './or-wall.ts';
import { formPlace } from './form-place.ts';
import type { SellState } from './sell-state.ts';
import type { SellSite } from './sell-site.ts';

/** A person needs minutes for 2,000 characters or 20 photos. */
const budgets: Partial<Record<FormField, number>> = {
  photos: 280_000,
  title: 60_000,
  description: 280_000,
  category: 120_000,
};

/** Fields the form has before a leaf category is chosen (site.md §3.1); all others mount with it. */
const withoutCategory: readonly FormField[] = ['photos', 'title', 'description', 'category', 'price'];

/** The form as it can be: nothing of what mounts with a category while there is none, nothing the page does not offer. */
export function fillable({ form, input, leftOut }: SellState): ListingForm | null {
  if (!form) return null;
  const possible = form.category !== null || input.vintedId !== null;
  const open = fillOrder.filter(
    (field) => (!possible && !withoutCategory.includes(field)) || leftOut.some((left) => left.field === field),
  );
  return { ...form, ...Object.fromEntries(open.map((field) => [field, field === 'attributes' ? {} : null])) };
}

/** This listing has something for that field. */
export function isWished(state: SellState, field: FormField): boolean {
  const value = fillable(state)?.[field];
  if (field === 'attributes') return Object.keys(value ?? {}).length > 0;
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

/** The next step that has something to do after `field` (null = from the start). */
export function nextFill(state: SellState, field: FormField | null): string {
  const rest = fillOrder.slice(field === null ? 0 : fillOrder.findIndex((one) => one === field) + 1);
  const wished = rest.find((one) => isWished(state, one));
  return wished === undefined ? 'verify' : `fill-${wished}`;
}

/**
 * Once more in a fresh form before the seller is asked: a line that was down for a moment, or a page that lost its tab
 * halfway, leaves a form half of whose choices never came. Null where that was tried already, or the form is the seller's.
 */
export const inFreshForm = <S extends SellState>(state: S, why: string): Outcome<S> | null =>
  state.rounds > 1 || state.input.sellerTab !== null ? null : { is: 'go-to', step: 'open', state, why };

/** Fills one field and reads it back. May run again: the page is read first. */
export function fillStep<S extends SellState>(site: SellSite, field: (typeof fillOrder)[number]): Repeatable<S> {
  return {
    name: `fill-${field}`,
    effect: 'prepare',
    at: (state) => (isWished(state, field) ? formPlace(state) : { tab: 'none' }),
    budget: budgets[field] ?? 60_000,
    tries: 3,
    run: (state, context) => orWall(() => fillField(site, state, context, field)),
  };
}

async function fillField<S extends SellState>(
  site: SellSite,
  state: S,
  { tabId, leaseToken }: StepContext,
  field: FormField,
): Promise<Outcome<S>> {
  const done = (next: S): Outcome<S> => ({
    is: 'done',
    state: next,
    next: nextFill(next, field),
  });
  if (!isWished(state, field) || !state.form) return done(state);
  const result = await site.fill(tabId, leaseToken, state.form, field);
  if (result.is === 'filled' || result.is === 'already' || result.is === 'skipped') return done(state);
  const why = result.why ?? result.shows;
  if (result.is === 'absent') return done({ ...state, leftOut: [...state.leftOut, { field, why }] });
  const seen = await site.probe(tabId);
  if (seen.wall) return { is: 'blocked', wall: seen.wall };
  const asked = {
    is: 'needs-user',
    failure: {
      code: field === 'photos' ? 'photo-upload-failed' : 'rejected-field',
      message: why || `Vinted did not take "${field}".`,
      field,
    },
  } as const;
  return inFreshForm(state, `${field}: ${why}`.slice(0, 200)) ?? asked;
}

/** Reads the whole form back; a difference sends the job back to fill that field again, in the form as it is. */
export function verifyStep<S extends SellState>(site: SellSite): Repeatable<S> {
  return {
    name: 'verify',
    effect: 'look',
    at: formPlace,
    run: (state, { tabId, leaseToken, job }) =>
      orWall(async () => {
        const form = fillable(state);
        if (!form) return { is: 'go-to', step: firstStep(state), state, why: 'The form was never opened.' };
        const differs = await site.verify(tabId, leaseToken, form);
        const [first] = differs;
        if (!first) return { is: 'done', state };
        if (job.attempts === 0) return { is: 'retry', after: 500, why: `${first.field}: ${first.shows}`, state };
        const failure = { code: 'field-differs', message: first.why ?? first.shows, field: first.field };
        if (state.input.sellerTab !== null) return { is: 'needs-user', failure };
        return { is: 'go-to', step: 'open', state, why: `${first.field} differs` };
      }),
  };
}

const firstStep = (state: SellState): string => (state.input.sellerTab === null ? 'open' : 'open-here');
