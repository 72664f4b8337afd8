import type { Ledger, Wardrobe } from '../../db/database.ts';
import { newJob, type QueueDeps } from '../../engine/new-job.ts';
import { MessageError } from '../../messaging/failures.ts';
import type { SyncInput } from './sync-state.ts';

export interface QueueSyncDeps extends QueueDeps {
  ledger: Ledger;
  wardrobe: Wardrobe;
}

type Who = { market: string; memberId: string | null };

const MINUTE = 60_000;
/** By hand at most this often, by itself about daily (site.md §10). */
const BY_HAND = 15 * MINUTE;
const BY_ITSELF = 20 * 60 * MINUTE;

/** One look at a wardrobe; the job under way where there is one. Refused with how long to wait where the last was a moment ago. */
export async function queueSync(deps: QueueSyncDeps, who: Who): Promise<string> {
  const running = await underWay(deps, who);
  if (running) return running;
  const last = await lastLook(deps, who);
  const wait = last === null ? 0 : last + BY_HAND - deps.now();
  if (wait > 0) {
    const message = `The wardrobe was read a moment ago; again in ${Math.ceil(wait / MINUTE)} min.`;
    throw new MessageError({ code: 'synced-lately', message, retryAfter: wait });
  }
  return add(deps, who, 'seller');
}

/** Looks that are due, of whoever was signed in last on each market, where the seller once asked for one. */
export async function queueDueSyncs(deps: QueueSyncDeps): Promise<void> {
  const accounts = await deps.ledger.accounts.orderBy('market').toArray();
  const latest = new Map(accounts.toSorted((a, b) => a.lastSeenAt - b.lastSeenAt).map((one) => [one.market, one]));
  for (const { key, market, memberId, pause } of latest.values()) {
    const last = await deps.wardrobe.syncs.get(key);
    if (!last || pause !== null || last.endedAt + BY_ITSELF > deps.now()) continue;
    if (!(await underWay(deps, { market, memberId }))) await add(deps, { market, memberId }, 'clock');
  }
}

async function underWay({ ledger }: QueueSyncDeps, { market, memberId }: Who): Promise<string | undefined> {
  const open = await ledger.jobs
    .where('status')
    .anyOf(['queued', 'running', 'waiting', 'unsettled', 'needs-user'])
    .toArray();
  const same = open.find(
    (job) =>
      job.kind === 'sync' &&
      job.market === market &&
      (memberId === null || job.memberId === null || job.memberId === memberId),
  );
  return same?.id;
}

/** When that wardrobe was last looked at without being stopped; of any member of the market where none is named. */
async function lastLook({ wardrobe }: QueueSyncDeps, { market, memberId }: Who): Promise<number | null> {
  const runs = (await wardrobe.syncs.toArray()).filter(
    ({ account, failure }) =>
      failure === null && (memberId === null ? account.startsWith(`${market}:`) : account === `${market}:${memberId}`),
  );
  return runs.length > 0 ? Math.max(...runs.map(({ endedAt }) => endedAt)) : null;
}

async function add({ store, flow, now, newId }: QueueSyncDeps, { market, memberId }: Who, by: SyncInput['by']) {
  const id = newId();
  const about = { market, memberId, draftId: null, listingKey: null };
  await store.add([newJob(flow, { id, ...about, input: { market, by }, notBefore: now() }, now())]);
  return id;
}
