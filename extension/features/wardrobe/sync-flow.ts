import type { Flow, Outcome, Repeatable, StepContext } from '../../engine/flow.ts';
import { orWall } from '../../selling/or-wall.ts';
import type { SellSite } from '../../selling/sell-site.ts';
import { signedIn } from '../../selling/signed-in.ts';
import type { WardrobeRead } from '../../db/database.ts';
import type { WardrobeEntries } from '../../../shared/wardrobe.ts';
import { isSteady, nextAsk } from './read-plan.ts';
import type { SyncDesk } from './sync-desk.ts';
import { startOfSync, syncInput, syncState, type SyncState } from './sync-state.ts';

export interface SyncSite extends Pick<SellSite, 'probe'> {
  wardrobe(tabId: number, memberId: string, which: WardrobeRead['which'], page: number): Promise<WardrobeEntries>;
}

/** How often the whole list is read when it keeps moving while it is read. */
const MOST_PASSES = 3;

type Run = (state: SyncState, context: StepContext) => Promise<Outcome<SyncState>>;

/**
 * Looks at the whole wardrobe and keeps what is new: who is signed in, page after page, who is signed in still, photos of
 * newcomers, one transaction. Reads only; every step may run again.
 */
export function syncFlow(site: SyncSite, desk: SyncDesk): Flow<typeof syncInput, typeof syncState> {
  const step = (name: string, run: Run, more: Partial<Repeatable<SyncState>> = {}): Repeatable<SyncState> => ({
    name,
    effect: 'look',
    // Wherever the work tab is on that market: a form of another job stays as it is.
    at: ({ input }) => ({ tab: 'work', market: input.market, path: null }),
    ...more,
    run: async (state, context) => {
      const outcome = await orWall(() => run(state, context));
      if (outcome.is === 'blocked') await desk.stopped(state, `wall-${outcome.wall.kind}`, outcome.wall.evidence);
      return outcome;
    },
  });
  return {
    kind: 'sync',
    input: syncInput,
    state: syncState,
    start: startOfSync,
    steps: () => [
      step('begin', begin(site, desk)),
      step('read', read(site, desk)),
      step('finish', finish(site, desk)),
      step(
        'photos',
        async (state, { job, signal }) => ({ is: 'done', state: await desk.look(state, job.id, signal) }),
        {
          at: () => ({ tab: 'none' }),
          budget: 180_000,
        },
      ),
      step('keep', async (state, { job }) => ({ is: 'done', state: await desk.keep(state, job.id) }), {
        at: () => ({ tab: 'none' }),
      }),
    ],
    // What a seller asked for comes before what they see of it.
    priority: ({ by }) => (by === 'seller' ? 1 : 3),
    lane: () => 'work',
    ceiling: () => null,
  };
}

const begin =
  (site: SyncSite, desk: SyncDesk): Run =>
  async (state, context) => {
    const who = await signedIn(site, context);
    if (!who.ok) return who.blocked;
    await desk.forget(context.job.id);
    const begun = { ...state, memberId: who.memberId, startedAt: context.now(), pass: 1, requests: 1 };
    return { is: 'done', state: begun, member: who.memberId };
  };

/** One page a step, with a person's time to look at it in between (site.md §10). */
const read =
  (site: SyncSite, desk: SyncDesk): Run =>
  async (state, { tabId, job }) => {
    if (state.memberId === null) return { is: 'go-to', step: 'begin', state, why: 'Nobody is known yet.' };
    const known = await desk.reads(job.id, state.pass);
    const ask = nextAsk(known);
    if (!ask) return { is: 'done', state };
    const { items, page, pages, total } = await site.wardrobe(tabId, state.memberId, ask.which, ask.page);
    if (page !== ask.page)
      return { is: 'retry', after: await desk.pause(), why: 'Another page than the one asked for.' };
    const row: WardrobeRead = {
      jobId: job.id,
      pass: state.pass,
      at: known.length,
      ...ask,
      pages,
      total,
      entries: items,
    };
    await desk.keepRead(row);
    return { is: 'done', next: 'read', after: await desk.pause(), state: { ...state, requests: state.requests + 1 } };
  };

/** Still the same member: what another one is shown of this wardrobe lacks drafts and hidden ones. */
const finish =
  (site: SyncSite, desk: SyncDesk): Run =>
  async (state, context) => {
    const who = await signedIn(site, context);
    if (!who.ok) return who.blocked;
    const counted = { ...state, requests: state.requests + 1 };
    const moved = !isSteady(await desk.reads(context.job.id, state.pass));
    if (!moved || state.pass >= MOST_PASSES) return { is: 'done', state: counted };
    const again = { ...counted, pass: state.pass + 1 };
    return { is: 'done', next: 'read', after: await desk.pause(), state: again };
  };
