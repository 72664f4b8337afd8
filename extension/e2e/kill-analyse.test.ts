/**
 * Worker, tab, backend and browser killed at every step from the drop to the finished drafts. `npm run kill-matrix` cuts
 * each step by each killer; every other run cuts some of them, chosen by KILL_SEED (1 unless it is set).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bulkDraftPage, bulkJob } from '../../shared/bulk.ts';
import { photoHashesIn } from './extension-state.ts';
import { killers, startKillable, type Killable, type Killer } from './kill-analyse/killable.ts';
import { sellOn, title, type Story } from './kill-analyse/seller.ts';
import { dice, drawPictures } from './pictures.ts';

const twice = (name: string): string[] => [`page writes ${name}`, `page wrote ${name}`];
const line = (purpose: string): string[] => [`line asks for ${purpose}`, `line answers with ${purpose}`];
const backend = (name: string): string[] => [`backend writes ${name}`, `backend wrote ${name}`];
const each = (names: string[], ...nths: number[]): string[] =>
  nths.flatMap((nth) => names.map((name) => `${name} ${nth}`));

/** Every step, in the order they come to; the number counts how often it came: the first, and the last where that one ends something. */
const steps = [
  ...each(twice('names'), 1),
  ...each(['page hands a file over', 'page gets a photo back'], 1),
  ...each(twice('photo'), 1, 5),
  ...each(twice('stacks'), 1),
  ...each(twice('order of the stacks'), 1),
  ...each(twice('drafts'), 1),
  ...each(twice('key'), 1, 4),
  ...each(line('the provider'), 1),
  ...each(twice('manifest'), 1),
  ...each(line('a token'), 1),
  ...each(backend('device'), 1),
  ...each(line('a job'), 1),
  ...each(backend('job'), 1),
  ...each(twice('job'), 1),
  ...each(line('photos'), 1, 2),
  ...each(backend('photo'), 1, 5),
  ...each(backend('items'), 1),
  ...each(backend('tasks'), 1),
  ...each(backend('tasks noted'), 1),
  ...each(line('the job'), 1),
  ...each(line('the events'), 1),
  ...each(backend('run'), 1),
  ...each(['analyser is asked', 'analyser has answered'], 1),
  ...each(['backend writes usage', 'backend writes answer'], 1),
  ...each(backend('item closed'), 1, 2),
  ...each(line('an answer'), 1),
  ...each(twice('answer'), 1, 2),
  ...each(twice('end'), 1),
];
const isFull = process.env['KILL_MATRIX'] === 'full';
const seed = Number(process.env['KILL_SEED'] ?? 1);
const perRun = 2;

/** All of them, or some: the same for the same seed. */
function chosen(killer: Killer): string[] {
  if (isFull) return steps;
  const roll = dice(seed * killers.length + killers.indexOf(killer));
  return steps
    .map((step) => ({ step, lot: roll() }))
    .toSorted((one, other) => one.lot - other.lot)
    .slice(0, perRun)
    .map(({ step }) => step);
}

const folder = mkdtempSync(join(tmpdir(), 'kill-analyse-'));
let world: Killable;
let files: string[];
beforeAll(async () => {
  files = await drawPictures(5, folder);
  world = await startKillable();
});
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const asked = (): number => world.steps.about('analyser is asked').length;
const answered = (): number => world.steps.about('backend wrote item closed').length;

/**
 * What must hold at the end of every run, however it went. `again` = analyses a killed backend was in the middle of:
 * nobody kept their answer, so they alone may be asked for once more.
 */
async function expectWhole({ losses, end }: Story, again = 0): Promise<void> {
  await world.ready();
  const { drafts, intake, photos } = end;
  expect(losses).toEqual([]);
  expect(photos.toSorted()).toEqual(files.map((file) => basename(file)).toSorted());
  expect(new Set(Object.values(await photoHashesIn(world.page()))).size).toBe(files.length);
  const stacks = intake?.stacks.map(({ photoIds }) => photoIds) ?? [];
  expect(stacks.map(({ length }) => length)).toEqual([4, 1]);
  expect(drafts.map(({ photoIds }) => photoIds.join()).toSorted()).toEqual(stacks.map((ids) => ids.join()).toSorted());
  for (const { state, failure, suggestion } of drafts) {
    expect({ state, failure, suggested: suggestion !== null }).toEqual({
      state: 'open',
      failure: null,
      suggested: true,
    });
  }
  const titles = drafts.map(({ fields }) => [fields.title.value, fields.title.source].join());
  expect(titles.toSorted()).toEqual(['Blue midi dress,model', `${title},seller`]);
  const job = bulkJob.parse(await world.ask(`/bulk/jobs/${intake?.serverJobId ?? ''}`));
  expect(job).toMatchObject({ state: 'done', missing: [], usage: { inputTokens: 2_000 } });
  const kept = bulkDraftPage.parse(await world.ask('/bulk/drafts')).drafts;
  expect(kept.map(({ jobId }) => jobId)).toEqual([job.id, job.id]);
  expect(new Set(world.steps.about('analyser is asked')).size).toBe(2);
  expect(asked()).toBeLessThanOrEqual(2 + again);
}

it('an analysis nobody disturbs passes exactly the steps that are cut below', async () => {
  await world.begin();
  await expectWhole(await sellOn(world, files, 0));
  const passed = world.steps.passed();
  expect(steps.filter((step) => !passed.includes(step))).toEqual([]);
  const kinds = (all: readonly string[]): string[] =>
    [...new Set(all.map((step) => step.replace(/ \d+$/, '')))].toSorted();
  expect(kinds(passed)).toEqual(kinds(steps));
});

describe.each(killers)('%s killed at every step of an analysis', (killer) => {
  it.each(chosen(killer))('%s: nothing lost, nothing twice, and it ends', async (step) => {
    await world.begin();
    let cut = 0;
    world.steps.arm(step, async () => {
      await world.kill(killer);
      cut = killer === 'backend' ? asked() - answered() : 0;
    });
    const story = await sellOn(world, files, killer === 'browser' ? 1 : 0);
    expect(world.steps.hasActed(), 'the step was come to').toBe(true);
    await expectWhole(story, cut);
  });
});
