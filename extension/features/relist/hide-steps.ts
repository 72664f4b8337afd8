import type { Failure } from '../../../shared/failure.ts';
import type { Outcome, Repeatable, StepContext } from '../../engine/flow.ts';
import { inFreshForm, isWished } from '../../selling/fill-steps.ts';
import { formPlace } from '../../selling/form-place.ts';
import { orWall } from '../../selling/or-wall.ts';
import { newUnderTitle } from '../../selling/find-ours.ts';
import { readWhole } from '../../selling/read-whole.ts';
import type { RelistSite } from '../../selling/relist-site.ts';
import { signedIn } from '../../selling/signed-in.ts';
import { anywhere } from './copy-steps.ts';
import type { RelistState } from './relist-state.ts';
import { beforeSubmit } from './saga.ts';
import { lookAt, sightAlone } from './sight.ts';

/** What the old listing should look like: as it was copied. */
export const oldExpected = ({ copy }: RelistState) => copy && { form: copy.form, photos: copy.photos.length };

/** Ends without a new listing: the old one is shown again, then the seller is told why. */
export const giveBack = (
  state: RelistState,
  kind: 'failed' | 'review',
  failure: Failure,
): { is: 'go-to'; step: string; state: RelistState; why: string } => ({
  is: 'go-to',
  step: 'give-back',
  state: { ...state, ending: { kind, failure, asked: false } },
  why: failure.message,
});

/** What the form did not offer or still asks for: told while the old listing is online and untouched. */
export function preflightStep(site: RelistSite): Repeatable<RelistState> {
  return {
    name: 'preflight',
    effect: 'look',
    at: formPlace,
    run: (state, { tabId }) =>
      orWall(async () => {
        const [left] = state.leftOut;
        if (left) {
          const message = `Vinted no longer takes "${left.field}" here: ${left.why}`;
          const failure = { code: 'field-not-offered', message: message.slice(0, 2_000), field: left.field };
          return inFreshForm(state, message.slice(0, 200)) ?? { is: 'needs-user', failure };
        }
        const [demanded] = await site.demanded(tabId, state.form?.category?.id ?? 0);
        if (demanded === undefined) return { is: 'done', state };
        if (demanded !== 'attributes' && isWished(state, demanded))
          return {
            is: 'go-to',
            step: 'open',
            state,
            why: `${demanded} is empty: this is not the form that was filled.`,
          };
        const message = `Vinted asks for "${demanded}" now, which this listing does not have.`;
        return { is: 'needs-user', failure: { code: 'field-demanded', message, field: demanded } };
      }),
  };
}

/** Takes the old one out of sight, which can be undone, so that nobody buys what is about to be online twice. */
export function hideStep(site: RelistSite): Repeatable<RelistState> {
  return {
    name: 'hide',
    effect: 'prepare',
    counts: 'write',
    at: formPlace,
    run: (state, context) => orWall(() => hide(site, state, context)),
  };
}

async function hide(site: RelistSite, state: RelistState, context: StepContext): Promise<Outcome<RelistState>> {
  const who = await signedIn(site, context);
  if (!who.ok) return who.blocked;
  const id = state.input.oldId ?? '';
  const sight = sightAlone(await site.readListing(context.tabId, id), oldExpected(state));
  if (sight === 'hidden') return { is: 'done', state: { ...state, hidden: 'yes' } };
  if (beforeSubmit(sight) !== 'submit') return notAnyMore(state, sight);
  const { is, why } = await site.hideHere(context.tabId, id, true);
  if (is === 'refused') return { is: 'done', state: { ...state, hidden: 'refused' } };
  const after = sightAlone(await site.readListing(context.tabId, id), oldExpected(state));
  if (after === 'hidden') return { is: 'done', state: { ...state, hidden: 'yes' } };
  if (beforeSubmit(after) !== 'submit') return notAnyMore({ ...state, hidden: 'yes' }, after);
  return { is: 'retry', after: 2_000, why: why || 'It is still shown.', state };
}

const notAnyMore = (state: RelistState, sight: string) =>
  giveBack(state, 'failed', { code: `listing-${sight}`, message: `This listing is ${sight} now.` });

/** Baselines taken in this life of the worker: one of an earlier life may be older than a submit nobody knows of (F6). */
export type TakenHere = Set<string>;
export const nameOf = (jobId: string, { at }: { at: number }): string => `${jobId}:${at}`;

/** The whole list once more, right before the submit (C6, C7), with a last look at the old one. */
export function freshBaselineStep(site: RelistSite, taken: TakenHere): Repeatable<RelistState> {
  return {
    name: 'baseline-again',
    effect: 'look',
    at: formPlace,
    run: (state, context) =>
      orWall(async () => {
        const who = await signedIn(site, context);
        if (!who.ok) return who.blocked;
        const at = context.now();
        const { items, total } = await readWhole(site, context.tabId, who.memberId);
        if (state.input.oldId !== null) {
          const { sight } = await lookAt(site, context.tabId, state.input.oldId, items, oldExpected(state));
          if (beforeSubmit(sight) !== 'submit') return notAnyMore(state, sight);
        }
        const copies = state.baseline ? newUnderTitle(items, state.baseline, state.form?.title ?? null, 'publish') : [];
        if (copies.length > 0) return takeUp(state, copies);
        const baseline = { ids: items.map(({ id }) => id), total, at };
        taken.add(nameOf(context.job.id, baseline));
        return { is: 'done', state: { ...state, baseline } };
      }),
  };
}

/** One is looked at as our own copy would be, field by field and photo by photo; between two the seller decides. */
export function takeUp(state: RelistState, [itemId, ...others]: string[]): Outcome<RelistState> {
  const why = `New on Vinted before anything was sent: ${[itemId, ...others].join(', ')}.`;
  if (others.length > 0) return { is: 'needs-user', failure: { code: 'unsettled', message: why }, state };
  return { is: 'go-to', step: 'confirm', state: { ...state, itemId: itemId ?? null }, why };
}

/** Shows the old listing again and reads that back. May run again and again. */
export function giveBackStep(site: RelistSite): Repeatable<RelistState> {
  return {
    name: 'give-back',
    effect: 'prepare',
    at: anywhere,
    tries: 8,
    run: (state, context) =>
      orWall(async () => {
        const who = await signedIn(site, context);
        if (!who.ok) return who.blocked;
        const { oldId } = state.input;
        if (oldId === null) return { is: 'done', state };
        const { tabId } = context;
        const sight = sightAlone(await site.readListing(tabId, oldId), null);
        if (sight !== 'hidden') return { is: 'done', state: { ...state, hidden: 'no' } };
        const { why } = await site.hideHere(tabId, oldId, false);
        const after = sightAlone(await site.readListing(tabId, oldId), null);
        if (after !== 'hidden') return { is: 'done', state: { ...state, hidden: 'no' } };
        return { is: 'retry', after: 3_000, why: why || 'It is still hidden.', state };
      }),
  };
}

/** Tells how it ended. What a person may yet clear up is asked once; their *retry* looks at both listings again. */
export function reportStep(): Repeatable<RelistState> {
  return {
    name: 'report',
    effect: 'look',
    at: () => ({ tab: 'none' }),
    run: async (state) => {
      const { ending } = state;
      if (!ending) return { is: 'go-to', step: 'confirm', state, why: 'Nothing to report.' };
      if (ending.kind === 'failed') return { is: 'failed', failure: ending.failure };
      if (ending.asked)
        return { is: 'go-to', step: 'confirm', state: { ...state, ending: null }, why: 'asked to look again' };
      return { is: 'needs-user', failure: ending.failure, state: { ...state, ending: { ...ending, asked: true } } };
    },
  };
}
