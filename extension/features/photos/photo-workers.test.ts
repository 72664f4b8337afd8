import { expect, test } from 'vitest';

import { refuse } from './formats/header.ts';
import type { PhotoAnswer } from './photo-worker.ts';
import { photoWorkers, type PhotoWorker } from './photo-workers.ts';

/** Answers when told to; dies when told to. */
function fakeWorkers() {
  const made: { files: Blob[]; answer(answer: PhotoAnswer): void; die(): void; ended: boolean }[] = [];
  const start = (): PhotoWorker => {
    const heard: Record<string, ((event: { data: PhotoAnswer }) => void)[]> = {};
    const worker = {
      files: [] as Blob[],
      ended: false,
      answer: (data: PhotoAnswer) => heard['message']?.at(-1)?.({ data }),
      die: () => heard['error']?.at(-1)?.({ data: refuse('photo-damaged') }),
    };
    made.push(worker);
    return {
      postMessage: (file) => void worker.files.push(file),
      addEventListener: (type: string, listener: (event: { data: PhotoAnswer }) => void) =>
        void (heard[type] ??= []).push(listener),
      terminate: () => {
        worker.ended = true;
      },
    };
  };
  return { made, start };
}
const signal = new AbortController().signal;
const never = (): AbortSignal => new AbortController().signal;
const soon = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

test('never more photos at once than workers; the next one waits for a free worker', async () => {
  const { made, start } = fakeWorkers();
  const workers = photoWorkers(start, 2, never);
  const answers = [1, 2, 3].map(() => workers.prepare(new Blob(['x']), signal));
  await soon();
  expect(made.map(({ files }) => files.length)).toEqual([1, 1]);
  made[0]!.answer(refuse('photo-heic'));
  expect(await answers[0]).toEqual(refuse('photo-heic'));
  await soon();
  expect(made.map(({ files }) => files.length)).toEqual([2, 1]);
});

test('a photo that kills its worker is refused and the rest goes on with a new one', async () => {
  const { made, start } = fakeWorkers();
  const workers = photoWorkers(start, 1, never);
  const first = workers.prepare(new Blob(['bomb']), signal);
  const second = workers.prepare(new Blob(['good']), signal);
  await soon();
  made[0]!.die();
  expect(await first).toEqual(refuse('photo-damaged'));
  expect(made[0]!.ended).toBe(true);
  await soon();
  made[1]!.answer(refuse('photo-empty'));
  expect(await second).toEqual(refuse('photo-empty'));
});

test('a photo that takes for ever is given up', async () => {
  const { made, start } = fakeWorkers();
  const slow = new AbortController();
  const workers = photoWorkers(start, 1, () => slow.signal);
  const answer = workers.prepare(new Blob(['x']), signal);
  await soon();
  slow.abort();
  expect(await answer).toEqual(refuse('photo-damaged'));
  expect(made[0]!.ended).toBe(true);
});

test('after Cancel nothing more is decoded', async () => {
  const { made, start } = fakeWorkers();
  const stop = new AbortController();
  const workers = photoWorkers(start, 1, never);
  stop.abort();
  expect(await workers.prepare(new Blob(['x']), stop.signal)).toEqual(refuse('interrupted'));
  expect(made.every(({ files }) => files.length === 0)).toBe(true);
});
