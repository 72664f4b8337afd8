import { afterAll, beforeAll, expect, it } from 'vitest';

import { createFakeAnalyser } from '../../backend/testing/fake-analyser.ts';
import { seeded } from '../engine/seeded.ts';
import { jobsIn, say, until } from './extension-state.ts';
import { shirt } from './forms.ts';
import { onlineOf, putOnline, untilEnded, wholeOf, wish, type Own } from './own-listings.ts';
import { untilStarted } from './watch-journal.ts';
import { startWorld, type World } from './world.ts';

/** The red button at moments nobody chose: what the site was told afterwards is at most the step that was under way. */

const RUNS = Number(process.env['STOP_RUNS'] ?? 6);
const random = (what: string): number => seeded(`${process.env['KILL_SEED'] ?? 1} stop ${what}`);

let world: World;
beforeAll(async () => {
  world = await startWorld({
    backend: { analyser: { ...createFakeAnalyser(), kind: 'built-in', provider: null } },
    switches: { photoMs: 100, answerMs: 60 },
    tryout: { settleWindow: 2_500 },
  });
});
afterAll(() => world.close());

/** What a step may write; all others write nothing. */
const writes: Readonly<Record<string, string>> = {
  'fill-photos': 'photo',
  hide: 'hide',
  'give-back': 'unhide',
  submit: 'publish',
  'delete-old': 'delete',
  act: 'hide',
  save: 'edit',
};

type Open = { own: Own; jobId: string; copies: (Own['original'] & { price?: number })[] };
let count = 0;

/** A relist and a price change, one behind the other. */
async function queueTwo(): Promise<Open[]> {
  const [one, two] = [
    await putOnline(world, shirt, `Stopped relist ${(count += 1)}`),
    await putOnline(world, shirt, `Stopped price ${count}`),
  ];
  const relist = await wish(world.page, 'listing.relist', { listingKeys: [one.key], mode: 'safe' });
  const price = await wish(world.page, 'listing.price', { prices: [{ listingKey: two.key, amount: 777 }] });
  const cheaper = { ...two.original, body: { ...two.original.body, price: 7.77 } };
  return [
    { own: one, jobId: relist, copies: [one.original] },
    { own: two, jobId: price, copies: [cheaper] },
  ];
}

const running = async () => (await jobsIn(world.page)).filter(({ status }) => status === 'running');
const unfinished = async (): Promise<number> =>
  (await jobsIn(world.page)).filter(({ doneAt, status }) => doneAt === null && status !== 'needs-user').length;

/** Stops, waits until nothing runs, and answers with what was written after the button's answer came. */
async function stopAndLook(): Promise<{ step: string | null; wrote: string[] }> {
  const [job] = await running();
  await say(world.page, 'engine.stop');
  const from = world.sandbox.state.writes.length;
  const [after] = await running();
  await until(running, (left) => left.length === 0, 60_000, 'the step in flight');
  await say(world.page, 'engine.wake');
  return {
    step: after?.step ?? job?.step ?? null,
    wrote: world.sandbox.state.writes.slice(from).map(({ kind }) => kind),
  };
}

/** Nothing goes on by itself while stopped, whatever wakes the worker. */
async function expectStill(wake: () => Promise<unknown>): Promise<void> {
  const from = world.sandbox.state.writes.length;
  await wake();
  await say(world.page, 'engine.wake');
  expect(await running()).toEqual([]);
  expect(world.sandbox.state.writes.slice(from)).toEqual([]);
}

it(
  `stopped at ${RUNS} moments: nothing later than the step in flight, and nothing lost`,
  { timeout: 1_200_000 },
  async () => {
    let open: Open[] = [];
    const done: Open[] = [];
    const steps = new Set<string>();
    for (let run = 0; run < RUNS; run += 1) {
      if ((await unfinished()) === 0) {
        done.push(...open);
        open = await queueTwo();
      }
      await say(world.page, 'engine.resume');
      await new Promise((resolve) => setTimeout(resolve, 50 + random(`${run}`) * 1_500));
      const { step, wrote } = await stopAndLook();
      steps.add(step ?? 'between two');
      const allowed = wrote.filter((kind) => kind === writes[step ?? '']);
      expect(wrote, `run ${run}, ${step}`).toEqual(step === 'fill-photos' ? allowed : allowed.slice(0, 1));
      if (run % 20 === 3) await expectStill(() => world.harness.stopWorker());
    }
    await say(world.page, 'engine.resume');
    for (const { own, jobId, copies } of [...done, ...open]) {
      const job = await untilEnded(world, jobId);
      expect(job, `${job.step}: ${JSON.stringify(job.failure)}`).toMatchObject({ status: 'done' });
      const online = onlineOf(world, own.title);
      expect(online.map((item) => wholeOf(world.sandbox.state, item))).toEqual(copies);
      expect(online.map(({ isHidden }) => isHidden)).toEqual([false]);
    }
    expect(steps.size).toBeGreaterThan(1);
  },
);

it('stays stopped over a restart of the browser, until a person says go on', async () => {
  const [first] = await queueTwo();
  if (!first) throw new Error('Nothing was queued.');
  await say(world.page, 'engine.resume').catch(() => undefined);
  await untilStarted(world.page, first.jobId, 'fill-title');
  await stopAndLook();
  await expectStill(async () => {
    await world.harness.kill();
    await world.restart();
  });
  await say(world.page, 'engine.resume');
  expect(await untilEnded(world, first.jobId)).toMatchObject({ status: 'done' });
});
