import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { Ledger, Wardrobe } from '../../db/database.ts';
import { jobStore } from '../../engine/store.ts';
import type { SealedFlow } from '../../engine/flow.ts';
import type { Listing } from '../../../shared/listing.ts';
import { listingInTests } from '../../../shared/listing-in-tests.ts';
import { listingHandlers } from './listing-handlers.ts';

const NOW = 10 * 24 * 60 * 60 * 1000;
const key = (id: number): string => `www.vinted.fr:${id}`;
const eur = (amount: number) => ({ amount, currency: 'EUR' }) as const;
const online = (id: number, change: Partial<Listing> = {}): Listing =>
  listingInTests(id, { minimum: eur(900), ...change });

const flow = (kind: string): SealedFlow => ({
  kind,
  begin: (input) => ({ state: { input }, step: 'first', priority: 1, lane: 'work', ceiling: null }),
  open: () => ({ ok: false, why: 'Nothing runs here.' }),
});

let names = 0;
async function seller(...listings: Listing[]) {
  const name = (names += 1);
  const ledger = new Ledger(`ledger-wishes-${name}`);
  const wardrobe = new Wardrobe(`wardrobe-wishes-${name}`);
  await wardrobe.listings.bulkAdd(listings);
  const now = (): number => NOW;
  let ids = 0;
  const common = { ledger, wardrobe, store: jobStore(ledger, now), now, newId: () => `job-${(ids += 1)}` };
  const handlers = listingHandlers({
    ledger,
    engine: { tick: async () => {} },
    relists: { ...common, flow: flow('relist') },
    acts: { ...common, flow: flow('listing-act') },
    prices: { ...common, flow: flow('price') },
    now,
  });
  const nobody = {} as never;
  return {
    ledger,
    wardrobe,
    relist: (...ids: number[]) => handlers['listing.relist']({ listingKeys: ids.map(key), mode: 'safe' }, nobody),
    act: (act: 'hide' | 'unhide' | 'delete', ...ids: number[]) =>
      handlers['listing.act']({ listingKeys: ids.map(key), act }, nobody),
    price: (amount: number, ...ids: number[]) =>
      handlers['listing.price']({ prices: ids.map((id) => ({ listingKey: key(id), amount })) }, nobody),
    restore: (...backupIds: string[]) => handlers['backup.restore']({ backupIds, mode: 'safe' }, nobody),
    forget: (backupId: string) => handlers['backup.forget']({ backupId }, nobody),
  };
}

const codes = (answers: readonly { refused: { code: string } | null }[]) => answers.map(({ refused }) => refused?.code);

describe('wishes about listings', () => {
  it('queues what can go, in the order asked, and says of each other why not', async () => {
    const { relist, ledger } = await seller(
      online(1),
      online(2, { status: 'sold' }),
      online(3),
      online(4, { status: 'hidden' }),
    );
    const answers = await relist(3, 2, 9, 1, 4);
    expect(codes(answers)).toEqual([undefined, 'listing-sold', 'listing-gone', undefined, 'listing-hidden']);
    const jobs = (await ledger.jobs.toArray()).toSorted((a, b) => a.notBefore - b.notBefore);
    expect(jobs.map(({ listingKey }) => listingKey)).toEqual([key(3), key(1)]);
    expect(jobs).toMatchObject([{ kind: 'relist', memberId: '7' }, {}]);
    expect(answers[0]).toEqual({ key: key(3), jobId: jobs[0]?.id, refused: null });
  });

  it('takes one job a listing, whatever it is', async () => {
    const { relist, act, price, ledger } = await seller(online(1));
    await relist(1);
    expect(codes(await relist(1))).toEqual(['already-queued']);
    expect(codes(await act('delete', 1))).toEqual(['already-queued']);
    expect(codes(await price(1_000, 1))).toEqual(['already-queued']);
    expect(await ledger.jobs.count()).toBe(1);
  });

  it('lets a thing rest for seven days between two relists', async () => {
    const { relist, wardrobe } = await seller(online(1));
    const about = { account: 'www.vinted.fr:7', vintedIds: ['1'], priceChangedAt: null, createdAt: 0 };
    await wardrobe.lineages.add({ id: 'thing-1', ...about, relistedAt: NOW - 6 * 24 * 60 * 60 * 1000 });
    expect(codes(await relist(1))).toEqual(['too-soon']);
    await wardrobe.lineages.update('thing-1', { relistedAt: NOW - 7 * 24 * 60 * 60 * 1000 });
    expect(codes(await relist(1))).toEqual([undefined]);
  });

  it('hides what is shown, shows what is hidden, deletes either', async () => {
    const { act } = await seller(
      online(1),
      online(2, { status: 'hidden' }),
      online(3, { status: 'reserved' }),
      online(4),
    );
    expect(codes(await act('unhide', 1, 2))).toEqual(['listing-active', undefined]);
    expect(codes(await act('hide', 1, 3))).toEqual([undefined, 'listing-reserved']);
    expect(codes(await act('delete', 3, 4))).toEqual(['listing-reserved', undefined]);
  });

  it('takes no price below the minimum, nor one that changes nothing', async () => {
    const { price, ledger } = await seller(online(1), online(2, { price: null }), online(3, { price: eur(800) }));
    expect(codes(await price(1_200, 1))).toEqual(['price-same']);
    expect(codes(await price(899, 1, 2))).toEqual(['below-minimum', 'price-unknown']);
    expect(codes(await price(1, 1))).toEqual(['price-not-taken']);
    // It costs less than the minimum already: it may rise, never fall.
    expect(codes(await price(799, 3))).toEqual(['below-minimum']);
    expect(codes(await price(900, 1, 3))).toEqual([undefined, undefined]);
    expect((await ledger.jobs.toArray()).map(({ input }) => input)).toMatchObject([
      { from: eur(1_200), to: eur(900), vintedId: '1', title: 'Blue dress' },
      { from: eur(800), to: eur(900) },
    ]);
  });

  it('restores what is not online, and forgets what the seller does not want back', async () => {
    const { restore, forget, ledger } = await seller(online(1), online(2, { status: 'gone' }));
    const kept = {
      account: 'www.vinted.fr:7',
      lineageId: 't',
      photos: [],
      why: 'relist',
      jobId: null,
      madeAt: 0,
    } as const;
    const backup = { ...kept, photos: [] as never[], form: {} as never, state: 'kept' as const, replacedBy: null };
    await ledger.backups.bulkAdd([
      { ...backup, id: 'online', listingKey: key(1), vintedId: '1' },
      { ...backup, id: 'lost', listingKey: key(2), vintedId: '2' },
    ]);
    expect(codes(await restore('online', 'lost', 'none'))).toEqual(['still-online', undefined, 'backup-gone']);
    await forget('lost');
    expect(await ledger.backups.get('lost')).toMatchObject({ state: 'forgotten' });
  });
});
