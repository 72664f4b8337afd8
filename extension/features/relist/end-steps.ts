import type {
  Commit,
  CommitOutcome,
  Outcome,
  Place,
  Repeatable,
  SettleOutcome,
  StepContext,
} from '../../engine/flow.ts';
import { findOurs } from '../../selling/find-ours.ts';
import { orWall } from '../../selling/or-wall.ts';
import { readWhole } from '../../selling/read-whole.ts';
import type { RelistSite } from '../../selling/relist-site.ts';
import { signedIn } from '../../selling/signed-in.ts';
import { anywhere } from './copy-steps.ts';
import { giveBack, oldExpected } from './hide-steps.ts';
import type { RelistDesk } from './relist-desk.ts';
import type { RelistState } from './relist-state.ts';
import { afterCreate, afterDelete, afterDropNew, type Next, type Sight } from './saga.ts';
import { lookAt, sightAlone, type Seen } from './sight.ts';

const SOON = 2_000;
const REVIEW_LOOK = 10 * 60_000;

type Judged = { next: Next; old: Sight; copy: Sight; state: RelistState };
type Blocked = Extract<Outcome<never>, { is: 'blocked' }>;

/** Reads the whole list and both listings, and says which of them goes. Used before every step that takes one down. */
async function judge(
  site: RelistSite,
  desk: RelistDesk,
  state: RelistState,
  context: StepContext,
): Promise<Judged | Blocked | { is: 'unknown'; late: boolean; ids: string[] }> {
  const who = await signedIn(site, context);
  if (!who.ok) return who.blocked;
  const { tabId, job, now } = context;
  const whole = await readWhole(site, tabId, who.memberId);
  const late = now() - (job.committedAt ?? 0) >= (await desk.settleWindow());
  const itemId = state.itemId ?? idAmong(state, whole);
  if (typeof itemId !== 'string') return { is: 'unknown', late, ids: itemId };
  const known = { ...state, itemId };
  const wanted = known.form && { form: known.form, photos: known.form.photos.length };
  const copy = await lookAt(site, tabId, itemId, whole.items, wanted);
  const proved = await prove(site, desk, known, copy);
  const old: Seen =
    state.input.oldId === null
      ? { sight: 'hidden', listing: null }
      : await lookAt(site, tabId, state.input.oldId, whole.items, oldExpected(state));
  const copySight = proved ? copy.sight : 'changed';
  const oldLeft = known.deleting && old.sight === 'gone' ? 'hidden' : old.sight;
  const next = afterCreate(oldLeft, copySight, late);
  return { next, old: old.sight, copy: copySight, state: { ...known, ...(proved ? { proved } : {}) } };
}

function idAmong(state: RelistState, whole: { items: Parameters<typeof findOurs>[0]['items']; total: number }) {
  const baseline = state.baseline ?? { ids: [], total: 0, at: 0 };
  const found = findOurs(whole, { title: state.form?.title ?? null, how: 'publish', baseline, knownId: null });
  return found.is === 'found' ? found.item.id : found.is === 'unsure' ? found.ids : [];
}

/** Photo by photo the one that was kept; asked once, then known by their addresses. Null = at least one is another. */
async function prove(site: RelistSite, desk: RelistDesk, state: RelistState, copy: Seen): Promise<string[] | null> {
  const served = copy.listing?.photos.map(({ url }) => url) ?? [];
  if (!copy.listing || !state.form) return [];
  if (state.proved?.length && state.proved.join('\n') === served.join('\n')) return served;
  for (const [index, url] of served.entries()) {
    const kept = state.form.photos[index];
    if (!kept || !(await desk.isSamePhoto(kept.id, await site.photoBytes(url)))) return null;
  }
  return served;
}

/** The copy is online, whole and equal; the old one is where it was left. Waits out lag and review. */
export function confirmStep(site: RelistSite, desk: RelistDesk): Repeatable<RelistState> {
  return {
    name: 'confirm',
    effect: 'look',
    at: anywhere,
    tries: 2_000,
    budget: 240_000,
    // A review takes hours; which of the two listings is the copy is known by then.
    yields: ({ underReview, itemId }) => underReview && itemId !== null,
    run: (state, context) => orWall(() => confirm(site, desk, state, context)),
  };
}

async function confirm(
  site: RelistSite,
  desk: RelistDesk,
  state: RelistState,
  context: StepContext,
): Promise<Outcome<RelistState>> {
  const judged = await judge(site, desk, state, context);
  if ('is' in judged) {
    if (judged.is === 'blocked') return judged;
    if (!judged.late) return { is: 'retry', after: SOON, why: 'Not visible yet.', state };
    const message = `New on Vinted since: ${judged.ids.join(', ') || 'nothing that is shown'}. Is it this listing?`;
    return { is: 'needs-user', failure: { code: 'unsettled', message }, state };
  }
  return afterLook(judged);
}

function afterLook({ next, old, copy, state }: Judged): Outcome<RelistState> {
  const both = `${state.input.oldId ?? ''} is ${old}, ${state.itemId ?? ''} is ${copy}.`;
  switch (next) {
    case 'delete-old':
      return { is: 'done', state, next: state.input.oldId === null ? 'finish' : 'delete-old' };
    case 'drop-new':
      return { is: 'done', state, next: 'drop-new' };
    case 'wait':
      return { is: 'retry', after: SOON, why: 'Not visible yet.', state };
    case 'await-review':
      return { is: 'retry', after: REVIEW_LOOK, why: 'Vinted looks at it.', state: { ...state, underReview: true } };
    case 'give-back':
      return giveBack(state, 'review', { code: 'copy-gone', message: `The copy is not shown. ${both}` });
    case 'review':
      return { is: 'needs-user', failure: { code: reviewCode(old, copy), message: both }, state };
  }
}

function reviewCode(old: Sight, copy: Sight): string {
  if (old === 'sold' && copy === 'sold') return 'both-sold';
  if (copy === 'changed' || copy === 'hidden') return 'copy-differs';
  return `old-${old}`;
}

const itemPage =
  (which: 'oldId' | 'itemId') =>
  ({ input, itemId }: RelistState): Place => {
    const id = which === 'oldId' ? input.oldId : itemId;
    return { tab: 'work', market: input.market, path: `/items/${id ?? ''}` };
  };

/** Takes the old one down, only if in this very step the copy is seen live and equal and the old one is free (C29). */
export function deleteOldStep(site: RelistSite, desk: RelistDesk): Commit<RelistState> {
  return {
    name: 'delete-old',
    effect: 'commit',
    counts: 'write',
    redo: 'confirm',
    at: itemPage('oldId'),
    settleAt: anywhere,
    budget: 240_000,
    tries: 4,
    run: (state, context) =>
      orWall(async () => {
        const judged = await judge(site, desk, state, context);
        if ('is' in judged) {
          return judged.is === 'blocked'
            ? judged
            : { is: 'go-to', step: 'confirm', state, why: 'The copy is not to be seen.' };
        }
        if (judged.next !== 'delete-old') return { is: 'go-to', step: 'confirm', state, why: `Now: ${judged.next}` };
        if (judged.old === 'gone') return { is: 'done', state, next: 'finish' };
        return remove(site, { ...judged.state, deleting: true }, context, state.input.oldId ?? '');
      }),
    settle: (state, context) =>
      orWall(async () => {
        const seen = await sightOf(site, state.input.oldId ?? '', context);
        if (typeof seen !== 'string') return seen;
        const next = afterDelete(seen);
        if (next === 'done') return { is: 'done', state, next: 'finish' };
        if (next === 'drop-new') return { is: 'done', state, next: 'drop-new' };
        return stillThere(desk, context);
      }),
  };
}

async function remove(
  site: RelistSite,
  state: RelistState,
  { tabId, leaseToken }: StepContext,
  id: string,
): Promise<CommitOutcome<RelistState>> {
  const { is, why } = await site.act(tabId, leaseToken, id, 'delete');
  if (is === 'refused') return { is: 'retry', after: 20_000, why: why || 'Vinted did not delete it.', state };
  // What it came to is read from the site, also after a clear answer.
  return { is: 'unclear', why, state };
}

/** A deletion may take a moment to show: told again only when it must have shown by now. */
async function stillThere(desk: RelistDesk, { job, now }: StepContext): Promise<SettleOutcome<RelistState>> {
  const late = now() - (job.committedAt ?? 0) >= (await desk.settleWindow());
  return late ? { is: 'not-done' } : { is: 'retry', after: SOON, why: 'It is still shown.' };
}

async function sightOf(site: RelistSite, id: string, context: StepContext): Promise<Sight | Blocked> {
  const who = await signedIn(site, context);
  if (!who.ok) return who.blocked;
  const { items } = await readWhole(site, context.tabId, who.memberId);
  return (await lookAt(site, context.tabId, id, items, null)).sight;
}

/** The old one sold first: its copy must not be sold as well (C25). */
export function dropNewStep(site: RelistSite, desk: RelistDesk): Commit<RelistState> {
  return {
    name: 'drop-new',
    effect: 'commit',
    counts: 'write',
    redo: 'drop-new',
    at: itemPage('itemId'),
    settleAt: anywhere,
    tries: 6,
    run: (state, context) =>
      orWall(async () => {
        const who = await signedIn(site, context);
        if (!who.ok) return who.blocked;
        const sight = sightAlone(await site.readListing(context.tabId, state.itemId ?? ''), null);
        if (sight === 'sold') return bothSold(state);
        return remove(site, state, context, state.itemId ?? '');
      }),
    settle: (state, context) =>
      orWall(async (): Promise<SettleOutcome<RelistState>> => {
        const seen = await sightOf(site, state.itemId ?? '', context);
        if (typeof seen !== 'string') return seen;
        const next = afterDropNew(seen);
        if (next === 'review') return bothSold(state);
        if (next === 'again') return stillThere(desk, context);
        return { is: 'done', next: 'finish', state: { ...state, itemId: null, end: 'sold-old' } };
      }),
  };
}

const bothSold = (state: RelistState): Outcome<RelistState> => ({
  is: 'needs-user',
  failure: { code: 'both-sold', message: `Both are sold: ${state.input.oldId ?? ''} and ${state.itemId ?? ''}.` },
  state,
});

/** A last look at what is left online; then the thing's history and its backup learn what became of it. */
export function finishStep(site: RelistSite, desk: RelistDesk): Repeatable<RelistState> {
  return {
    name: 'finish',
    effect: 'prepare',
    at: anywhere,
    run: (state, context) =>
      orWall(async () => {
        if (state.end === 'sold-old') {
          await desk.sold(state);
          return { is: 'done', state };
        }
        const seen = await sightOf(site, state.itemId ?? '', context);
        if (typeof seen !== 'string') return seen;
        if (seen === 'gone') return { is: 'needs-user', failure: copyLost(state), state };
        await desk.made(state, 'publish', state.itemId);
        return { is: 'done', state: { ...state, end: state.input.oldId === null ? 'restored' : 'replaced' } };
      }),
  };
}

const copyLost = ({ itemId }: RelistState) => ({
  code: 'copy-lost',
  message: `The copy ${itemId ?? ''} is not on Vinted any more. All of it is kept here.`,
});
