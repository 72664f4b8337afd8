/**
 * One tick of the engine over 10,000 stored jobs, beside reading and parsing every row as the peer.
 *
 * Twice: nearly all jobs done, and all of them waiting in line for four accounts. Both sides read the same database (an
 * IndexedDB in memory) turn about; the figure is the median of the rounds. Held: at most 10 ms.
 */
import 'fake-indexeddb/auto';

import { Ledger } from '../extension/db/database.ts';
import { createEngine } from '../extension/engine/engine.ts';
import { sealFlow } from '../extension/engine/flow.ts';
import { newJob } from '../extension/engine/new-job.ts';
import { paceBook } from '../extension/engine/paces.ts';
import { accountBook } from '../extension/engine/pause.ts';
import { pick } from '../extension/engine/pick.ts';
import { jobStore } from '../extension/engine/store.ts';
import { tinyFlow } from '../extension/engine/tiny-flow.ts';
import { holds, sideBySide } from '../scripts/figures.ts';
import { job as jobSchema, type Job } from '../shared/job.ts';

const jobs = 10_000;
const rounds = 25;
const atMost = 10;
const noon = Date.UTC(2026, 10, 23, 11);
const flow = sealFlow(tinyFlow({ write: async () => {}, happened: async () => true }));
const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const wish = (index: number): Job => {
  const input = { lane: 'work', ceiling: 'relist', priority: 1 };
  const about = { market: 'www.vinted.fr', memberId: String(index % 4), draftId: null, listingKey: null };
  return newJob(flow, { id: `job-${index}`, ...about, input, notBefore: noon + 60_000 + index, ruleId: 'rule' }, noon);
};

export async function run(): Promise<{ ok: boolean }> {
  const cases = [
    { what: 'tick, nearly all done', open: 20 },
    { what: 'tick, all in line', open: jobs },
  ];
  let ok = true;
  for (const { what, open } of cases) {
    const { ours, peer } = await measure(what, open);
    console.log(sideBySide([{ what, ours, peer, unit: 'ms', atMost: 1 }], 'reading all').join('\n'));
    console.log(`${what}: ${ours.toFixed(2)} ms of at most ${atMost}`);
    ok &&= ours <= atMost && holds({ what, ours, peer, unit: 'ms', atMost: 1 });
  }
  return { ok };
}

async function measure(name: string, open: number): Promise<{ ours: number; peer: number }> {
  const ledger = new Ledger(name);
  const all = Array.from({ length: jobs }, (_, index) => wish(index));
  await ledger.jobs.bulkAdd(all.map((job, index) => (index < open ? job : { ...job, status: 'done', doneAt: noon })));
  const ours: number[] = [];
  const peer: number[] = [];
  const engine = engineOver(ledger);
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await timed(() => engine.tick()));
    peer.push(await timed(() => readAll(ledger)));
  }
  return { ours: median(ours), peer: median(peer) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function readAll(ledger: Ledger): Promise<unknown> {
  const rows = (await ledger.jobs.toArray()).map((row) => jobSchema.parse(row));
  const open = rows.filter((job) => job.doneAt === null);
  return pick(
    open.map((job) => ({ job, priority: 1, allowedAt: 0, paused: false, lane: 'work', begun: false })),
    noon,
  );
}

function engineOver(ledger: Ledger) {
  const now = (): number => noon;
  let ids = 0;
  return createEngine({
    store: jobStore(ledger, now),
    accounts: accountBook(ledger, now),
    paces: paceBook(ledger, 'Europe/Paris'),
    flows: [flow],
    bring: async () => -1,
    now,
    newId: () => `bench-${(ids += 1)}`,
    sleep: async () => {},
    isStopped: async () => false,
    isOffline: () => false,
    ceilingsHold: async () => true,
    pause: async () => 0,
    arm: async () => {},
    changed: () => {},
    over: async () => {},
    tellPageToStop: async () => {},
    met: () => {},
  });
}
