import type { CommitOutcome, Flow, Outcome, Place, SettleOutcome, Step, StepContext } from '../../engine/flow.ts';
import { fillStep, verifyStep } from '../../selling/fill-steps.ts';
import { formPlace } from '../../selling/form-place.ts';
import { openStep } from '../../selling/open-steps.ts';
import { orWall } from '../../selling/or-wall.ts';
import type { RelistSite } from '../../selling/relist-site.ts';
import type { SellDesk } from '../../selling/sell-site.ts';
import { signedIn } from '../../selling/signed-in.ts';
import { priceInput, priceState, startOf, type PriceState } from './price-state.ts';

const SOON = 3_000;
const anywhere = ({ input }: PriceState): Place => ({ tab: 'work', market: input.market, path: null });

/** One price through the listing's own form, proved by reading the listing again. Vinted tells the followers itself. */
export function priceFlow(site: RelistSite, desk: SellDesk<PriceState>): Flow<typeof priceInput, typeof priceState> {
  const steps: readonly Step<PriceState>[] = [
    { name: 'look', effect: 'look', at: anywhere, run: (state, context) => orWall(() => look(site, state, context)) },
    { ...openStep(site, desk), run: async (state, context) => toPrice(await openStep(site, desk).run(state, context)) },
    { name: 'is-it', effect: 'look', at: formPlace, run: (state, context) => orWall(() => isIt(site, state, context)) },
    fillStep<PriceState>(site, 'price'),
    verifyStep(site),
    {
      name: 'save',
      effect: 'commit',
      redo: 'look',
      at: formPlace,
      settleAt: anywhere,
      run: (state, context) => orWall(() => save(site, state, context)),
      settle: (state, context) => orWall(() => settle(site, desk, state, context)),
    },
    {
      name: 'finish',
      effect: 'prepare',
      at: () => ({ tab: 'none' }),
      run: async (state) => {
        await desk.made(state, 'publish', state.input.vintedId);
        return { is: 'done', state };
      },
    },
  ];
  return {
    kind: 'price',
    input: priceInput,
    state: priceState,
    start: startOf,
    steps: () => steps,
    priority: () => 2,
    lane: () => 'work',
    ceiling: () => 'price',
  };
}

/** The shared step goes on to the baseline of a new listing; here the form must first be told to be the right one. */
const toPrice = (outcome: Outcome<PriceState>): Outcome<PriceState> =>
  outcome.is === 'done' ? { ...outcome, next: 'is-it' } : outcome;

const ended = (code: string, message: string) => ({ is: 'failed' as const, failure: { code, message } });

async function look(site: RelistSite, state: PriceState, context: StepContext): Promise<Outcome<PriceState>> {
  const who = await signedIn(site, context);
  if (!who.ok) return who.blocked;
  const { vintedId, from, to } = state.input;
  const read = await site.readListing(context.tabId, vintedId);
  if (read.is === 'absent') return ended('listing-gone', 'This listing is not on Vinted any more.');
  const pinned = { ...state, memberId: who.memberId };
  const { price } = read.form;
  if (price?.amount === to.amount) return { is: 'done', state: pinned, member: who.memberId, next: 'finish' };
  if (read.status !== 'active' && read.status !== 'hidden') {
    return ended(`listing-${read.status}`, `This listing is ${read.status} now.`);
  }
  if (read.isReserved || read.inTalks) return ended('listing-in-talks', 'A buyer is in talks about it.');
  if (price?.amount !== from.amount || price.currency !== from.currency) {
    return ended('price-changed', 'Its price was changed meanwhile.');
  }
  return { is: 'done', state: pinned, member: who.memberId };
}

/** The form that opened is this listing's: same title, same price. Nothing is typed into another one. */
async function isIt(site: RelistSite, state: PriceState, { tabId }: StepContext): Promise<Outcome<PriceState>> {
  const shown = await site.snapshot(tabId);
  const { title, from } = state.input;
  if (shown.title === title && shown.price?.amount === from.amount) return { is: 'done', state, next: 'fill-price' };
  return { is: 'needs-user', failure: { code: 'other-form', message: `The form shows "${shown.title ?? ''}".` } };
}

async function save(site: RelistSite, state: PriceState, context: StepContext): Promise<CommitOutcome<PriceState>> {
  const who = await signedIn(site, context);
  if (!who.ok) return who.blocked;
  if (!state.form) return { is: 'go-to', step: 'look', state, why: 'The form was never opened.' };
  const [differs] = await site.verify(context.tabId, context.leaseToken, state.form);
  if (differs) return { is: 'go-to', step: 'open', state, why: `${differs.field} differs before saving` };
  const result = await site.submit(context.tabId, context.leaseToken, state.form, 'publish');
  const [error] = result.errors;
  if (result.is === 'rejected') return ended('rejected-field', error?.text ?? 'Vinted did not take this price.');
  if (result.is === 'no-effect') {
    return { is: 'needs-user', failure: { code: 'needs-real-click', message: 'Press the button of the form once.' } };
  }
  // Proved by the listing itself, also after a clear answer.
  return { is: 'unclear', why: '', state };
}

async function settle(
  site: RelistSite,
  desk: SellDesk<PriceState>,
  state: PriceState,
  context: StepContext,
): Promise<SettleOutcome<PriceState>> {
  const who = await signedIn(site, context);
  if (!who.ok) return who.blocked;
  const { vintedId, from, to } = state.input;
  const read = await site.readListing(context.tabId, vintedId);
  if (read.is === 'absent') return ended('listing-gone', 'This listing is not on Vinted any more.');
  const amount = read.form.price?.amount;
  if (amount === to.amount) return { is: 'done', state };
  if (context.now() - (context.job.committedAt ?? 0) < (await desk.settleWindow())) {
    return { is: 'retry', after: SOON, why: 'The price is not shown yet.' };
  }
  if (amount === from.amount) return { is: 'not-done' };
  return { is: 'needs-user', failure: { code: 'price-changed', message: `It costs ${amount ?? '?'} now.` } };
}
