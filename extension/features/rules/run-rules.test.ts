import 'fake-indexeddb/auto';

import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { Ledger, Wardrobe, Workshop } from '../../db/database.ts';
import { createEngine } from '../../engine/engine.ts';
import { sealFlow } from '../../engine/flow.ts';
import { localTime } from '../../engine/local-time.ts';
import { newJob } from '../../engine/new-job.ts';
import { paceBook } from '../../engine/paces.ts';
import { accountBook } from '../../engine/pause.ts';
import { jobStore } from '../../engine/store.ts';
import { tinyFlow } from '../../engine/tiny-flow.ts';
import { planWeek, type Planned, type PlannedKind } from '../../selling/planning/plan-week.ts';
import type { Job } from '../../../shared/job.ts';
import type { Listing } from '../../../shared/listing.ts';
import type { PriceDropRule, RelistRule, Rule } from '../../../shared/rule.ts';
import { lookBook, readMissed } from './look-book.ts';
import { readActed, readKept, worldOf } from './plan-world.ts';
import { runRules } from './run-rules.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const zone = 'Europe/Paris';
const market = 'www.vinted.fr';
const account = `${market}:7`;
/** Thursday 22 Oct 2026, 07:00 in Paris; the clocks change on the Sunday of that week. */
const start = Date.UTC(2026, 9, 22, 5);
let names = 0;

const any = { minAgeDays: null, maxViews: null, maxFavourites: null, minPrice: null, maxPrice: null };
const about = { account, name: 'r', enabled: true, createdAt: 0, updatedAt: 0 };
const bump: RelistRule = {
  ...about,
  id: 'bump',
  kind: 'relist',
  which: { ...any, catalogIds: [], tags: ['bump'] },
  mode: 'safe',
  restDays: 7,
  perDay: 4,
  pricePercent: 0,
};
const drop: PriceDropRule = {
  ...about,
  id: 'drop',
  kind: 'price-drop',
  which: { ...any, catalogIds: [], tags: ['drop'] },
  step: { by: 'percent', percent: 10 },
  everyDays: 3,
  times: 2,
  floorPercent: 50,
  perDay: 5,
};

function listing(at: number, tag: string): Listing {
  const vintedId = String(1_000 + at);
  return {
    ...{ key: `${market}:${vintedId}`, account, market, memberId: '7', vintedId, lineageId: `l${at}` },
    ...{ title: `Item ${at}`, price: { amount: 2_000, currency: 'EUR' }, status: 'active' },
    ...{ favourites: 1, views: 10, brand: null, size: null, catalogId: null, photoCount: 4, thumbnail: null },
    ...{ fingerprint: null, listedAt: start - (60 - at) * DAY, firstSeenAt: 0, changedAt: 0, tags: [tag] },
    ...{ excluded: false, cost: null, minimum: null },
  };
}

/** One computer with rules on: the real stores, limits and engine; a site that answers at once. */
async function computer(rules: Rule[], listings: Listing[]) {
  names += 1;
  const ledger = new Ledger(`rules-l-${names}`);
  const wardrobe = new Wardrobe(`rules-w-${names}`);
  const workshop = new Workshop(`rules-s-${names}`);
  const world = { now: start, stopped: false, alarm: null as number | null, fails: false };
  const ran: { kind: string; key: string; at: number }[] = [];
  const small = new Map<string, unknown>();
  const now = (): number => world.now;
  const store = jobStore(ledger, now);
  const paces = paceBook(ledger, zone);
  const accounts = accountBook(ledger, now);
  const flowOf = (kind: PlannedKind) => {
    const tiny = tinyFlow({
      look: async () => void (world.now += 40_000),
      write: async ({ job }) => {
        if (world.fails) return { is: 'failed', failure: { code: 'listing-changed', message: 'x' } };
        world.now += 5_000;
        ran.push({ kind, key: job.listingKey ?? '', at: world.now });
        return undefined;
      },
      happened: async () => true,
    });
    return sealFlow({ ...tiny, kind, input: z.looseObject(tiny.input.shape) });
  };
  const flows = { relist: flowOf('relist'), price: flowOf('price') };
  const onceDone = async (job: Job): Promise<void> => {
    const row = await wardrobe.listings.get(job.listingKey ?? '');
    if (!row || job.status !== 'done') return;
    const old = await wardrobe.lineages.get(row.lineageId);
    const times = { relistedAt: old?.relistedAt ?? null, priceChangedAt: old?.priceChangedAt ?? null };
    const thing = { id: row.lineageId, account, vintedIds: [row.vintedId], createdAt: 0, ...times };
    const changed = job.kind === 'relist' ? { relistedAt: world.now } : { priceChangedAt: world.now };
    await wardrobe.lineages.put({ ...thing, ...changed });
    const to = (job.input as { to?: Listing['price'] }).to;
    if (to) await wardrobe.listings.update(row.key, { price: to });
  };
  let ids = 0;
  const newId = (): string => `j-${(ids += 1)}`;
  const engine = createEngine({
    ...{ store, accounts, paces, flows: Object.values(flows), bring: async () => -1, now, newId },
    sleep: async (ms) => void (world.now += ms),
    isStopped: async () => world.stopped,
    ceilingsHold: async () => true,
    pause: async () => 1_000,
    arm: async (at) => void (world.alarm = at),
    changed: () => {},
    over: onceDone,
    tellPageToStop: async () => {},
    met: () => {},
  });
  const queue = async ({ key, kind, turn }: Planned, by: { ruleId: string; notBefore: number; notAfter: number }) => {
    const prices = turn.is === 'price' ? { from: turn.from, to: turn.to } : {};
    const input = { lane: 'work', ceiling: kind, priority: 1, ...prices };
    const wish = { id: newId(), market, memberId: '7', draftId: null, listingKey: key, input, ...by };
    await store.add([newJob(flows[kind], wish, world.now)]);
  };
  const book = lookBook({
    all: async () => Object.fromEntries(small),
    set: async (entries) => Object.entries(entries).forEach(([key, value]) => small.set(key, value)),
    remove: async (keys) => keys.forEach((key) => small.delete(key)),
  });
  const deps = { ledger, wardrobe, workshop, book, zone, now, isStopped: async () => world.stopped };
  const look = () => runRules({ ...deps, queue, drop: async () => {} });
  const plan = async () =>
    planWeek(
      worldOf(await readKept(wardrobe, account), await readActed(ledger, account, world.now, zone), [], world.now),
    );
  /** The executor each five minutes, the doorbell in between. */
  const runUntil = async (until: number): Promise<void> => {
    let executor = world.now;
    while (world.now < until) {
      if (world.now >= executor) {
        await look();
        executor += 5 * MINUTE;
      }
      await engine.tick();
      world.now = Math.max(world.now, Math.min(executor, Math.max(world.alarm ?? executor, world.now + 1_000)));
    }
  };
  await accounts.seen(market, { id: '7', login: 'me' });
  await wardrobe.rules.bulkPut(rules);
  await wardrobe.listings.bulkPut(listings);
  return { ...{ ledger, wardrobe, accounts, paces, world, ran, small, look, plan, runUntil } };
}

const bumped = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => listing(from + n, 'bump'));
const dropped = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => listing(from + n, 'drop'));
const dayOf = (at: number): string => localTime(zone, at).day;

describe('the plan shown', () => {
  it('equals what ran, over a week and a change of the clocks', { timeout: 120_000 }, async () => {
    const pc = await computer([bump, drop], [...bumped(0, 16), ...dropped(16, 28)]);
    const { planned } = await pc.plan();
    await pc.runUntil(start + 7 * DAY);
    expect(planned.length).toBeGreaterThan(30);
    for (const kind of ['relist', 'price']) {
      const shown = planned.filter((one) => one.kind === kind);
      const did = pc.ran.filter((one) => one.kind === kind);
      expect(did.map(({ key, at }) => `${dayOf(at)} ${key}`)).toEqual(
        shown.map(({ key, at }) => `${dayOf(at)} ${key}`),
      );
      const off = did.map(({ at }, index) => Math.abs(at - (shown[index]?.at ?? 0)));
      expect(Math.max(...off)).toBeLessThan(HOUR);
    }
  });
});

describe('rules that run', () => {
  it('keep hours, rule and spread, and have at most one of a kind waiting', { timeout: 120_000 }, async () => {
    const pc = await computer([bump], bumped(0, 40));
    await pc.runUntil(start + 3 * DAY);
    expect(pc.ran).toHaveLength(12);
    for (const [index, { at }] of pc.ran.entries()) {
      expect(localTime(zone, at).minute).toBeGreaterThanOrEqual(8 * 60);
      expect(pc.ran.filter((one) => one.at > at - DAY + HOUR && one.at <= at).length).toBeLessThanOrEqual(4);
      if (index > 0) expect(at - (pc.ran[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(14 * MINUTE);
    }
    const jobs = await pc.ledger.jobs.toArray();
    expect(jobs.every((job) => job.ruleId === 'bump' && job.notAfter !== null)).toBe(true);
  });

  it('burst nothing after three days asleep, and write down what was missed', { timeout: 60_000 }, async () => {
    const pc = await computer([{ ...bump, perDay: 10 }], bumped(0, 40));
    await pc.runUntil(start + 3 * HOUR);
    const before = pc.ran.length;
    expect(before).toBeGreaterThan(0);
    pc.world.now = start + 3 * DAY + 6 * HOUR;
    const woken = pc.world.now;
    await pc.runUntil(woken + 2 * HOUR);
    expect(pc.ran.length - before).toBeLessThanOrEqual(8);
    const times = pc.ran.map(({ at }) => at);
    expect(Math.min(...times.slice(1).map((at, n) => at - (times[n] ?? 0)))).toBeGreaterThanOrEqual(14 * MINUTE);
    const [missed] = readMissed(Object.fromEntries(pc.small));
    expect(missed).toMatchObject({ account, until: woken, prices: 0 });
    expect(missed?.relists).toBeGreaterThan(15);
  });

  it.each([
    ['the red button is pressed', async (pc: Awaited<ReturnType<typeof computer>>) => void (pc.world.stopped = true)],
    [
      'the account is paused',
      async (pc: Awaited<ReturnType<typeof computer>>) =>
        pc.accounts.pause(market, '7', { kind: 'captcha', evidence: 'x', retryAfter: null } as never),
    ],
    [
      'the rule is off',
      async (pc: Awaited<ReturnType<typeof computer>>) =>
        void (await pc.wardrobe.rules.update('bump', { enabled: false })),
    ],
    [
      'somebody else was seen last on that site',
      async (pc: Awaited<ReturnType<typeof computer>>) => {
        pc.world.now += 1;
        await pc.accounts.seen(market, { id: '8', login: 'other' });
      },
    ],
  ])('do nothing while %s', async (_words, hold) => {
    const pc = await computer([bump], bumped(0, 5));
    await hold(pc);
    await pc.runUntil(start + 5 * HOUR);
    expect(await pc.ledger.jobs.count()).toBe(0);
  });

  it('leave alone for days what did not work', { timeout: 60_000 }, async () => {
    const pc = await computer([{ ...bump, perDay: 10 }], bumped(0, 1));
    pc.world.fails = true;
    await pc.runUntil(start + 2 * DAY);
    expect(await pc.ledger.jobs.count()).toBe(1);
    expect((await pc.plan()).planned).toHaveLength(1);
  });
});
