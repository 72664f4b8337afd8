/**
 * 200 photos of 12 megapixels from the drop to finished drafts, against the goals and against their slowest stage alone.
 *
 * Two runs, each in a fresh browser with the real dashboard, the real backend on a database of its own and an analyser that
 * answers at once, so that what is measured is ours. The photos (JPEG, 3 to 5 MB, some turned, some with a place) are drawn
 * once into the temporary folder.
 *
 * Stages: *prepare* from the drop until the items lie there to be checked (decode, turn, strip, three copies, hash, store,
 * group); *upload* from the press on "Make drafts" until the backend has every photo checked and stored; *analyse* from
 * there until every draft has its fields. Nothing is sent before the seller presses the button, which the bench does at
 * once. The first run keeps the stages apart (the analyser answers only after the last upload), the second lets them
 * run as they do for a seller: its total is what counts.
 *
 * Memory: resident bytes (/proc, ten times a second) of *all* processes of the browser, less what they held when the empty
 * dashboard was open. Pages shared between processes count in each, so the truth is lower. Block: the worst of the browser's
 * own long tasks and the gaps of a 10 ms heartbeat in the dashboard, over the whole run. Beside it an idle thread keeps the
 * same time: what it is late by others on this machine take.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cameraRoll } from '../extension/e2e/camera-roll.ts';
import { holds, sideBySide, type Figure } from '../scripts/figures.ts';
import { runRoll, type Measured } from './photos/run-roll.ts';

const mega = 1024 * 1024;

export async function run(args: readonly string[]): Promise<{ ok: boolean }> {
  const count = Number(args[0] ?? 200);
  console.log(`Drawing ${count} photos of 12 megapixels where they are missing …`);
  const files = await cameraRoll(join(tmpdir(), 'vintedbot-camera-roll'), count);
  const apart = await runRoll(files, true);
  const together = await runRoll(files, false);
  return { ok: report(apart, together) };
}

function report(apart: Measured, together: Measured): boolean {
  const seconds = (ms: number | null): string => `${((ms ?? 0) / 1_000).toFixed(1)} s`;
  console.log(
    `\nStages alone: prepare ${seconds(apart.prepare)}, upload ${seconds(apart.upload)}, analyse ${seconds(apart.analyse)}`,
  );
  console.log(
    `Together: prepare ${seconds(together.prepare)}, then upload and analyse ${seconds(together.total - together.prepare)}`,
  );
  console.log(`Drafts with fields: ${apart.drafts} and ${together.drafts}; uploads at once: ${together.uploadsAtOnce}`);
  const runs = [apart, together];
  const preparing = runs.map(({ memory }) => ((memory.prepare - memory.idle) / mega).toFixed(0)).join(' and ');
  console.log(`Memory above idle while photos were prepared: up to ${preparing} MB`);
  const lateness = runs.map(({ noise }) => noise.toFixed(0)).join(' and ');
  console.log(`The machine itself: an idle 10 ms heartbeat beside the browser was late by up to ${lateness} ms`);
  const worst = (of: (run: Measured) => number): number => Math.max(...runs.map(of));
  const goals: Figure[] = [
    {
      what: 'memory above idle',
      ours: worst(({ memory }) => memory.peak - memory.idle) / mega,
      peer: 600,
      unit: 'MB',
      atMost: 1,
    },
    { what: 'longest block, heartbeat', ours: worst(({ block }) => block.beat), peer: 100, unit: 'ms', atMost: 1 },
    {
      what: 'longest block, tasks',
      ours: Math.max(
        1,
        worst(({ block }) => block.task),
      ),
      peer: 100,
      unit: 'ms',
      atMost: 1,
    },
  ];
  const slowest = Math.max(apart.prepare, apart.upload ?? 0, apart.analyse ?? 0);
  const pace: Figure[] = [
    { what: 'total', ours: together.total / 1_000, peer: slowest / 1_000, unit: 's', atMost: 1.3 },
  ];
  for (const line of ['', ...sideBySide(goals, 'goal'), '', ...sideBySide(pace, 'slowest stage')]) console.log(line);
  const isParallel = together.uploadsAtOnce > 1 && together.uploadsAtOnce <= 4;
  const isWhole = apart.drafts > 0 && apart.drafts === together.drafts;
  if (!isParallel) console.log('MISSED: uploads run in parallel, at most four at once');
  if (!isWhole) console.log('MISSED: every draft has its fields');
  return [...goals, ...pace].every(holds) && isParallel && isWhole;
}
