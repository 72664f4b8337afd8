import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';

import { garmentKinds, type GarmentKind } from '../../shared/garments.ts';

import { scaled, type Pixels } from './photo-pixels.ts';

export type KindScore = { kind: GarmentKind; probability: number };
export interface GarmentClassifier {
  /** Probabilities of all ten kinds for one item seen on one or several photos, best first. */
  classify(photos: readonly Pixels[]): Promise<KindScore[]>;
  close(): Promise<void>;
}

const side = 224;
const modelPath = fileURLToPath(new URL('../../models/garment-10.fp16.onnx', import.meta.url));

export async function openClassifier(threads: number): Promise<GarmentClassifier> {
  const session = await InferenceSession.create(modelPath, { intraOpNumThreads: threads, interOpNumThreads: 1 });
  return {
    async classify(photos) {
      const views = [];
      for (const photo of photos) views.push(...(await viewsOf(photo)));
      const output = await session.run({ input: new Tensor('float32', joined(views), [views.length, 3, side, side]) });
      const probabilities = output['probs']?.data as Float32Array;
      return ranked(meanLog(probabilities, views.length));
    },
    close: () => session.release(),
  };
}

/** The photo squashed to a square as in training, and its mirror image: two looks are surer than one. */
async function viewsOf(photo: Pixels): Promise<Float32Array[]> {
  const { data } = await scaled(photo, side, side);
  return [planes(data, (x) => x), planes(data, (x) => side - 1 - x)];
}

function planes(data: Uint8Array, column: (x: number) => number): Float32Array {
  const area = side * side;
  const input = new Float32Array(3 * area);
  for (let index = 0; index < area; index += 1) {
    const from = (index - (index % side) + column(index % side)) * 3;
    for (let channel = 0; channel < 3; channel += 1)
      input[channel * area + index] = (data[from + channel] ?? 0) / 127.5 - 1;
  }
  return input;
}

function joined(views: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(views.length * 3 * side * side);
  for (const [place, view] of views.entries()) all.set(view, place * view.length);
  return all;
}

/** Geometric mean over the views: a view that rules a kind out counts more than one that merely likes another. */
function meanLog(probabilities: Float32Array, views: number): number[] {
  const scores = garmentKinds.map((_, kind) => {
    let sum = 0;
    for (let view = 0; view < views; view += 1)
      sum += Math.log((probabilities[view * garmentKinds.length + kind] ?? 0) + 1e-4);
    return Math.exp(sum / views);
  });
  const total = scores.reduce((sum, score) => sum + score, 0);
  return scores.map((score) => score / total);
}

const ranked = (probabilities: readonly number[]): KindScore[] =>
  garmentKinds
    .map((kind, place) => ({ kind, probability: probabilities[place] ?? 0 }))
    .toSorted((one, other) => other.probability - one.probability);
