import { startWorld, type World, type WorldOptions } from '../../extension/e2e/world.ts';
import type { Arguments } from './arguments.ts';
import { readDefaults } from './read-defaults.ts';

/**
 * The try-out's world: the backend with whatever analyser the environment names, the site and browser as asked for. A
 * window speaks the seller's own language; what runs by itself looks for English words.
 */
export const openWorld = (given: Arguments, more: WorldOptions = {}): Promise<World> =>
  startWorld(
    Object.assign(more, {
      backend: { env: { LOG_LEVEL: 'warn', ...process.env } },
      headless: given.headless,
      market: given.market,
      defaults: readDefaults(given.defaults),
      ...(given.headless ? {} : { language: null }),
      ...(given.sitePort === null ? {} : { sitePort: given.sitePort }),
    }),
  );
