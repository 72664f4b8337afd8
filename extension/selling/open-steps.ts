import type { Outcome, Repeatable, StepContext } from '../engine/flow.ts';
import type { Wall } from '../../shared/wall.ts';
import { newUnderTitle } from './find-ours.ts';
import { readWardrobe, type ReadWardrobe } from './read-wardrobe.ts';
import { nextFill } from './fill-steps.ts';
import { formPath, formPlace } from './form-place.ts';
import { orWall } from './or-wall.ts';
import { howOf, type SellState } from './sell-state.ts';
import type { SellDesk, SellSite } from './sell-site.ts';

const MAX_ROUNDS = 4;

/** Opens a fresh form in the work tab, freezes what it shall hold, pins the member. */
export function openStep<S extends SellState>(site: SellSite, desk: SellDesk<S>): Repeatable<S> {
  return {
    name: 'open',
    effect: 'prepare',
    at: (state) => ({ tab: 'work', market: state.input.market, path: formPath(state), fresh: true }),
    run: (state, context) => orWall(() => openForm(site, desk, state, context)),
  };
}

async function openForm<S extends SellState>(
  site: SellSite,
  desk: SellDesk<S>,
  state: S,
  { tabId, job }: StepContext,
): Promise<Outcome<S>> {
  if (state.rounds >= MAX_ROUNDS) {
    return {
      is: 'needs-user',
      failure: { code: 'keeps-failing', message: 'The form did not hold what was filled in.' },
      state: { ...state, rounds: 0 },
    };
  }
  const wanted = await desk.form(state);
  if (!wanted.ok) return { is: 'needs-user', failure: { code: wanted.code, message: wanted.why } };
  let seen = await site.probe(tabId);
  if (!seen.wall && seen.page !== 'sell' && seen.page !== 'edit') {
    await site.openForm(tabId);
    seen = await site.probe(tabId);
  }
  // A line that was down for a moment leaves half a page: one that still looks so when it is opened anew is a wall.
  if (seen.wall && isHalfPage(seen.wall) && job.attempts === 0)
    return { is: 'retry', after: 2_000, why: `The form came incomplete: ${seen.wall.evidence}` };
  if (seen.wall) return { is: 'blocked', wall: seen.wall };
  if (!seen.member)
    return { is: 'blocked', wall: { kind: 'signed-out', evidence: 'Nobody is signed in.', retryAfter: null } };
  if (job.memberId !== null && job.memberId !== seen.member.id) return { is: 'blocked', wall: wrongMember };
  if (seen.page !== 'sell' && seen.page !== 'edit')
    return { is: 'retry', after: 2_000, why: `The form did not open (${seen.page}).` };
  const opened = { ...state, form: wanted.form, memberId: seen.member.id, rounds: state.rounds + 1, leftOut: [] };
  return { is: 'done', state: opened, member: seen.member.id };
}

const isHalfPage = ({ kind }: Wall): boolean => kind === 'unknown-layout' || kind === 'site-error';

const wrongMember = {
  kind: 'wrong-member',
  evidence: 'Another member is signed in than the job was made for.',
  retryAfter: null,
} as const;

/** What to do about listings under our title that came up before any submit of ours is known of. */
export type TakeUp<S> = (state: S, ids: string[]) => Outcome<S>;
const askWhich = <S>(state: S, ids: string[]): Outcome<S> => ({
  is: 'needs-user',
  failure: { code: 'unsettled', message: `New on Vinted since: ${ids.join(', ')}. Is it this listing?` },
  state,
});

/** Remembers which listings exist right before the submit: whatever is new afterwards is ours (reliability.md §2.1). */
export function baselineStep<S extends SellState>(
  site: SellSite,
  read: ReadWardrobe = readWardrobe,
  takeUp: TakeUp<S> = askWhich,
): Repeatable<S> {
  return {
    name: 'baseline',
    effect: 'look',
    at: formPlace,
    run: (state, { tabId, now }) =>
      orWall(async () => {
        if (state.memberId === null) return { is: 'go-to', step: 'open', state, why: 'No member yet.' };
        const at = now();
        const { items, total } = await read(site, tabId, state.memberId);
        const ours = state.baseline
          ? newUnderTitle(items, state.baseline, state.form?.title ?? null, howOf(state))
          : [];
        if (ours.length > 0 && state.input.how !== 'fill') return takeUp(state, ours);
        const next = nextFill(state, null);
        return { is: 'done', next, state: { ...state, baseline: { ids: items.map((item) => item.id), total, at } } };
      }),
  };
}
