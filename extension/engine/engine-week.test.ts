import 'fake-indexeddb/auto';

import { describe, expect, it } from 'vitest';

import { Ledger } from '../db/database.ts';
import type { AccountPace } from '../../shared/rule.ts';
import { DAY } from './ceilings.ts';
import { engineInTests } from './engine-in-tests.ts';
import { sealFlow } from './flow.ts';
import { findBreak } from './journal.ts';
import { localTime } from './local-time.ts';
import { newJob } from './new-job.ts';
import { paceBook } from './paces.ts';
import { accountBook } from './pause.ts';
import { jobStore } from './store.ts';
import { tinyFlow } from './tiny-flow.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const zone = 'Europe/Paris';
const account = 'www.vinted.fr:7';
/** Thursday 22 Oct 2026, 09:00 in Paris: the clocks change on the Sunday of that week. */
const start = Date.UTC(2026, 9, 22, 7);
let names = 0;

/** One computer with rules on, and a site that writes down when it was written to. */
function computer(pace: Partial<AccountPace> = {}) {
  const ledger = new Ledger(`week-${(names += 1)}`);
  const world = { now: start, stopped: false, alarm: null as number | null, begun: 0 };
  const wrote: { kind: string; at: number; stopped: boolean }[] = [];
  const now = (): number => world.now;
  const store = jobStore(ledger, now);
  const paces = paceBook(ledger, zone);
  const flow = sealFlow(
    tinyFlow({
      look: async () => void (world.now += 30_000),
      write: async ({ job }) => {
        world.now += 5_000;
        wrote.push({ kind: (job.input as { ceiling: string }).ceiling, at: world.now, stopped: world.stopped });
      },
      happened: async () => true,
    }),
  );
  const engine = engineInTests(world, 'w', {
    store,
    accounts: accountBook(ledger, now),
    paces,
    flows: [flow],
    now,
    sleep: async (ms) => void (world.now += ms),
    pause: async () => 1_000,
  });
  const wishes = async (day: number, many: Record<string, number>): Promise<void> => {
    const rows = Object.entries(many).flatMap(([ceiling, number]) =>
      Array.from({ length: number }, (_, index) =>
        newJob(
          flow,
          {
            id: `${day}-${ceiling}-${index}`,
            market: 'www.vinted.fr',
            memberId: '7',
            draftId: null,
            listingKey: `www.vinted.fr:${ceiling}-${day}-${index}`,
            input: { lane: 'work', ceiling, priority: 1 },
            notBefore: now(),
            notAfter: now() + DAY,
            ruleId: 'rule',
          },
          now(),
        ),
      ),
    );
    await store.add(rows);
  };
  /** The doorbell rings whenever it was set, and every five minutes at the latest it would. */
  const runUntil = async (until: number): Promise<void> => {
    for (;;) {
      await engine.tick();
      const next = world.alarm ?? until;
      if (next >= until) break;
      world.now = Math.max(next, world.now + 1_000);
    }
    world.now = Math.max(world.now, until);
  };
  const ready = paces.set({ account, zone, from: 480, to: 1_320, days: [1, 2, 3, 4, 5, 6, 7], perDay: {}, ...pace });
  return { ledger, world, wrote, engine, wishes, runUntil, ready };
}

function expectWithin(wrote: readonly { kind: string; at: number }[], perDay: Record<string, number>): void {
  for (const [index, { kind, at }] of wrote.entries()) {
    const same = wrote.slice(index).filter((later) => later.kind === kind && later.at < at + DAY - MINUTE);
    expect(same.length, `${kind} in a day`).toBeLessThanOrEqual(perDay[kind] ?? 0);
    const { minute } = localTime(zone, at);
    expect(minute, 'hour').toBeGreaterThanOrEqual(8 * 60);
    expect(minute, 'hour').toBeLessThan(22 * 60);
    const before = wrote[index - 1];
    if (before) expect(at - before.at, 'gap').toBeGreaterThanOrEqual(20_000);
    const last = wrote.slice(0, index).findLast((earlier) => earlier.kind === kind);
    if (last && kind === 'relist') expect(at - last.at, 'gap of relists').toBeGreaterThanOrEqual(2 * MINUTE);
  }
}

describe('a week with rules on', () => {
  it('exceeds no ceiling, gap, hour or day, over a change of the clocks', { timeout: 120_000 }, async () => {
    const pc = computer({ days: [1, 2, 3, 4, 5, 7], perDay: { price: 12 } });
    await pc.ready;
    for (let day = 0; day < 7; day += 1) {
      await pc.wishes(day, { relist: 14, price: 16 });
      await pc.runUntil(start + (day + 1) * DAY);
    }
    expectWithin(pc.wrote, { relist: 10, price: 12 });
    expect(pc.wrote.filter(({ at }) => localTime(zone, at).weekday === 6)).toEqual([]);
    expect(pc.wrote.filter(({ kind }) => kind === 'relist').length).toBeGreaterThan(40);
    expect(findBreak(await pc.ledger.journal.orderBy('seq').toArray())).toBeNull();
  });

  it('bursts nothing after three days asleep: what was missed is dropped', { timeout: 60_000 }, async () => {
    const pc = computer();
    await pc.ready;
    await pc.wishes(0, { relist: 8, price: 8 });
    await pc.runUntil(start + 10 * MINUTE);
    const before = pc.wrote.length;
    pc.world.now += 3 * DAY;
    const woken = pc.world.now;
    await pc.runUntil(woken + 6 * HOUR);
    expect(pc.wrote.slice(before).length).toBeLessThanOrEqual(1);
    expect(await pc.ledger.jobs.filter((job) => job.failure?.code === 'missed').count()).toBeGreaterThan(5);
    await pc.wishes(1, { relist: 14 });
    await pc.runUntil(woken + DAY);
    expectWithin(pc.wrote, { relist: 10, price: 30 });
  });
});

describe('the red button', () => {
  it('pressed at 200 moments: no write begins later than the step in flight', { timeout: 120_000 }, async () => {
    for (let press = 0; press < 200; press += 1) {
      const pc = computer();
      await pc.ready;
      await pc.wishes(0, { relist: 2 });
      const running = pc.runUntil(start + 20 * MINUTE);
      for (let turn = 0; turn < press; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
      const inFlight = pc.engine.current() === null ? 0 : 1;
      const before = pc.wrote.length;
      pc.world.stopped = true;
      await pc.engine.interrupt();
      await running;
      expect(pc.wrote.length - before, `pressed at ${press}`).toBeLessThanOrEqual(inFlight);
      expect(pc.wrote.filter(({ stopped }) => stopped).length).toBeLessThanOrEqual(1);
    }
  });
});
