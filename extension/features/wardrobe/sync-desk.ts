import type { Ledger, Wardrobe, WardrobeRead } from '../../db/database.ts';
import type { Listing } from '../../../shared/listing.ts';
import { diffWardrobe, type WardrobeNow } from './diff-wardrobe.ts';
import { mayBeRelistOf } from './find-lineage.ts';
import { seenIn, sureGone } from './read-plan.ts';
import type { SyncState } from './sync-state.ts';

/** Our own side of a sync. All calls may be repeated. */
export interface SyncDesk {
  reads(jobId: string, pass: number): Promise<WardrobeRead[]>;
  keepRead(row: WardrobeRead): Promise<void>;
  forget(jobId: string): Promise<void>;
  /** Looks at the main photo of newcomers, so that a relist by hand is known again. */
  look(state: SyncState, jobId: string, signal: AbortSignal): Promise<SyncState>;
  /** Writes what changed, in one transaction. */
  keep(state: SyncState, jobId: string): Promise<SyncState>;
  stopped(state: SyncState, code: string, message: string): Promise<void>;
  /** Before the next page, ms. */
  pause(): Promise<number>;
}

export interface SyncDeskDeps {
  wardrobe: Wardrobe;
  ledger: Ledger;
  /** dHash of the picture at an address of the photo host; null = not to be had. */
  fingerprint(url: string): Promise<string | null>;
  pause(): Promise<number>;
  now(): number;
  newId(): string;
}

/** Photos of newcomers looked at in one sync: with a page of list each 96 listings, 2,000 stay within 120 requests. */
const MOST_PHOTOS = 40;

export function syncDesk(deps: SyncDeskDeps): SyncDesk {
  const { wardrobe, now } = deps;
  /** Those of the photos step; lost with the worker, then a newcomer simply has none yet. */
  const prints = new Map<string, Map<string, string>>();
  const rows = (jobId: string): Promise<WardrobeRead[]> => wardrobe.reads.where('jobId').equals(jobId).sortBy('at');
  return {
    pause: deps.pause,
    reads: async (jobId, pass) => (await rows(jobId)).filter((row) => row.pass === pass),
    keepRead: async (row) => void (await wardrobe.reads.put(row)),
    forget: async (jobId) => void (await wardrobe.reads.where('jobId').equals(jobId).delete()),

    async look(state, jobId, signal) {
      const known = await wardrobe.listings.where('account').equals(accountOf(state)).toArray();
      const wanted = photosToSee(state, await rows(jobId), known);
      const seen = new Map<string, string>();
      for (const { key, url } of wanted) {
        if (signal.aborted) break;
        const print = await deps.fingerprint(url);
        if (print !== null) seen.set(key, print);
      }
      prints.set(jobId, seen);
      return { ...state, requests: state.requests + wanted.length };
    },

    async keep(state, jobId) {
      const ours = await changedByUs(deps.ledger, await wardrobe.syncs.get(accountOf(state)));
      const zone = (await deps.ledger.paces.get(accountOf(state)))?.zone;
      const { listings, lineages, events, days, syncs, reads } = wardrobe;
      await wardrobe.transaction('rw', [listings, lineages, events, days, syncs, reads], async () => {
        const read = await rows(jobId);
        // Kept already, by a worker that died before it could say so.
        if (read.length === 0) return;
        const last = read.filter(({ pass }) => pass === state.pass);
        const at = await nowOf(deps, state, { read, last, ours, prints: prints.get(jobId) ?? new Map(), zone });
        const change = diffWardrobe(at);
        await listings.bulkPut(change.listings);
        await lineages.bulkPut(change.lineages);
        await events.bulkAdd(change.events);
        await days.bulkPut(change.days);
        await reads.where('jobId').equals(jobId).delete();
        await syncs.put({ ...runOf(state, now()), total: last[0]?.total ?? 0, failure: null });
      });
      prints.delete(jobId);
      return state;
    },

    async stopped(state, code, message) {
      if (state.memberId === null) return;
      const before = await wardrobe.syncs.get(accountOf(state));
      await wardrobe.syncs.put({ ...runOf(state, now()), total: before?.total ?? 0, failure: { code, message } });
    },
  };
}

const accountOf = ({ input, memberId }: SyncState): string => `${input.market}:${memberId ?? ''}`;
const runOf = (state: SyncState, endedAt: number) => ({
  account: accountOf(state),
  startedAt: state.startedAt,
  endedAt,
  requests: state.requests,
});

/** First what could be a relist by hand and what it could be one of, then other newcomers, the newest first. */
function photosToSee({ input }: SyncState, read: readonly WardrobeRead[], known: readonly Listing[]) {
  const keys = new Set(known.map(({ key }) => key));
  const entries = [...seenIn(read).values()].map((entry) => ({ ...entry, key: `${input.market}:${entry.id}` }));
  const isHere = new Set(entries.map(({ key }) => key));
  const past = known.map((one) => (isHere.has(one.key) ? one : { ...one, status: 'gone' as const }));
  const newcomers = entries
    .filter(({ key }) => !keys.has(key))
    .toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  const suspects = newcomers.filter((one) => past.some((old) => mayBeRelistOf(one, old)));
  const originals = past.filter((old) => old.fingerprint === null && suspects.some((one) => mayBeRelistOf(one, old)));
  const wanted = [
    ...suspects.map(({ key, photos }) => ({ key, url: photos[0] })),
    ...originals.map(({ key, thumbnail }) => ({ key, url: thumbnail ?? undefined })),
    ...newcomers.map(({ key, photos }) => ({ key, url: photos[0] })),
  ];
  const once = new Map(wanted.flatMap(({ key, url }) => (url === undefined ? [] : [[key, url] as const])));
  return [...once].slice(0, MOST_PHOTOS).map(([key, url]) => ({ key, url }));
}

/** Keys of listings that a job of ours was about since the last look. */
async function changedByUs(ledger: Ledger, last: { startedAt: number } | undefined): Promise<Set<string>> {
  const jobs = await ledger.jobs.where('listingKey').notEqual('').toArray();
  const since = last?.startedAt ?? 0;
  const recent = jobs.filter(({ doneAt, status }) => status === 'done' && (doneAt ?? 0) >= since);
  return new Set(recent.flatMap(({ listingKey }) => listingKey ?? []));
}

type Looked = {
  read: WardrobeRead[];
  last: WardrobeRead[];
  ours: Set<string>;
  prints: Map<string, string>;
  zone: string | undefined;
};

async function nowOf({ wardrobe, now, newId }: SyncDeskDeps, state: SyncState, looked: Looked): Promise<WardrobeNow> {
  const account = accountOf(state);
  const known = await wardrobe.listings.where('account').equals(account).toArray();
  const today = dayIn(now(), looked.zone);
  const days = await wardrobe.days.where('day').equals(today).primaryKeys();
  return {
    account,
    market: state.input.market,
    memberId: state.memberId ?? '',
    entries: [...seenIn(looked.read).values()],
    gone: sureGone(looked.last),
    known: withPrints(known, looked.prints),
    lineages: await wardrobe.lineages.where('account').equals(account).toArray(),
    days: new Set(days),
    ours: looked.ours,
    prints: looked.prints,
    today,
    now: now(),
    newId,
  };
}

/** An old one whose photo was looked at just now, to compare a newcomer with it. */
const withPrints = (known: Listing[], prints: ReadonlyMap<string, string>): Listing[] =>
  known.map((one) =>
    one.fingerprint === null && prints.has(one.key) ? { ...one, fingerprint: prints.get(one.key) ?? null } : one,
  );

/** The calendar day in a zone; in that of this machine where the seller named none. */
const dayIn = (at: number, zone: string | undefined): string =>
  new Intl.DateTimeFormat('en-CA', {
    ...(zone === undefined ? {} : { timeZone: zone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
