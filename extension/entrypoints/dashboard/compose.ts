/** Where the dashboard's parts meet the real clock, randomness and workers. */
import { workshop } from '../../db/stores.ts';
import { photoDesk } from '../../features/photos/photo-desk.ts';
import { photoWorkers } from '../../features/photos/photo-workers.ts';

const newId = (): string => crypto.randomUUID();
const now = (): number => Date.now();

const workers = photoWorkers(
  () => new Worker(new URL('../../features/photos/photo-worker.ts', import.meta.url), { type: 'module' }),
  // Each holds one decoded photo; a third worker costs memory and, on most machines, gains nothing.
  Math.min(2, navigator.hardwareConcurrency || 2),
  () => AbortSignal.timeout(60_000),
);

export const photos = photoDesk({ workshop, prepare: workers.prepare, now, newId, parallel: 3 }, navigator.locks);
