import type { Commit, CommitOutcome, Place, Repeatable, SettleOutcome, StepContext } from '../engine/flow.ts';
import type { SubmitResult } from '../../shared/page-results.ts';
import { findOurs, type Found } from './find-ours.ts';
import { fillable } from './fill-steps.ts';
import { formPlace } from './form-place.ts';
import { orWall } from './or-wall.ts';
import { howOf, type SellState } from './sell-state.ts';
import { readWardrobe, type ReadWardrobe } from './read-wardrobe.ts';
import type { SellDesk, SellSite } from './sell-site.ts';

const LOOK_AGAIN = 2_000;

/** Any page of the market will do for asking the site; the result page is left as it is. */
const anywhere = ({ input }: SellState): Place => ({ tab: 'work', market: input.market, path: null });

/** The point of no return. Never runs twice unless the site itself says that the first time did not happen. */
export function submitStep<S extends SellState>(
  site: SellSite,
  desk: SellDesk<S>,
  read: ReadWardrobe = readWardrobe,
): Commit<S> {
  return {
    name: 'submit',
    effect: 'commit',
    redo: 'open',
    budget: 90_000,
    at: formPlace,
    settleAt: anywhere,
    run: (state, context) => orWall(() => submit(site, state, context)),
    settle: (state, context) => orWall(() => settle(site, desk, read, state, context)),
  };
}

async function submit<S extends SellState>(
  site: SellSite,
  state: S,
  { tabId, leaseToken }: StepContext,
): Promise<CommitOutcome<S>> {
  const form = fillable(state);
  if (!form) return { is: 'go-to', step: 'open', state, why: 'The form was never opened.' };
  const seen = await site.probe(tabId);
  if (seen.wall) return { is: 'blocked', wall: seen.wall };
  if (seen.member && seen.member.id !== state.memberId) {
    return {
      is: 'blocked',
      wall: { kind: 'wrong-member', evidence: 'Another member is signed in now.', retryAfter: null },
    };
  }
  const [different] = await site.verify(tabId, leaseToken, form);
  if (different) return { is: 'go-to', step: 'open', state, why: `${different.field} differs before submitting` };
  const result = await site.submit(tabId, leaseToken, form, howOf(state));
  return ofSubmit(result, state);
}

function ofSubmit<S extends SellState>(result: SubmitResult, state: S): CommitOutcome<S> {
  const [error] = result.errors;
  switch (result.is) {
    case 'accepted':
      if (isOlder(result.itemId, state)) return { is: 'unclear', why: 'The answer names an older listing.', state };
      return { is: 'done', state: { ...state, itemId: result.itemId, underReview: result.underReview } };
    case 'rejected':
      return {
        is: 'needs-user',
        state,
        failure: {
          code: 'rejected-field',
          message: error?.text ?? 'Vinted did not accept the listing.',
          ...(error?.field ? { field: error.field } : {}),
        },
      };
    case 'no-effect':
      return {
        is: 'needs-user',
        state,
        failure: { code: 'needs-real-click', message: 'Vinted only takes your own click here: press its button once.' },
      };
    case 'unclear':
      return { is: 'unclear', why: 'No answer was seen.', state };
  }
}

/** A listing that stood in the wardrobe before the click is not the one this click made. */
const isOlder = (itemId: string | null, { baseline, input }: SellState): boolean =>
  itemId !== null && itemId !== input.vintedId && baseline?.ids.includes(itemId) === true;

/** Did it happen? Asked of the wardrobe until a new listing must have become visible. */
async function settle<S extends SellState>(
  site: SellSite,
  desk: SellDesk<S>,
  read: ReadWardrobe,
  state: S,
  context: StepContext,
): Promise<SettleOutcome<S>> {
  if (!state.baseline || !state.memberId) return { is: 'not-done' };
  const found = await look(site, read, state, context);
  if (found.is === 'blocked') return found;
  if (found.is === 'found') return { is: 'done', state: { ...state, itemId: found.item.id } };
  if (await mayStillAppear(desk, context)) return { is: 'retry', after: LOOK_AGAIN, why: 'Not visible yet.' };
  if (found.is === 'none') return { is: 'not-done' };
  return {
    is: 'needs-user',
    failure: {
      code: 'unsettled',
      message: `New on Vinted since: ${found.ids.join(', ') || 'one more than before'}. Is it this listing?`,
    },
  };
}

/** Whether a listing of the last attempt could still be on its way into the wardrobe. */
const mayStillAppear = async (
  desk: Pick<SellDesk<never>, 'settleWindow'>,
  { job, now }: StepContext,
): Promise<boolean> => now() - (job.committedAt ?? 0) < (await desk.settleWindow());

type Looked = Found | { is: 'blocked'; wall: NonNullable<Awaited<ReturnType<SellSite['probe']>>['wall']> };

async function look(site: SellSite, read: ReadWardrobe, state: SellState, { tabId }: StepContext): Promise<Looked> {
  const seen = await site.probe(tabId);
  if (seen.wall) return { is: 'blocked', wall: seen.wall };
  if (seen.member?.id !== state.memberId) {
    return {
      is: 'blocked',
      wall: { kind: 'wrong-member', evidence: 'Another member is signed in now.', retryAfter: null },
    };
  }
  const wardrobe = await read(site, tabId, state.memberId ?? '');
  return findOurs(wardrobe, {
    title: state.form?.title ?? null,
    how: howOf(state),
    baseline: state.baseline ?? { ids: [], total: 0, at: 0 },
    knownId: state.itemId ?? state.input.vintedId,
  });
}

/** Learns the id from the wardrobe where page and answer did not tell it, and marks the draft. */
export function confirmStep<S extends SellState>(site: SellSite, desk: SellDesk<S>): Repeatable<S> {
  return {
    name: 'confirm',
    effect: 'look',
    at: anywhere,
    tries: 1_000,
    run: (state, context) =>
      orWall(async () => {
        const found = await look(site, readWardrobe, state, context);
        if (found.is === 'blocked') return found;
        const vintedId = found.is === 'found' ? found.item.id : state.itemId;
        if (found.is !== 'found' && !state.sellerSaysThere && (await mayStillAppear(desk, context))) {
          return { is: 'retry', after: LOOK_AGAIN, why: 'Not visible yet.' };
        }
        if (vintedId === null && !state.sellerSaysThere) {
          return {
            is: 'needs-user',
            failure: { code: 'unsettled', message: 'Vinted took it, but it is not in your wardrobe yet.' },
          };
        }
        const underReview = state.underReview || (found.is === 'found' && found.item.isProcessing);
        await desk.made(state, howOf(state), vintedId);
        return { is: 'done', state: { ...state, itemId: vintedId, underReview } };
      }),
  };
}
