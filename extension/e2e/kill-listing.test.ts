import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createFakeAnalyser } from '../../backend/testing/fake-analyser.ts';
import type { JournalEntry } from '../../shared/job.ts';
import { defaultSwitches } from '../sandbox/switches.ts';
import { journalIn, say } from './extension-state.ts';
import { book, phone, shirt, type Kind } from './forms.ts';
import { cellsOf, killers, leaveNothing, type Cell } from './killers.ts';
import { variantsAsked, type Variant } from './kill-variants.ts';
import { kindOf, stepsOf, works, type Work } from './kill-works.ts';
import { BORDER, metAt, runsOf, untilOver, untilStarted, type Met } from './watch-journal.ts';
import { startWorld, type World } from './world.ts';

/** Every step of what is done with a listing, cut in its middle and right after it by everything that can die. */

const asked = process.env['KILL_PARTS']?.split(',');
const chosen = Object.entries(works).filter(([part]) => asked?.includes(part) ?? true);

declare module 'vitest' {
  interface TaskMeta {
    /** Where a cell of the matrix met its step. */
    met?: Met;
  }
}

const timing = { photoMs: 150, answerMs: 60 };
let world: World;
let count = 0;
/** How long each step took in a run that nothing cut, ms. */
const took = new Map<string, number>();

beforeAll(async () => {
  world = await startWorld({
    backend: { analyser: { ...createFakeAnalyser(), kind: 'built-in', provider: null } },
    switches: timing,
    tryout: { settleWindow: 4_000 },
    withLine: true,
  });
  await say(world.page, 'catalog.refresh', { market: world.market });
});
afterAll(() => world.close());

async function uncut(part: string, work: Work, only: Kind | undefined): Promise<Set<string>> {
  const seen = new Set<string>();
  const needed = only ? [only] : work.steps.includes('fill-isbn') ? [shirt, phone, book] : [shirt];
  for (const kind of needed) {
    const { jobId, expectKept } = await work.begin(world, kind, `Uncut ${part} ${(count += 1)}`);
    await expectKept();
    const lines = await linesOf(jobId);
    for (const { step } of lines.filter(({ event }) => event === 'started')) {
      seen.add(step);
      const [run] = runsOf(lines, step);
      if (run && !took.has(`${part} ${step}`)) took.set(`${part} ${step}`, run.to - run.from);
    }
  }
  return seen;
}

const linesOf = async (jobId: string): Promise<JournalEntry[]> =>
  (await journalIn(world.page)).filter((line) => line.jobId === jobId);

type Cut = { part: string; work: Work; variant: Variant };

/** Cuts one listing's work at that moment; where its journal says that this met it. Whatever was met, nothing is lost. */
async function cutOnce({ part, work, variant }: Cut, { killer, step, moment, share }: Cell): Promise<Met> {
  await leaveNothing(world);
  const title = `Own ${(count += 1)} ${part} ${step}`.replaceAll('-', ' ');
  const { jobId, expectKept, expectRefused } = await work.begin(world, variant.kind ?? kindOf(step), title);
  if (moment === 'after') await untilOver(world.page, jobId, step);
  else await untilStarted(world.page, jobId, step);
  if (moment === 'in') {
    const delay = share * (took.get(`${part} ${step}`) ?? 100);
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
  const at = Date.now();
  const mend = await killers[killer](world, step);
  await say(world.page, 'engine.wake').catch(() => undefined);
  await mend();
  await (variant.isRefused ? expectRefused : expectKept)();
  return metAt(await linesOf(jobId), step, at);
}

/** Nothing can be told apart inside of a step that is over before a message got here. */
const isShort = (part: string, step: string): boolean => (took.get(`${part} ${step}`) ?? 0) < BORDER;

/** Again, and earlier, with another listing while it came too late; a cell that cannot be met is a failure. */
async function cut(what: Cut, cell: Cell): Promise<Met> {
  const wanted: Met = cell.moment === 'after' ? 'border' : 'inside';
  for (const share of [cell.share, cell.share / 2, cell.share / 4, 0]) {
    const met = await cutOnce(what, { ...cell, share });
    if (met === wanted || (met === 'border' && isShort(what.part, cell.step))) return met;
  }
  throw new Error('MISSED: it came too late four times.');
}

describe.each(variantsAsked())('%s', (name, variant) => {
  const own = chosen.filter(([part]) => variant.parts?.includes(part) ?? true);
  beforeAll(() => took.clear());
  beforeEach(() => {
    const { switches = {}, faults = [] } = variant;
    world.sandbox.set({ ...defaultSwitches, ...timing, ...switches, faults });
    world.line?.set('through');
  });

  describe.each(variant.isRefused ? [] : own)('a whole %s', (part, work) => {
    it('takes exactly the steps that are cut', async () => {
      const steps = [...(await uncut(part, work, variant.kind))];
      expect(steps.toSorted()).toEqual(stepsOf(work, variant.kind).toSorted());
    });
  });

  for (const [part, work] of own) {
    const cells = cellsOf(`${name}${part}`, stepsOf(work, variant.kind)).filter(
      (cell) => !variant.without?.includes(cell.killer) && !(variant.isRefused && isAfterSubmit(work, cell.step)),
    );
    for (const [killer, cellsOfKiller] of Map.groupBy(cells, (cell) => cell.killer)) {
      const site = name === '' ? '' : ` on ${name}`;
      describe(`${killer} killed at every step of ${part}${site}`, () => {
        it.for(cellsOfKiller)(
          '$step $moment: one copy, equal to the original, or none and all of it kept',
          async (cell, { task }) => {
            task.meta.met = await cut({ part, work, variant }, cell);
          },
        );
      });
    }
  }
});

const isAfterSubmit = ({ steps }: Work, step: string): boolean => steps.indexOf(step) > steps.indexOf('submit');
