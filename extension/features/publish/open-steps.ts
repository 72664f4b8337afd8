import type { Outcome, Repeatable, StepContext } from '../../engine/flow.ts';
import { readWardrobe } from './read-wardrobe.ts';
import { nextFill } from './fill-steps.ts';
import { formPath, formPlace } from './form-place.ts';
import { orWall } from './or-wall.ts';
import type { PublishState } from './publish-state.ts';
import type { PublishDesk, SellSite } from './sell-site.ts';

const MAX_ROUNDS = 4;

/** Opens a fresh form in the work tab, freezes what it shall hold, pins the member. */
export function openStep(site: SellSite, desk: PublishDesk): Repeatable<PublishState> {
  return {
    name: 'open',
    effect: 'prepare',
    at: (state) => ({ tab: 'work', market: state.input.market, path: formPath(state), fresh: true }),
    run: (state, context) => orWall(() => openForm(site, desk, state, context)),
  };
}

async function openForm(
  site: SellSite,
  desk: PublishDesk,
  state: PublishState,
  { tabId, job }: StepContext,
): Promise<Outcome<PublishState>> {
  if (state.rounds >= MAX_ROUNDS) {
    return {
      is: 'needs-user',
      failure: { code: 'keeps-failing', message: 'The form did not hold what was filled in.' },
      state: { ...state, rounds: 0 },
    };
  }
  const wanted = await desk.form(state.input.draftId);
  if (!wanted.ok) return { is: 'needs-user', failure: { code: wanted.code, message: wanted.why } };
  let seen = await site.probe(tabId);
  if (!seen.wall && seen.page !== 'sell' && seen.page !== 'edit') {
    await site.openForm(tabId);
    seen = await site.probe(tabId);
  }
  if (seen.wall) return { is: 'blocked', wall: seen.wall };
  if (!seen.member)
    return { is: 'blocked', wall: { kind: 'signed-out', evidence: 'Nobody is signed in.', retryAfter: null } };
  if (job.memberId !== null && job.memberId !== seen.member.id) return { is: 'blocked', wall: wrongMember };
  if (seen.page !== 'sell' && seen.page !== 'edit')
    return { is: 'retry', after: 2_000, why: `The form did not open (${seen.page}).` };
  const opened = { ...state, form: wanted.form, memberId: seen.member.id, rounds: state.rounds + 1, leftOut: [] };
  return { is: 'done', state: opened, member: seen.member.id };
}

const wrongMember = {
  kind: 'wrong-member',
  evidence: 'Another member is signed in than the job was made for.',
  retryAfter: null,
} as const;

/** The panel's job: the form is open already in the seller's own tab; what it holds is kept for undo. */
export function openHereStep(site: SellSite, desk: PublishDesk): Repeatable<PublishState> {
  return {
    name: 'open-here',
    effect: 'prepare',
    at: formPlace,
    tries: 600,
    run: (state, { tabId }) =>
      orWall(async () => {
        const wanted = await desk.form(state.input.draftId);
        if (!wanted.ok && wanted.code === 'draft-analysing') return { is: 'retry', after: 1_000, why: wanted.why };
        if (!wanted.ok) return { is: 'needs-user', failure: { code: wanted.code, message: wanted.why } };
        const seen = await site.probe(tabId);
        if (seen.wall) return { is: 'blocked', wall: seen.wall };
        const before = state.before ?? (await site.snapshot(tabId));
        const memberId = seen.member?.id ?? null;
        const opened = { ...state, form: wanted.form, before, memberId, leftOut: [] };
        return { is: 'done', state: opened, next: nextFill(opened, null) };
      }),
  };
}

/** Remembers which listings exist right before the submit: whatever is new afterwards is ours (reliability.md §2.1). */
export function baselineStep(site: SellSite): Repeatable<PublishState> {
  return {
    name: 'baseline',
    effect: 'look',
    at: formPlace,
    run: (state, { tabId, now }) =>
      orWall(async () => {
        if (state.memberId === null) return { is: 'go-to', step: 'open', state, why: 'No member yet.' };
        const at = now();
        const { items, total } = await readWardrobe(site, tabId, state.memberId);
        const next = nextFill(state, null);
        return { is: 'done', next, state: { ...state, baseline: { ids: items.map((item) => item.id), total, at } } };
      }),
  };
}
