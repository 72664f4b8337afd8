import type { PhotoKind } from '../../shared/bulk.ts';

import type { Pixels } from './photo-pixels.ts';
import type { TextBox } from './text-boxes.ts';
import { openTextModels, type ReadLine, type TextModels } from './text-models.ts';

export type PhotoText = { kind: PhotoKind; lines: ReadLine[] };
export interface LabelReader {
  read(photo: Pixels, signal: AbortSignal): Promise<PhotoText>;
  close(): Promise<void>;
}

/** A quick look first: most photos show a garment and no text worth reading. */
const quickSide = 480;
const fullSide = 960;
const mostLines = 60;
/** Photos with this many characters that are not spaces are of a label (vision.md §0). */
const labelCharacters = 20;
const readableFrom = 0.6;

/** Reads one photo after the other: the networks' memory is the largest thing in the process. */
export async function openLabelReader(threads: number): Promise<LabelReader> {
  const models = await openTextModels(threads);
  let queue: Promise<unknown> = Promise.resolve();
  return {
    read(photo, signal) {
      const turn = queue.then(() => {
        signal.throwIfAborted();
        return readPhoto(models, photo, signal);
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      await queue;
      await models.close();
    },
  };
}

async function readPhoto(models: TextModels, photo: Pixels, signal: AbortSignal): Promise<PhotoText> {
  const quick = await models.find(photo, quickSide);
  if (quick.length === 0) return { kind: 'garment', lines: [] };
  const boxes = await models.find(photo, fullSide);
  const lines = await readBoxes(models, photo, (boxes.length === 0 ? quick : boxes).slice(0, mostLines), signal);
  const characters = lines.reduce((count, { text }) => count + text.replaceAll(/\s/g, '').length, 0);
  return { kind: characters >= labelCharacters ? 'label' : 'garment', lines };
}

/** As it stands and, where that reads badly, upside down: a label turned by 180° is as common as an upright one. */
async function readBoxes(
  models: TextModels,
  photo: Pixels,
  boxes: readonly TextBox[],
  signal: AbortSignal,
): Promise<ReadLine[]> {
  const ordered = inReadingOrder(boxes);
  const upright = await readAll(models, photo, ordered, false, signal);
  if (legibility(upright) >= 0.9) return joinedRows(upright);
  const turned = await readAll(
    models,
    photo,
    ordered.toReversed().map((row) => row.toReversed()),
    true,
    signal,
  );
  return joinedRows(legibility(turned) > legibility(upright) ? turned : upright);
}

async function readAll(
  models: TextModels,
  photo: Pixels,
  rows: readonly TextBox[][],
  upsideDown: boolean,
  signal: AbortSignal,
): Promise<ReadLine[][]> {
  const read: ReadLine[][] = [];
  for (const row of rows) {
    const lines: ReadLine[] = [];
    for (const box of row) {
      signal.throwIfAborted();
      lines.push(await models.read(photo, box, upsideDown));
    }
    read.push(lines);
  }
  return read;
}

/** Mean confidence by character. */
function legibility(rows: readonly ReadLine[][]): number {
  const lines = rows.flat();
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return characters === 0
    ? 0
    : lines.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / characters;
}

const joinedRows = (rows: readonly ReadLine[][]): ReadLine[] =>
  rows.flatMap((row) => {
    const legible = row.filter(({ text, confidence }) => text !== '' && confidence >= readableFrom);
    if (legible.length === 0) return [];
    return [
      {
        text: legible.map(({ text }) => text).join(' '),
        confidence: Math.min(...legible.map(({ confidence }) => confidence)),
      },
    ];
  });

/** Rows from top to bottom and boxes from left to right, as seen along the text's own direction. */
function inReadingOrder(boxes: readonly TextBox[]): TextBox[][] {
  const angle = middle(boxes.map((box) => box.angle));
  const along = (box: TextBox): number => box.x * Math.cos(angle) + box.y * Math.sin(angle);
  const down = (box: TextBox): number => box.y * Math.cos(angle) - box.x * Math.sin(angle);
  const rows: TextBox[][] = [];
  for (const box of boxes.toSorted((one, other) => down(one) - down(other))) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && down(box) - down(first) < 0.5 * Math.min(first.height, box.height)) row.push(box);
    else rows.push([box]);
  }
  return rows.map((row) => row.toSorted((one, other) => along(one) - along(other)));
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
