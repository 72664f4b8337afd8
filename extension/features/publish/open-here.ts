import type { Repeatable } from '../../engine/flow.ts';
import { nextFill } from '../../selling/fill-steps.ts';
import { formPlace } from '../../selling/form-place.ts';
import { orWall } from '../../selling/or-wall.ts';
import type { SellDesk, SellSite } from '../../selling/sell-site.ts';
import type { PublishState } from './publish-state.ts';

/** The panel's job: the form is open already in the seller's own tab; what it holds is kept for undo. */
export function openHereStep(site: SellSite, desk: SellDesk<PublishState>): Repeatable<PublishState> {
  return {
    name: 'open-here',
    effect: 'prepare',
    at: formPlace,
    tries: 600,
    run: (state, { tabId }) =>
      orWall(async () => {
        const wanted = await desk.form(state);
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
