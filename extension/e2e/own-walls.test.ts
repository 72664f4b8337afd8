import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createFakeAnalyser } from '../../backend/testing/fake-analyser.ts';
import type { WallKind } from '../../shared/wall.ts';
import { defaultSwitches, type Switches } from '../sandbox/switches.ts';
import { accountsIn, jobsIn, journalIn, say, until } from './extension-state.ts';
import { shirt } from './forms.ts';
import { onlineOf, putOnline, untilEnded, wholeOf, wish } from './own-listings.ts';
import { untilStarted } from './watch-journal.ts';
import { startWorld, type World } from './world.ts';

/** Every sign of refusal in the middle of a price change and of a relist, on sites of three languages (site.md §8.5). */

const always = (is: Switches['faults'][number]['is'], more: object = {}): Partial<Switches> => ({
  faults: [{ at: 'any', is, times: 'always', ...more }],
});

const walls: readonly [name: string, switches: Partial<Switches>, kind: WallKind, words: RegExp][] = [
  ['a session that ended', { signedInAs: null }, 'signed-out', /signed out of Vinted/],
  ['a challenge of DataDome', always('datadome'), 'captcha', /prove you are a person/],
  ['a challenge of Cloudflare', always('cloudflare'), 'captcha', /prove you are a person/],
  ['a refusal (403), which is no logout', always('forbidden'), 'forbidden', /refused the last request/],
  ['too many requests (429)', always('rate-limit', { retryAfter: { seconds: 2 } }), 'too-many-requests', /too fast/],
  ['a restricted account', always('restricted'), 'restricted', /restricted this account/],
  ['a second factor', always('two-factor'), 'two-factor', /security code/],
  ['a verification', always('verification'), 'verification', /verify your account/],
  ['maintenance', always('maintenance'), 'site-error', /reports a problem/],
];

const markets = ['www.vinted.fr', 'www.vinted.ie', 'www.vinted.de'];
const moments = ['fill-title', 'preflight', 'baseline-again', 'confirm'];
/** Every run plays each wall once, in a language that the seed deals; WALLS=full plays all in each. */
const dealt = <T>(all: readonly T[], market: string): T[] =>
  all.filter((_, at) => {
    const turn = at + Number(process.env['KILL_SEED'] ?? 1);
    return process.env['WALLS'] === 'full' || markets[turn % markets.length] === market;
  });

describe.each(markets)('%s', (market) => {
  let world: World;
  let count = 0;
  beforeAll(async () => {
    world = await startWorld({
      backend: { analyser: { ...createFakeAnalyser(), kind: 'built-in', provider: null } },
      market,
      tryout: { settleWindow: 2_500 },
    });
  });
  afterAll(() => world.close());
  beforeEach(() => world.sandbox.set(defaultSwitches));

  const pausedAs = async () => (await accountsIn(world.page)).find(({ pause }) => pause !== null);

  /** Waits for the pause; nothing was written since, whatever wakes the worker. */
  async function expectPaused(kind: WallKind, from: number): Promise<string> {
    const account = await until(pausedAs, (found) => found !== undefined, 90_000, `the pause for ${kind}`);
    expect(account?.pause?.kind).toBe(kind);
    await say(world.page, 'engine.wake');
    expect((await jobsIn(world.page)).filter(({ status }) => status === 'running')).toEqual([]);
    expect(world.sandbox.state.writes.slice(from)).toEqual([]);
    return account?.key ?? '';
  }

  async function expectWords(words: RegExp): Promise<void> {
    const popup = await world.harness.open('popup.html');
    await popup.getByText(words).first().waitFor();
    await popup.close();
  }

  it.each(dealt(walls, market))(
    '%s: paused within one step, told, nothing written, goes on by hand',
    async (_, switches, kind, words) => {
      const own = await putOnline(world, shirt, `Wall ${(count += 1)}`);
      const jobId = await wish(world.page, 'listing.price', { prices: [{ listingKey: own.key, amount: 777 }] });
      await untilStarted(world.page, jobId, 'open');
      const from = world.sandbox.state.writes.length;
      world.sandbox.set(switches);
      const key = await expectPaused(kind, from);
      const lines = (await journalIn(world.page)).filter((line) => line.jobId === jobId);
      const blocked = lines.findIndex(({ event }) => event === 'blocked');
      expect(lines.slice(blocked + 1).map(({ event }) => event)).not.toContain('started');
      await expectWords(words);
      world.sandbox.set(defaultSwitches);
      await say(world.page, 'account.resume', { key });
      expect(await untilEnded(world, jobId)).toMatchObject({ status: 'done' });
      const [item] = onlineOf(world, own.title);
      expect(item?.body.price).toBe(7.77);
    },
  );

  it.each(dealt(moments, market))(
    'another member signs in at %s of a relist: no write of theirs, paused, and goes on with the right one',
    async (step) => {
      const own = await putOnline(world, shirt, `Member ${(count += 1)} ${step.replaceAll('-', ' ')}`);
      const jobId = await wish(world.page, 'listing.relist', { listingKeys: [own.key], mode: 'safe' });
      await untilStarted(world.page, jobId, step);
      world.sandbox.set({ signedInAs: 102 });
      const account = await until(pausedAs, (found) => found !== undefined, 90_000, 'the pause');
      expect(account?.pause?.kind).toBe('wrong-member');
      expect(account?.memberId).toBe('101');
      await expectWords(/Another member is signed in/);
      world.sandbox.set({ signedInAs: 101 });
      await say(world.page, 'account.resume', { key: account?.key });
      const job = await untilEnded(world, jobId);
      expect(job, `${job.step}: ${JSON.stringify(job.failure)}`).toMatchObject({ status: 'done' });
      expect(onlineOf(world, own.title).map((item) => wholeOf(world.sandbox.state, item))).toEqual([own.original]);
      expect(world.sandbox.state.writes.filter(({ memberId }) => memberId === 102)).toEqual([]);
    },
  );

  it('a banner about cookies stops nothing', async () => {
    world.sandbox.set({ cookieBanner: true });
    const own = await putOnline(world, shirt, `Banner ${(count += 1)}`);
    const jobId = await wish(world.page, 'listing.price', { prices: [{ listingKey: own.key, amount: 777 }] });
    expect(await untilEnded(world, jobId)).toMatchObject({ status: 'done' });
  });
});
