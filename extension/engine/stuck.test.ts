import 'fake-indexeddb/auto';

import { describe, expect, it } from 'vitest';

import { Ledger } from '../db/database.ts';
import { engineInTests } from './engine-in-tests.ts';
import { sealFlow } from './flow.ts';
import { newJob } from './new-job.ts';
import { paceBook } from './paces.ts';
import { accountBook } from './pause.ts';
import { jobStore } from './store.ts';
import { STUCK_AFTER, watchedStore } from './stuck.ts';
import { tinyFlow } from './tiny-flow.ts';

const never = (): Promise<never> => new Promise(() => {});

function seller(named: string, until: Promise<void>) {
  const ledger = new Ledger(named);
  const now = (): number => 1_000;
  const world = { stopped: false, alarm: null as number | null, told: 0, wrote: 0 };
  const real = jobStore(ledger, now);
  const telling = {
    sleep: async (ms: number) => (ms === STUCK_AFTER ? undefined : never()),
    tell: () => (world.told += 1),
  };
  const slow = { ...real, move: async (...rest: Parameters<typeof real.move>) => (await until, real.move(...rest)) };
  const flow = sealFlow(
    tinyFlow({ look: async () => {}, write: async () => void (world.wrote += 1), happened: async () => true }),
  );
  const engine = engineInTests(world, 'one', {
    store: watchedStore(slow, telling),
    accounts: accountBook(ledger, now),
    paces: paceBook(ledger, 'UTC'),
    flows: [flow],
    now,
    sleep: async () => {},
  });
  const queue = (): Promise<unknown> => {
    const input = { lane: 'work', ceiling: null, priority: 1 };
    const about = { id: 'job', market: 'www.vinted.fr', memberId: '7', draftId: null, listingKey: null };
    return real.add([newJob(flow, { ...about, input, notBefore: 0 }, now())]);
  };
  return { ledger, world, engine, queue };
}

describe('a write that never ends', () => {
  it('is told, and nothing reaches the site meanwhile; once it ends the work goes on', async () => {
    const { promise, resolve: free } = Promise.withResolvers<void>();
    const { world, engine, queue, ledger } = seller('stuck', promise);
    await queue();
    const running = engine.tick();
    await expect.poll(() => world.told).toBeGreaterThan(0);
    expect(world.wrote).toBe(0);
    free();
    await running;
    await expect.poll(async () => (await ledger.jobs.get('job'))?.status).toBe('done');
    expect(world.wrote).toBe(1);
  });

  it('is not told of where everything answers', async () => {
    const told: string[] = [];
    const later = Promise.withResolvers<void>();
    const telling = { sleep: () => later.promise, tell: () => told.push('told') };
    const store = watchedStore({ find: async (id: string) => id, size: () => 3 }, telling);
    expect(await store.find('a')).toBe('a');
    expect(store.size()).toBe(3);
    later.resolve();
    await later.promise;
    expect(told).toEqual([]);
  });
});
