import 'fake-indexeddb/auto';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { Ledger } from '../db/database.ts';
import { engineInTests } from './engine-in-tests.ts';
import { sealFlow } from './flow.ts';
import { findBreak } from './journal.ts';
import { newJob } from './new-job.ts';
import { paceBook } from './paces.ts';
import { accountBook, accountKey } from './pause.ts';
import { jobStore, type JobStore } from './store.ts';
import { tinyFlow } from './tiny-flow.ts';
import { writtenBy } from './written.ts';

/** A seeded few in every run of the tests; `npm run model -- engine` plays 10,000. */
const runs = Number(process.env['MODEL_RUNS'] ?? 60);
const HOUR = 3_600_000;
const start = Date.UTC(2026, 10, 23, 11);
const market = 'www.vinted.fr';
let names = 0;

const outcome = fc.constantFrom('done', 'done', 'answer lost', 'not sent', 'wall', 'retry');
const script = fc.record({
  jobs: fc.array(
    fc.record({ member: fc.constantFrom('7', '8'), lane: fc.constantFrom('work', 'tab-1'), ruled: fc.boolean() }),
    { minLength: 1, maxLength: 4 },
  ),
  outcomes: fc.array(outcome, { maxLength: 12 }),
  /** Each life of the worker dies at this call of its store or site, before or after it took effect. */
  deaths: fc.array(fc.record({ at: fc.integer({ min: 1, max: 40 }), after: fc.boolean() }), { maxLength: 4 }),
  jumps: fc.array(fc.integer({ min: -30 * HOUR, max: 30 * HOUR }), { maxLength: 3 }),
  stopIn: fc.option(fc.nat(3), { nil: null }),
});
type Script = typeof script extends fc.Arbitrary<infer T> ? T : never;

async function play({ jobs, outcomes, deaths, jumps, stopIn }: Script): Promise<void> {
  const ledger = new Ledger(`model-${(names += 1)}`);
  const world = {
    now: start,
    stopped: false,
    alarm: null as number | null,
    life: 0,
    calls: 0,
    dieAt: -1,
    after: false,
  };
  const wrote = new Map<string, number>();
  const mayWrite = new Map<string, boolean>();
  const next = [...outcomes];
  let died = (): void => {};
  const now = (): number => world.now;
  const store = jobStore(ledger, now);
  const accounts = accountBook(ledger, now);

  const mortal = async <T>(life: number, work: () => Promise<T>): Promise<T> => {
    const gone = new Promise<never>(() => {});
    if (life !== world.life) return gone;
    world.calls += 1;
    const dies = world.calls === world.dieAt;
    if (dies) queueMicrotask(() => died());
    if (dies && !world.after) return ((world.life += 1), gone);
    if (dies) world.life += 1;
    const value = await work();
    return dies ? gone : value;
  };

  const boot = () => {
    const life = (world.life += 1);
    const guarded = Object.fromEntries(
      Object.entries(store).map(([name, method]) => [
        name,
        (...rest: unknown[]) => mortal(life, () => (method as (...all: unknown[]) => Promise<unknown>)(...rest)),
      ]),
    ) as unknown as JobStore;
    const site = {
      look: () => mortal(life, async () => void (world.now += 1_000)),
      write: ({ job }: { job: { id: string; status: string } }) =>
        mortal(life, async () => {
          expect(world.stopped, 'no commit while stopped').toBe(false);
          expect(mayWrite.get(job.id) ?? true, 'a commit again only after not-done').toBe(true);
          const running = (await ledger.jobs.where('status').equals('running').toArray()).map(
            ({ queue }) => queue.split('|')[5],
          );
          expect(new Set(running).size, 'one running job a lane').toBe(running.length);
          mayWrite.set(job.id, false);
          const is = next.shift() ?? 'done';
          if (is === 'wall')
            return { is: 'blocked' as const, wall: { kind: 'captcha' as const, evidence: '', retryAfter: null } };
          if (is === 'retry') return (mayWrite.set(job.id, true), { is: 'retry' as const, after: 1_000, why: '' });
          if (is === 'not sent') throw new Error('offline');
          wrote.set(job.id, (wrote.get(job.id) ?? 0) + 1);
          if (is === 'answer lost') throw new Error('gone');
          return undefined;
        }),
      happened: ({ job }: { job: { id: string } }) =>
        mortal(life, async () => {
          const did = (wrote.get(job.id) ?? 0) > 0;
          if (!did) mayWrite.set(job.id, true);
          return did;
        }),
    };
    return engineInTests(world, `${life}-life`, {
      store: guarded,
      accounts,
      paces: paceBook(ledger, 'Europe/Paris'),
      flows: [sealFlow(tinyFlow(site))],
      now,
      sleep: async (ms) => void (world.now += ms),
      pause: async () => 100,
    });
  };

  const live = async (death?: { at: number; after: boolean }): Promise<void> => {
    Object.assign(world, { dieAt: death ? world.calls + death.at : -1, after: death?.after ?? false });
    const dead = new Promise<void>((resolve) => (died = resolve));
    const engine = boot();
    const run = async (): Promise<void> => {
      for (let rings = 0; rings < 60; rings += 1) {
        await engine.tick();
        if (world.alarm === null) return;
        world.now = Math.max(world.now, world.alarm);
      }
    };
    await Promise.race([run(), dead]);
  };

  const flow = sealFlow(tinyFlow({ write: async () => {}, happened: async () => true }));
  await store.add(
    jobs.map(({ member, lane, ruled }, index) => {
      const about = { market, memberId: member, draftId: null, listingKey: null, notBefore: start };
      const wish = { id: `job-${index}`, ...about, input: { lane, ceiling: 'relist', priority: 1 } };
      return newJob(flow, { ...wish, ...(ruled ? { ruleId: 'r' } : {}) }, start);
    }),
  );
  for (const [index, death] of deaths.entries()) {
    world.stopped = stopIn === index;
    await live(death);
    world.now += jumps[index] ?? 1_000;
  }
  world.stopped = false;
  for (let rounds = 0; rounds < 8; rounds += 1) {
    for (const { key } of await accounts.paused()) await accounts.resume(key);
    await live();
    if ((await ledger.jobs.where('status').anyOf(['queued', 'waiting', 'unsettled', 'running']).count()) === 0) break;
    world.now += 26 * HOUR;
  }
  for (const job of await ledger.jobs.toArray()) {
    expect(['done', 'needs-user'], 'nothing is stuck').toContain(job.status);
    expect(wrote.get(job.id) ?? 0, 'never twice').toBeLessThanOrEqual(1);
    if (job.status === 'done') expect(wrote.get(job.id), 'done is written').toBe(1);
  }
  const counts = await ledger.journal.filter(({ event }) => event.startsWith('counts:relist')).count();
  const refutes = await ledger.journal.filter(({ event }) => event.startsWith('counts-not:relist')).count();
  expect(counts - refutes, 'counted is written').toBe(wrote.size);
  expect(findBreak(await ledger.journal.orderBy('seq').toArray())).toBeNull();
  expect((await writtenBy(store, accountKey(market, '7'), world.now)).relist?.counted.length).toBeLessThanOrEqual(
    jobs.length,
  );
  await ledger.delete();
}

it(
  'keeps its invariants through outcomes, deaths, jumps of the clock, walls and stops',
  { timeout: 120_000 + runs * 500 },
  async () => {
    await fc.assert(fc.asyncProperty(script, play), {
      numRuns: runs,
      seed: 20_261_123,
    });
  },
);
