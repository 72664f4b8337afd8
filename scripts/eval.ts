// Measures the built-in analyser on a folder of labelled photos: `npm run eval -- DIR`.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { createBuiltInAnalyser } from '../backend/analyser/built-in-analyser.ts';

import { readFolder } from './eval/labelled-photos.ts';
import { lookAt, type Seen } from './eval/look-at-photos.ts';
import { catalogFigures, readCatalog } from './eval/measure-catalog.ts';
import {
  calibration,
  colourFigures,
  guessesOf,
  isKnownKind,
  kindFigures,
  photoKindFigures,
  timing,
  type Figure,
} from './eval/measure.ts';
import { calibrationTable, confusionTable, figureLine, missed } from './eval/report.ts';

const now = (): number => performance.now();
const say = (...lines: string[]): void => console.log(lines.join('\n'));

process.exitCode = await main(process.argv[2]);

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined || !existsSync(folder) || !statSync(folder).isDirectory()) {
    say(
      'Usage: npm run eval -- DIR',
      'DIR holds photos, a labels.csv (filename,class) and, if you have one, a colours.csv (filename,colour|colour).',
    );
    return 2;
  }
  const { photos, complaints } = readFolder(folder);
  if (photos.length === 0) {
    say(`Nothing to measure: no photo in ${folder} is named by a labels.csv or colours.csv.`, ...complaints);
    return 2;
  }
  const seen = await lookAtAll(photos, folder);
  for (const complaint of [...complaints, ...seen.complaints]) say(`skipped  ${complaint}`);
  return report(seen, folder);
}

async function lookAtAll(photos: ReturnType<typeof readFolder>['photos'], folder: string): Promise<Seen> {
  const analyser = await createBuiltInAnalyser();
  const tell = (done: number): void => {
    if (done % 100 === 0) process.stderr.write(`${done} of ${photos.length} photos\n`);
  };
  try {
    return await lookAt(photos, folder, analyser, now, tell);
  } finally {
    await analyser.close();
  }
}

function report(seen: Seen, folder: string): number {
  const guesses = guessesOf(seen.photos);
  const known = guesses.filter(({ label }) => isKnownKind(label));
  const { bins, error } = calibration(guesses);
  const { median, p90 } = timing(seen.photos);
  const catalog = readCatalog([join(folder, '../vinted/catalog.json'), '../shared/vinted/catalog.json']);
  const photoFigures = [...kindFigures(guesses), ...photoKindFigures(seen.photos), ...colourFigures(seen.photos)];
  const treeFigures = catalogFigures(catalog, now);
  say(
    '',
    `${seen.photos.length} photos, ${known.length} of the ten kinds, ${guesses.length - known.length} of others (reported apart)`,
  );
  say(
    '',
    ...confusionTable(guesses),
    '',
    ...calibrationTable(bins),
    `expected calibration error ${error?.toFixed(3) ?? '–'}`,
  );
  say('', ...photoFigures.map(figureLine));
  say(
    '',
    catalog ? 'Catalogue: the whole tree' : 'Catalogue: the small tree of the tests',
    ...treeFigures.map(figureLine),
  );
  say('', `milliseconds a photo: median ${median.toFixed(0)}, p90 ${p90.toFixed(0)}`);
  return verdict([...photoFigures, ...treeFigures]);
}

function verdict(figures: readonly Figure[]): number {
  const failed = missed(figures);
  say(
    '',
    failed.length === 0
      ? 'PASSED: every demand with data is met.'
      : `MISSED: ${failed.map(({ name }) => name).join('; ')}`,
  );
  return failed.length === 0 ? 0 : 1;
}
