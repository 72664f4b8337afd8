import type { Commit, Flow, Outcome, Repeatable, Step, StepContext } from '../../engine/flow.ts';
import { orWall } from '../../selling/or-wall.ts';
import type { RelistSite } from '../../selling/relist-site.ts';
import { signedIn } from '../../selling/signed-in.ts';
import { anywhere, copyStep, failed, photosStep } from './copy-steps.ts';
import { oldExpected } from './hide-steps.ts';
import type { RelistDesk } from './relist-desk.ts';
import { relistInput, relistState, startOf, type RelistInput, type RelistState } from './relist-state.ts';
import type { Sight } from './saga.ts';
import { sightAlone } from './sight.ts';

const SOON = 2_000;
const mayGo = (sight: Sight): boolean => sight === 'live' || sight === 'hidden';

/** Hide, show again, delete: one listing each. A deletion keeps everything first, so that *undo* can publish it again. */
export function actFlow(site: RelistSite, desk: RelistDesk): Flow<typeof relistInput, typeof relistState> {
  const deletion: Step<RelistState>[] = [
    copyStep(site, mayGo),
    photosStep(site, desk),
    deleteStep(site, desk),
    {
      name: 'finish',
      effect: 'prepare',
      at: () => ({ tab: 'none' }),
      run: async (state) => {
        await desk.deleted(state);
        return { is: 'done', state };
      },
    },
  ];
  const steps = ({ act }: RelistInput): readonly Step<RelistState>[] =>
    act === 'delete' ? deletion : [showStep(site, desk, act !== 'unhide')];
  return {
    kind: 'listing-act',
    input: relistInput,
    state: relistState,
    start: startOf,
    steps,
    priority: () => 1,
    lane: () => 'work',
    ceiling: () => 'listing-act',
  };
}

/** Sets, then reads back: may run again and again. */
function showStep(site: RelistSite, desk: RelistDesk, hidden: boolean): Repeatable<RelistState> {
  return {
    name: hidden ? 'hide' : 'unhide',
    effect: 'prepare',
    at: anywhere,
    run: async (state, context) => {
      const outcome = await orWall(() => show(site, hidden, state, context));
      if (outcome.is === 'done') await desk.shown(state, hidden);
      return outcome;
    },
  };
}

async function show(
  site: RelistSite,
  hidden: boolean,
  state: RelistState,
  context: StepContext,
): Promise<Outcome<RelistState>> {
  const who = await signedIn(site, context);
  if (!who.ok) return who.blocked;
  const id = state.input.oldId ?? '';
  const wanted = hidden ? 'hidden' : 'live';
  const before = sightAlone(await site.readListing(context.tabId, id), null);
  if (before === wanted) return { is: 'done', state, member: who.memberId };
  if (!mayGo(before)) return failed(`listing-${before}`, `This listing is ${before} now.`);
  const { is, why } = await site.hideHere(context.tabId, id, hidden);
  if (is === 'refused') return failed('act-refused', why || 'Vinted did not take it.');
  const after = sightAlone(await site.readListing(context.tabId, id), null);
  if (after === wanted) return { is: 'done', state, member: who.memberId };
  return { is: 'retry', after: SOON, why: why || `It is still ${after}.` };
}

/** Only what was copied goes: looked at in the very step that deletes. */
function deleteStep(site: RelistSite, desk: RelistDesk): Commit<RelistState> {
  return {
    name: 'delete',
    effect: 'commit',
    redo: 'copy',
    at: ({ input }) => ({ tab: 'work', market: input.market, path: `/items/${input.oldId ?? ''}` }),
    settleAt: anywhere,
    run: (state, context) =>
      orWall(async () => {
        const who = await signedIn(site, context);
        if (!who.ok) return who.blocked;
        const id = state.input.oldId ?? '';
        const sight = sightAlone(await site.readListing(context.tabId, id), oldExpected(state));
        if (sight === 'changed')
          return { is: 'go-to', step: 'copy', state, why: 'It was changed since it was copied.' };
        if (!mayGo(sight)) return failed(`listing-${sight}`, `This listing is ${sight} now.`);
        const { is, why } = await site.act(context.tabId, context.leaseToken, id, 'delete');
        if (is === 'refused') return failed('act-refused', why || 'Vinted did not delete it.');
        return { is: 'unclear', why, state };
      }),
    settle: (state, context) =>
      orWall(async () => {
        const who = await signedIn(site, context);
        if (!who.ok) return who.blocked;
        const sight = sightAlone(await site.readListing(context.tabId, state.input.oldId ?? ''), null);
        if (sight === 'gone') return { is: 'done', state };
        if (sight === 'sold') return failed('listing-sold', 'It was sold first.');
        const late = context.now() - (context.job.committedAt ?? 0) >= (await desk.settleWindow());
        return late ? { is: 'not-done' } : { is: 'retry', after: SOON, why: 'It is still shown.' };
      }),
  };
}
