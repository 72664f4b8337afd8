import 'fake-indexeddb/auto';

import { describe, expect, it } from 'vitest';

import { localTime } from '../../engine/local-time.ts';
import { computer, type Computer } from './computer-in-tests.ts';
import { readMissed } from './look-book.ts';
import { account, bump, drop, listings, market, start, zone } from './rules-in-tests.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const dayOf = (at: number): string => localTime(zone, at).day;

describe('the plan shown', () => {
  it('equals what ran, over a week and a change of the clocks', { timeout: 120_000 }, async () => {
    const pc = await computer([bump, drop], [...listings(0, 16, 'bump'), ...listings(16, 28, 'drop')]);
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
    const pc = await computer([bump], listings(0, 40, 'bump'));
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
    const pc = await computer([{ ...bump, perDay: 10 }], listings(0, 40, 'bump'));
    await pc.runUntil(start + 3 * HOUR);
    const before = pc.ran.length;
    expect(before).toBeGreaterThan(0);
    pc.world.now = start + 3 * DAY + 6 * HOUR;
    const woken = pc.world.now;
    await pc.runUntil(woken + 2 * HOUR);
    expect(pc.ran.length - before).toBeLessThanOrEqual(8);
    const times = pc.ran.map(({ at }) => at);
    expect(Math.min(...times.slice(1).map((at, n) => at - (times[n] ?? 0)))).toBeGreaterThanOrEqual(14 * MINUTE);
    const [missed] = readMissed(pc.stored());
    expect(missed).toMatchObject({ account, until: woken, prices: 0 });
    expect(missed?.relists).toBeGreaterThan(15);
  });

  it.each([
    ['the red button is pressed', async (pc: Computer) => void (pc.world.stopped = true)],
    [
      'the account is paused',
      async (pc: Computer) =>
        pc.accounts.pause(market, '7', { kind: 'captcha', evidence: 'x', retryAfter: null } as never),
    ],
    ['the rule is off', async (pc: Computer) => void (await pc.wardrobe.rules.update('bump', { enabled: false }))],
    [
      'somebody else was seen last on that site',
      async (pc: Computer) => {
        pc.world.now += 1;
        await pc.accounts.seen(market, { id: '8', login: 'other' });
      },
    ],
  ])('do nothing while %s', async (_words, hold) => {
    const pc = await computer([bump], listings(0, 5, 'bump'));
    await hold(pc);
    await pc.runUntil(start + 5 * HOUR);
    expect(await pc.ledger.jobs.count()).toBe(0);
  });

  it('leave alone for days what did not work', { timeout: 60_000 }, async () => {
    const pc = await computer([{ ...bump, perDay: 10 }], listings(0, 1, 'bump'));
    pc.world.fails = true;
    await pc.runUntil(start + 2 * DAY);
    expect(await pc.ledger.jobs.count()).toBe(1);
    expect((await pc.plan()).planned).toHaveLength(1);
  });
});
