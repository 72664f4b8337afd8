import { refuse, type Refused } from './formats/header.ts';
import type { PhotoAnswer } from './photo-worker.ts';
import type { PreparedPhoto } from './prepare-photo.ts';

/** What the pool needs of a `Worker`. */
export interface PhotoWorker {
  postMessage(file: Blob): void;
  addEventListener(
    type: 'message',
    heard: (event: { data: PhotoAnswer }) => void,
    until: { signal: AbortSignal },
  ): void;
  addEventListener(type: 'error' | 'messageerror', heard: () => void, until: { signal: AbortSignal }): void;
  terminate(): void;
}

export interface PhotoWorkers {
  /** Waits for a free worker; a photo that kills or stalls its worker is refused and the worker replaced. */
  prepare(file: Blob, signal: AbortSignal): Promise<PreparedPhoto | Refused>;
  close(): void;
}

/** After so many photos a worker is replaced: only its end surely gives back the pictures it has handed out. */
const photosPerWorker = 8;

/** As many workers as `count`, started when first needed: never more photos than that are decoded at once. */
export function photoWorkers(start: () => PhotoWorker, count: number, timeout: () => AbortSignal): PhotoWorkers {
  const idle: PhotoWorker[] = [];
  const waiting: ((worker: PhotoWorker) => void)[] = [];
  const done = new Map<PhotoWorker, number>();
  let started = 0;

  const take = (): Promise<PhotoWorker> => {
    const free = idle.pop();
    if (free) return Promise.resolve(free);
    if (started < count) {
      started += 1;
      return Promise.resolve(start());
    }
    return new Promise((resolve) => void waiting.push(resolve));
  };
  const give = (worker: PhotoWorker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };

  return {
    async prepare(file, signal) {
      const worker = await take();
      if (signal.aborted) {
        give(worker);
        return refuse('interrupted');
      }
      const answer = await askWorker(worker, file, timeout());
      const count = (done.get(worker) ?? 0) + 1;
      done.set(worker, count);
      if (answer && count < photosPerWorker) give(worker);
      else {
        done.delete(worker);
        worker.terminate();
        give(start());
      }
      return answer ?? refuse('photo-damaged');
    },
    close() {
      for (const worker of idle.splice(0)) worker.terminate();
      started = 0;
    },
  };
}

/** `null` when the worker died or took too long. */
function askWorker(worker: PhotoWorker, file: Blob, timeout: AbortSignal): Promise<PhotoAnswer | null> {
  return new Promise((resolve) => {
    const heard = new AbortController();
    const end = (answer: PhotoAnswer | null): void => {
      heard.abort();
      resolve(answer);
    };
    worker.addEventListener('message', (event) => end(event.data), heard);
    worker.addEventListener('error', () => end(null), heard);
    worker.addEventListener('messageerror', () => end(null), heard);
    timeout.addEventListener('abort', () => end(null), heard);
    worker.postMessage(file);
  });
}
