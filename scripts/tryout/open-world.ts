import { startWorld, type World } from '../../extension/e2e/world.ts';
import type { Arguments } from './arguments.ts';
import { readDefaults } from './read-defaults.ts';

/** The try-out's world: the backend with whatever analyser the environment names, the site and browser as asked for. */
export const openWorld = (given: Arguments): Promise<World> =>
  startWorld({
    backend: { env: { LOG_LEVEL: 'warn', ...process.env } },
    headless: given.headless,
    market: given.market,
    defaults: readDefaults(given.defaults),
    ...(given.sitePort === null ? {} : { sitePort: given.sitePort }),
  });
