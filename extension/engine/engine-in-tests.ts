import { createEngine, type Engine } from './engine.ts';

type Deps = Parameters<typeof createEngine>[0];
type Parts = Pick<Deps, 'store' | 'accounts' | 'paces' | 'flows' | 'now' | 'sleep'> & Partial<Deps>;

/** One life of an engine that nobody watches: every page is there at once, nothing is paused between two jobs. */
export function engineInTests(world: { stopped: boolean; alarm: number | null }, life: string, parts: Parts): Engine {
  let ids = 0;
  return createEngine({
    bring: async () => -1,
    newId: () => `${life}-${(ids += 1)}`,
    isStopped: async () => world.stopped,
    isOffline: (error) => error instanceof Error && error.message === 'offline',
    ceilingsHold: async () => true,
    pause: async () => 0,
    arm: async (at) => void (world.alarm = at),
    changed: () => {},
    over: async () => {},
    tellPageToStop: async () => {},
    met: () => {},
    ...parts,
  });
}
