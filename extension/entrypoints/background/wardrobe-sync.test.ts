import 'fake-indexeddb/auto';

import { expect, describe, it } from 'vitest';

import { Ledger, Wardrobe } from '../../db/database.ts';
import { sealFlow } from '../../engine/flow.ts';
import { jobStore } from '../../engine/store.ts';
import { seedWardrobe } from '../../sandbox/server/seed-wardrobe.ts';
import { siteForTests } from '../../sandbox/server/site-for-tests.ts';
import { changeByHand, seedItem, sellToBuyer } from '../../sandbox/state.ts';
import { WallMet } from '../../selling/sell-site.ts';
import type { Switches } from '../../sandbox/switches.ts';
import { parseWardrobe } from '../../vinted/read/parse-wardrobe.ts';
import { wallOf } from '../../vinted/read/wall-of.ts';
import { queueDueSyncs, queueSync } from '../../features/wardrobe/queue-sync.ts';
import { syncDesk } from '../../features/wardrobe/sync-desk.ts';
import { syncFlow, type SyncSite } from '../../features/wardrobe/sync-flow.ts';

let names = 0;

/** A seller's wardrobe on the pretend site, and our own side of it. Photos are told apart by their address. */
function world(change: Partial<Switches> = {}, count = 200) {
  const { site, clock, ask } = siteForTests(change);
  const items = seedWardrobe(site.state, count, clock.now);
  const [wardrobe, ledger] = [new Wardrobe(`w-${(names += 1)}`), new Ledger(`l-${names}`)];
  const pictures = new Map<string, string>();
  const pauses: number[] = [];
  const signedIn = { id: '101' };
  let ids = 0;
  const siteSeen: SyncSite = {
    probe: async () => ({
      page: 'home',
      url: '',
      member: { id: signedIn.id, login: 'me' },
      wall: null,
      language: 'fr',
    }),
    async wardrobe(_tab, memberId, which, page) {
      const query = `page=${page}&per_page=96&order=newest_first${which ? `&cond=${which}` : ''}`;
      const answer = await ask('GET', `/api/v2/wardrobe/${memberId}/items?${query}`);
      const wall = wallOf(answer.status, answer.text);
      if (wall) throw new WallMet(wall);
      return parseWardrobe(answer.json());
    },
  };
  const newId = (): string => `id-${(ids += 1)}`;
  const desk = syncDesk({
    wardrobe,
    ledger,
    now: () => clock.now,
    newId,
    pause: async () => (pauses.push(1), 0),
    fingerprint: async (url) => pictures.get(url.replace(/\?.*/, '')) ?? '0'.repeat(64),
  });
  const sealed = sealFlow(syncFlow(siteSeen, desk));
  const store = jobStore(ledger, () => clock.now);
  const queue = { ledger, wardrobe, store, flow: sealed, now: () => clock.now, newId };
  /** Runs the job's steps one after the other, as the engine does; the last outcome. */
  async function sync(): Promise<string> {
    const jobId = await queueSync(queue, { market: 'www.vinted.fr', memberId: '101' });
    for (let steps = 0; steps < 400; steps += 1) {
      const job = (await ledger.jobs.get(jobId))!;
      const opened = sealed.open(job);
      if (!opened.ok) throw new Error(opened.why);
      const context = { job, leaseToken: 't', tabId: 1, now: () => clock.now, signal: new AbortController().signal };
      const outcome = await opened.opened.run(context);
      const state = 'state' in outcome ? outcome.state : job.state;
      const next = outcome.is === 'done' ? (outcome.next ?? opened.opened.next) : null;
      const over = outcome.is === 'done' && next === null;
      await ledger.jobs.put({
        ...job,
        state,
        step: next ?? job.step,
        status: over ? 'done' : job.status,
        doneAt: over ? clock.now : null,
      });
      if (next === null) return outcome.is === 'blocked' ? outcome.wall.kind : outcome.is;
    }
    throw new Error('never ended');
  }
  const later = (ms = 20 * 60_000): void => void (clock.now += ms);
  const stored = async (id: number) => wardrobe.listings.get(`www.vinted.fr:${id}`);
  const events = async () =>
    (await wardrobe.events.toArray()).map(({ key, kind, before, after }) => [key.split(':')[1], kind, before, after]);
  return { site, clock, items, wardrobe, ledger, pictures, pauses, signedIn, queue, sync, later, stored, events };
}

const dump = async ({ listings, lineages, events, days }: Wardrobe) =>
  JSON.stringify(await Promise.all([listings, lineages, events, days].map((table) => table.toArray())));

describe('a sync', () => {
  it('keeps 2,000 listings of every state within 120 requests, and writes nothing when nothing changed', async () => {
    const { site, items, wardrobe, sync, later, pauses } = world({}, 2_000);
    expect(await sync()).toBe('done');
    const listings = await wardrobe.listings.toArray();
    expect(listings).toHaveLength(2_000);
    const counted = Object.entries(Object.groupBy(listings, ({ status }) => status)).map(([status, all]) => [
      status,
      all.length,
    ]);
    expect(Object.fromEntries(counted)).toMatchObject({
      draft: items.filter(({ isDraft }) => isDraft).length,
      sold: items.filter(({ isSold, isDraft }) => isSold && !isDraft).length,
    });
    expect(counted.map(([status]) => status).toSorted()).toEqual([
      'active',
      'closed',
      'draft',
      'hidden',
      'reserved',
      'sold',
      'under-review',
    ]);
    const [run] = await wardrobe.syncs.toArray();
    expect(run).toMatchObject({ account: 'www.vinted.fr:101', total: 2_000, failure: null });
    expect(run!.requests).toBeLessThanOrEqual(120);
    expect(pauses.length).toBeGreaterThanOrEqual(21);
    expect(await wardrobe.events.count()).toBe(0);
    const before = await dump(wardrobe);
    later();
    expect(await sync()).toBe('done');
    expect(await dump(wardrobe)).toBe(before);
    expect(await wardrobe.reads.count()).toBe(0);
    expect(site.state.writes).toEqual([]);
  }, 60_000);

  it('tells what was sold, changed by hand and taken away, and keeps what the seller noted', async () => {
    const { site, items, wardrobe, sync, later, stored, events } = world();
    await sync();
    const [sold, edited, deleted] = items.filter(
      ({ isDraft, isSold, isHidden, isReserved, isWithdrawn, isProcessing }) =>
        !(isDraft || isSold || isHidden || isReserved || isWithdrawn || isProcessing),
    );
    const note = { tags: ['box 3'], excluded: true, minimum: { amount: 500, currency: 'EUR' } } as const;
    await wardrobe.listings.update(`www.vinted.fr:${edited!.id}`, { ...note, tags: [...note.tags] });
    sellToBuyer(site.state, sold!.id);
    changeByHand(site.state, edited!.id, { favourites: 99, body: { price: 3 } });
    Object.assign(deleted!, { deletedAt: 1, seenFrom: 1 });
    later();
    await sync();
    expect(await stored(sold!.id)).toMatchObject({ status: 'sold' });
    expect(await stored(edited!.id)).toMatchObject({ ...note, price: { amount: 300 }, favourites: 99 });
    expect(await stored(deleted!.id)).toMatchObject({ status: 'gone' });
    const seen = await events();
    expect(seen).toHaveLength(4);
    expect(seen).toEqual(
      expect.arrayContaining([
        [String(sold!.id), 'status', 'active', 'sold'],
        [String(edited!.id), 'favourites', expect.any(Number), 99],
        [String(deleted!.id), 'gone', 'active', 'gone'],
      ]),
    );
  });

  it('says of nothing that it is gone while the order moves, however often it is read', async () => {
    const { site, wardrobe, sync, later } = world({}, 400);
    await sync();
    for (const moves of [1, 5, 1_000]) {
      site.switches.orderMoves = moves;
      later();
      expect(await sync()).toBe('done');
      expect(
        await wardrobe.listings
          .where('status')
          .equals('gone')
          .count()
          .catch(() => -1),
      ).toBeLessThanOrEqual(0);
      expect((await wardrobe.listings.toArray()).filter(({ status }) => status === 'gone')).toEqual([]);
    }
  });

  it.each<[string, Partial<Switches>]>([
    ['leaves out drafts and hidden ones', { leftOut: ['draft', 'hidden', 'old-sold'] }],
    ['ignores its filters', { filtersIgnored: true }],
    ['leaves out and ignores', { leftOut: ['draft', 'hidden'], filtersIgnored: true }],
  ])('loses nothing where the list %s later on', async (_what, switches) => {
    const { site, wardrobe, sync, later } = world({}, 300);
    await sync();
    Object.assign(site.switches, switches);
    later();
    expect(await sync()).toBe('done');
    expect((await wardrobe.listings.toArray()).filter(({ status }) => status === 'gone')).toEqual([]);
  });

  it('joins a relist made by hand to the thing it is of, by title and photo, and nothing else of the same title', async () => {
    const { site, clock, items, wardrobe, pictures, sync, later, stored } = world({}, 20);
    const old = items.at(-1)!;
    const addressOf = (photoId: number): string =>
      `https://images1.vinted.net/t/01_${photoId}/f800/${Math.floor(site.state.photos.find(({ id }) => id === photoId)!.at / 1_000)}.webp`;
    pictures.set(addressOf(old.body.assigned_photos[0]!.id), `${'a'.repeat(63)}0`);
    await sync();
    await wardrobe.listings.update(`www.vinted.fr:${old.id}`, { tags: ['box 3'] });
    Object.assign(old, { deletedAt: 1, seenFrom: 1 });
    const again = (print: string) => {
      const photo = { ...site.state.photos[0]!, id: site.state.nextId + 500, at: clock.now };
      site.state.nextId += 1_000;
      site.state.photos.push(photo);
      pictures.set(addressOf(photo.id), print);
      return seedItem(
        site.state,
        { body: { ...old.body, assigned_photos: [{ id: photo.id, orientation: 0 }] } },
        clock.now,
      );
    };
    const same = again(`${'a'.repeat(63)}1`);
    const other = again('5'.repeat(64));
    later();
    await sync();
    const before = await stored(old.id);
    expect(await stored(same.id)).toMatchObject({ lineageId: before!.lineageId, tags: ['box 3'] });
    expect((await stored(other.id))!.lineageId).not.toBe(before!.lineageId);
    expect(await wardrobe.lineages.get(before!.lineageId)).toMatchObject({
      vintedIds: [String(old.id), String(same.id)],
      relistedAt: expect.any(Number) as number,
    });
  });

  it('stops at a wall and at another member, and leaves everything as it was', async () => {
    const { site, wardrobe, signedIn, sync, later, ledger } = world();
    await sync();
    const before = await dump(wardrobe);
    later();
    site.switches.faults = [{ at: 'wardrobe', is: 'datadome', skip: 1 }];
    expect(await sync()).toBe('captcha');
    expect((await wardrobe.syncs.toArray())[0]).toMatchObject({ failure: { code: 'wall-captcha' } });
    await ledger.jobs.clear();
    signedIn.id = '102';
    expect(await sync()).toBe('wrong-member');
    expect(await dump(wardrobe)).toBe(before);
  });
});

describe('when a wardrobe is read', () => {
  it('by hand at most every 15 minutes, told how long to wait; by itself about daily', async () => {
    const { queue, ledger, later, sync } = world({}, 5);
    await ledger.accounts.put({
      key: 'www.vinted.fr:101',
      market: 'www.vinted.fr',
      memberId: '101',
      login: 'me',
      pause: null,
      lastSeenAt: 1,
    });
    await queueDueSyncs(queue);
    expect(await ledger.jobs.count()).toBe(0);
    await sync();
    later(60_000);
    const asked = queueSync(queue, { market: 'www.vinted.fr', memberId: null });
    await expect(asked).rejects.toMatchObject({ failure: { code: 'synced-lately', retryAfter: 14 * 60_000 } });
    await queueDueSyncs(queue);
    expect(await ledger.jobs.count()).toBe(1);
    later(20 * 60 * 60_000);
    await queueDueSyncs(queue);
    await queueDueSyncs(queue);
    expect(await ledger.jobs.count()).toBe(2);
    expect(await queueSync(queue, { market: 'www.vinted.fr', memberId: '101' })).toBe(
      (await ledger.jobs.where('status').equals('queued').first())?.id,
    );
  });
});
