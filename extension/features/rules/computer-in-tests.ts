import { Ledger, Wardrobe, Workshop } from '../../db/database.ts';
import { engineInTests } from '../../engine/engine-in-tests.ts';
import { sealFlow } from '../../engine/flow.ts';
import { newJob } from '../../engine/new-job.ts';
import { paceBook } from '../../engine/paces.ts';
import { accountBook } from '../../engine/pause.ts';
import { jobStore } from '../../engine/store.ts';
import { tinyFlow } from '../../engine/tiny-flow.ts';
import { planWeek, type Planned, type PlannedKind } from '../../selling/planning/plan-week.ts';
import * as z from 'zod';
import type { Job } from '../../../shared/job.ts';
import type { Listing } from '../../../shared/listing.ts';
import type { Rule } from '../../../shared/rule.ts';
import { lookBook } from './look-book.ts';
import { readActed, readKept, worldOf } from './plan-world.ts';
import { runRules, type ByRule } from './run-rules.ts';
import { account, market, start, zone } from './rules-in-tests.ts';

const MINUTE = 60_000;
let names = 0;

export type Computer = Awaited<ReturnType<typeof computer>>;

/** One computer with rules on: the real stores, limits and engine; a site that answers at once. */
export async function computer(rules: Rule[], listings: Listing[]) {
  names += 1;
  const ledger = new Ledger(`rules-l-${names}`);
  const wardrobe = new Wardrobe(`rules-w-${names}`);
  const workshop = new Workshop(`rules-s-${names}`);
  const world = { now: start, stopped: false, alarm: null as number | null, fails: false };
  const ran: Ran[] = [];
  const now = (): number => world.now;
  const store = jobStore(ledger, now);
  const accounts = accountBook(ledger, now);
  const flows = { relist: flowOf('relist', world, ran), price: flowOf('price', world, ran) };
  const paces = paceBook(ledger, zone);
  const over = (job: Job) => settle(wardrobe, job, world.now);
  const engine = engineInTests(world, 'e', {
    store,
    accounts,
    paces,
    flows: Object.values(flows),
    now,
    over,
    sleep: async (ms) => void (world.now += ms),
    pause: async () => 1_000,
  });
  let ids = 0;
  const queue = async ({ key, kind, turn }: Planned, by: ByRule): Promise<void> => {
    const prices = turn.is === 'price' ? { from: turn.from, to: turn.to } : {};
    const input = { lane: 'work', ceiling: kind, priority: 1, ...prices };
    const wish = { id: `j-${(ids += 1)}`, market, memberId: '7', draftId: null, listingKey: key, input, ...by };
    await store.add([newJob(flows[kind], wish, world.now)]);
  };
  const small = smallWorld();
  const isStopped = async (): Promise<boolean> => world.stopped;
  const deps = { ledger, wardrobe, workshop, book: lookBook(small.store), zone, now, isStopped, queue };
  const look = (): Promise<void> => runRules({ ...deps, drop: async () => {} });
  const plan = async () =>
    planWeek(
      worldOf(await readKept(wardrobe, account), await readActed(ledger, account, world.now, zone), [], world.now),
    );
  await accounts.seen(market, { id: '7', login: 'me' });
  await wardrobe.rules.bulkPut(rules);
  await wardrobe.listings.bulkPut(listings);
  const runUntil = (until: number) => clock(world, look, () => engine.tick(), until);
  return { ledger, wardrobe, accounts, world, ran, stored: small.stored, plan, runUntil };
}

type World = { now: number; stopped: boolean; alarm: number | null; fails: boolean };
type Ran = { kind: string; key: string; at: number };

/** The executor each five minutes, the doorbell in between. */
async function clock(world: World, look: () => Promise<void>, tick: () => Promise<void>, until: number) {
  let executor = world.now;
  while (world.now < until) {
    if (world.now >= executor) {
      await look();
      executor += 5 * MINUTE;
    }
    await tick();
    world.now = Math.max(world.now, Math.min(executor, Math.max(world.alarm ?? executor, world.now + 1_000)));
  }
}

function flowOf(kind: PlannedKind, world: World, ran: Ran[]) {
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
}

/** What the desks of the flows keep of it. */
async function settle(wardrobe: Wardrobe, job: Job, at: number): Promise<void> {
  const row = await wardrobe.listings.get(job.listingKey ?? '');
  if (!row || job.status !== 'done') return;
  const old = await wardrobe.lineages.get(row.lineageId);
  const times = { relistedAt: old?.relistedAt ?? null, priceChangedAt: old?.priceChangedAt ?? null };
  const thing = { id: row.lineageId, account, vintedIds: [row.vintedId], createdAt: 0, ...times };
  await wardrobe.lineages.put({ ...thing, ...(job.kind === 'relist' ? { relistedAt: at } : { priceChangedAt: at }) });
  const { to } = job.input as { to?: Listing['price'] };
  if (to) await wardrobe.listings.update(row.key, { price: to });
}

function smallWorld() {
  const kept = new Map<string, unknown>();
  return {
    stored: () => Object.fromEntries(kept),
    store: {
      all: async () => Object.fromEntries(kept),
      set: async (entries: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(entries)) kept.set(key, value);
      },
      remove: async (keys: readonly string[]) => {
        for (const key of keys) kept.delete(key);
      },
    },
  };
}
