/**
 * Filling Vinted's form with pacing *instant*, beside a Playwright script that fills the same form.
 *
 * Both fill the sandbox's form in the same browser, turn about: two photos and every field of a T-shirt. Ours is timed by
 * its own journal from the opened form to the verified one; the script from its `goto` to the last field read back, less
 * the median of its `goto` alone. The figure is the median of the rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createFakeAnalyser } from '../backend/testing/fake-analyser.ts';
import { jobsIn, journalIn, say, until } from '../extension/e2e/extension-state.ts';
import { drawPictures } from '../extension/e2e/pictures.ts';
import { draftOfForm, seedDrafts } from '../extension/e2e/seed-form.ts';
import { startWorld, type World } from '../extension/e2e/world.ts';
import { holds, sideBySide } from '../scripts/figures.ts';
import { tee } from './fill/tee.ts';
import { fillWithPlaywright } from './fill/with-playwright.ts';

const rounds = 7;
const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export async function run(): Promise<{ ok: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'vintedbot-fill-'));
  const world = await startWorld({
    backend: { analyser: { ...createFakeAnalyser(), kind: 'built-in', provider: null } },
  });
  try {
    const photos = await drawPictures(2, folder);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await fillOurs(world, round));
      theirs.push(await fillTheirs(world, round, photos));
    }
    const loads = await loadAlone(world);
    const figure = { what: 'fill a form', ours: median(ours), peer: median(theirs) - loads, unit: 'ms', atMost: 1 };
    console.log(sideBySide([figure], 'Playwright').join('\n'));
    return { ok: holds(figure) };
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillOurs({ page }: World, round: number): Promise<number> {
  const id = `bench-${round}`;
  await seedDrafts(page, [draftOfForm(id, `Tee bench ${round}`, tee)]);
  await say(page, 'jobs.publish', { draftIds: [id], how: 'fill' });
  const jobs = await until(
    () => jobsIn(page),
    (all) => all.some((job) => job.draftId === id && job.doneAt !== null),
    60_000,
    'the filled form',
  );
  const job = jobs.find((one) => one.draftId === id);
  const lines = (await journalIn(page)).filter((line) => line.jobId === job?.id);
  const begun = lines.find((line) => line.step === 'fill-photos' && line.event === 'started');
  const ended = lines.at(-1);
  if (!begun || ended?.event !== 'done') throw new Error(`The job ended with ${ended?.event}.`);
  return ended.at - begun.at;
}

async function fillTheirs({ harness, market }: World, round: number, photos: string[]): Promise<number> {
  const form = { ...tee, title: `Tee peer ${round}` };
  const page = await harness.context.newPage();
  const begun = performance.now();
  const category = { id: 221, path: [], ids: [1904, 4, 12, 221] };
  await fillWithPlaywright(page, `https://${market}/items/new`, { ...form, category }, photos);
  const took = performance.now() - begun;
  await page.close({ runBeforeUnload: false });
  return took;
}

async function loadAlone({ harness, market }: World): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const page = await harness.context.newPage();
    const begun = performance.now();
    await page.goto(`https://${market}/items/new`);
    times.push(performance.now() - begun);
    await page.close();
  }
  return median(times);
}
