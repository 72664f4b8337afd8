import { dayOf } from '../features/wardrobe/figures.ts';
import { listingWith, someAccount } from '../features/wardrobe/listings-in-tests.ts';

const DAY = 86_400_000;
export const MANY_LISTINGS = 2_000;
const statuses = ['active', 'hidden', 'reserved', 'under-review', 'sold', 'draft', 'gone'] as const;

/** A wardrobe of every state; the first listing was relisted once and has a history. */
export function wardrobeRows(now: number) {
  const listings = Array.from({ length: MANY_LISTINGS }, (_, at) =>
    listingWith(at, {
      title: at === 1 ? 'A very long title of a dress that nobody would ever cut to the width of a card' : `Item ${at}`,
      status: at < 12 ? 'active' : statuses[at % statuses.length]!,
      listedAt: now - (at % 400) * DAY - at,
      brand: 'Sandro',
      size: 'M',
      views: 40,
      tags: at === 2 ? ['box 4'] : [],
      excluded: at === 3,
    }),
  );
  const [first] = listings;
  const event = { account: someAccount, key: first!.key, lineageId: first!.lineageId };
  const figures = { account: someAccount, key: first!.key, price: first!.price };
  return {
    listings,
    lineages: [
      {
        id: first!.lineageId,
        account: someAccount,
        vintedIds: ['900', first!.vintedId],
        relistedAt: now - DAY,
        priceChangedAt: null,
        createdAt: now - 30 * DAY,
      },
    ],
    events: [
      { ...event, at: now - 2 * DAY, kind: 'appeared', before: null, after: null, by: 'site' },
      { ...event, at: now - DAY, kind: 'price', before: 1_500, after: 1_000, by: 'us' },
    ],
    days: [1, 2].map((back) => ({
      ...figures,
      id: `${first!.key}:${dayOf(now, back)}`,
      day: dayOf(now, back),
      favourites: 0,
      views: 40 - back * 12,
    })),
    syncs: [
      {
        account: someAccount,
        startedAt: now - 300_000,
        endedAt: now - 240_000,
        total: 2_000,
        requests: 25,
        failure: null,
      },
    ],
  };
}

/** Runs in the dashboard: rows straight into its database. */
export async function seedWardrobe(rows: Record<string, unknown[]>): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wardrobe');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
  const transaction = db.transaction(Object.keys(rows), 'readwrite');
  for (const [table, all] of Object.entries(rows)) for (const row of all) transaction.objectStore(table).put(row);
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  db.close();
}

/** Runs in the dashboard: one row straight into one of its databases. */
export async function putRow(one: { database: string; table: string; row: unknown }): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(one.database);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
  const transaction = db.transaction(one.table, 'readwrite');
  transaction.objectStore(one.table).put(one.row);
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  db.close();
}
