import { statusOf } from '../../../shared/listing-status.ts';
import type { Lineage, Listing, ListingDay, ListingEvent, ListingStatus } from '../../../shared/listing.ts';
import type { WardrobeEntry } from '../../../shared/wardrobe.ts';
import { findLineage } from './find-lineage.ts';

export type WardrobeNow = {
  account: string;
  market: string;
  memberId: string;
  entries: readonly WardrobeEntry[];
  /** States in which a listing that is not among the entries is gone. */
  gone: ReadonlySet<ListingStatus>;
  known: readonly Listing[];
  lineages: readonly Lineage[];
  /** Ids of today's rows that are there already. */
  days: ReadonlySet<string>;
  /** Keys of listings that jobs of ours changed since the last look. */
  ours: ReadonlySet<string>;
  /** dHash of main photos seen just now, by key. */
  prints: ReadonlyMap<string, string>;
  today: string;
  now: number;
  newId(): string;
};

export type WardrobeChange = { listings: Listing[]; lineages: Lineage[]; events: ListingEvent[]; days: ListingDay[] };

/** What is different from what was known; nothing where nothing changed. The seller's own notes are never touched. */
export function diffWardrobe(at: WardrobeNow): WardrobeChange {
  const known = new Map(at.known.map((listing) => [listing.key, listing]));
  const seen = new Set(at.entries.map((entry) => keyOf(at, entry)));
  const lost = at.known.filter((one) => !seen.has(one.key) && at.gone.has(one.status)).map((one) => leave(at, one));
  const change: WardrobeChange = {
    listings: [...lost],
    lineages: [],
    events: lost.map((one) => left(at, one)),
    days: [],
  };
  const lineages = new Map(at.lineages.map((one) => [one.id, one]));
  const put = (lineage: Lineage): void => void lineages.set(lineage.id, lineage);
  const past = at.known.map((one) => lost.find(({ key }) => key === one.key) ?? one);
  for (const entry of at.entries) {
    const before = known.get(keyOf(at, entry));
    if (!before) arrive(at, change, { past, lineages, put }, entry);
    else compare(at, change, { lineages, put }, before, entry);
  }
  change.lineages = [...lineages.values()].filter((one) => at.lineages.every((old) => old !== one));
  change.days = at.entries.flatMap((entry) => dayOf(at, entry) ?? []);
  return change;
}

const keyOf = ({ market }: WardrobeNow, { id }: WardrobeEntry): string => `${market}:${id}`;

type Threads = { lineages: ReadonlyMap<string, Lineage>; put(lineage: Lineage): void };

/** What the site tells of it; the rest of a row is ours. */
function told({ prints }: WardrobeNow, key: string, entry: WardrobeEntry, before?: Listing) {
  const [thumbnail = null] = entry.photos;
  // The same photo is handed out under a signature that changes.
  const isSame = plain(before?.thumbnail ?? null) === plain(thumbnail);
  return {
    title: entry.title,
    price: entry.price,
    status: statusOf(entry),
    favourites: entry.favourites,
    views: entry.views,
    brand: entry.brand,
    size: entry.size,
    photoCount: entry.photos.length,
    thumbnail: isSame ? (before?.thumbnail ?? null) : thumbnail,
    fingerprint: prints.get(key) ?? (isSame ? (before?.fingerprint ?? null) : null),
    listedAt: entry.createdAt,
  };
}

const plain = (url: string | null): string | null => url?.replace(/\?.*$/, '') ?? null;

function arrive(at: WardrobeNow, change: WardrobeChange, threads: Threads & { past: Listing[] }, entry: WardrobeEntry) {
  const key = keyOf(at, entry);
  const facts = told(at, key, entry);
  const { past, lineages, put } = threads;
  const found = findLineage({ id: entry.id, ...facts }, past, [...lineages.values()]);
  const lineageId = found?.lineage.id ?? at.newId();
  put(
    found
      ? {
          ...found.lineage,
          vintedIds: [...new Set([...found.lineage.vintedIds, entry.id])],
          ...relistedBy(at, found, facts.listedAt),
        }
      : {
          id: lineageId,
          account: at.account,
          vintedIds: [entry.id],
          relistedAt: null,
          priceChangedAt: null,
          createdAt: at.now,
        },
  );
  const { tags = [], excluded = false, cost = null, minimum = null } = found?.previous ?? {};
  const catalogId = found?.previous?.catalogId ?? null;
  change.listings.push({
    key,
    account: at.account,
    market: at.market,
    memberId: at.memberId,
    vintedId: entry.id,
    lineageId,
    ...facts,
    catalogId,
    firstSeenAt: at.now,
    changedAt: at.now,
    tags,
    excluded,
    cost,
    minimum,
  });
  // The first look is where the history begins: nothing appeared then.
  if (at.known.length > 0) change.events.push(eventOf(at, { key, lineageId }, 'appeared', null, facts.status));
}

/** A relist made by hand counts for the rest of its lineage like one of ours. */
const relistedBy = (at: WardrobeNow, { byHand }: { byHand: boolean }, listedAt: number | null): Partial<Lineage> =>
  byHand ? { relistedAt: listedAt ?? at.now } : {};

function compare(
  at: WardrobeNow,
  change: WardrobeChange,
  { lineages, put }: Threads,
  before: Listing,
  entry: WardrobeEntry,
) {
  const facts = told(at, before.key, entry, before);
  const fields = Object.keys(facts) as (keyof typeof facts)[];
  if (fields.every((field) => JSON.stringify(facts[field]) === JSON.stringify(before[field]))) return;
  change.listings.push({ ...before, ...facts, changedAt: at.now });
  const note = (kind: ListingEvent['kind'], was: string | number | null, is: string | number | null): void => {
    if (was !== is) change.events.push(eventOf(at, before, kind, was, is));
  };
  note('title', before.title, facts.title);
  note('price', before.price?.amount ?? null, facts.price?.amount ?? null);
  note('favourites', before.favourites, facts.favourites);
  note('views', before.views, facts.views);
  note(before.status === 'gone' ? 'back' : 'status', before.status, facts.status);
  const lineage = lineages.get(before.lineageId);
  if (lineage && before.price?.amount !== facts.price?.amount) put({ ...lineage, priceChangedAt: at.now });
}

const leave = (at: WardrobeNow, before: Listing): Listing => ({ ...before, status: 'gone', changedAt: at.now });
const left = (at: WardrobeNow, gone: Listing): ListingEvent => {
  const was = at.known.find(({ key }) => key === gone.key)?.status ?? null;
  return eventOf(at, gone, 'gone', was, 'gone');
};

const eventOf = (
  { account, now, ours }: WardrobeNow,
  { key, lineageId }: Pick<Listing, 'key' | 'lineageId'>,
  kind: ListingEvent['kind'],
  before: string | number | null,
  after: string | number | null,
): ListingEvent => ({ account, key, lineageId, at: now, kind, before, after, by: ours.has(key) ? 'us' : 'site' });

/** Figures as first seen that day, of what buyers can still look at or will again. */
function dayOf(at: WardrobeNow, entry: WardrobeEntry): ListingDay | null {
  const key = keyOf(at, entry);
  const id = `${key}:${at.today}`;
  if (at.days.has(id) || entry.isDraft || entry.isClosed) return null;
  const { favourites, views, price } = entry;
  return { id, account: at.account, key, day: at.today, favourites, views, price };
}
