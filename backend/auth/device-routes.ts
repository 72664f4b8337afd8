import { createRoute } from '@hono/zod-openapi';

import { capabilities, deviceToken } from '../../shared/bulk.ts';
import type { AppDeps } from '../http/app-deps.ts';
import { answers, json, newRoutes } from '../http/route-parts.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { issueDeviceToken } from './device-tokens.ts';

const createDevice = createRoute({
  method: 'post',
  path: '/devices',
  summary: 'Issue a device token',
  description:
    'Anybody may call this; limited per address. The token is shown this once and identifies the caller from then on: ' +
    'whatever is made with it can be read only with it.',
  responses: { 201: json(deviceToken, 'The token'), ...answers(429) },
});

const readCapabilities = createRoute({
  method: 'get',
  path: '/capabilities',
  summary: 'What this server can do',
  description: 'Anybody may call this. `provider` is where photos would go, null when they stay on this server.',
  responses: { 200: json(capabilities, 'Version and analyser') },
});

export function deviceRoutes(deps: AppDeps) {
  const limit = createRateLimit(deps.clock, deps.config.devicesPerHour, 3_600_000);
  return newRoutes()
    .openapi(createDevice, async (c) => {
      limit.take(deps.addressOf(c));
      return c.json(await issueDeviceToken(deps.db, deps.clock, deps.random), 201);
    })
    .openapi(readCapabilities, (c) =>
      c.json({ version: deps.config.version, analyser: deps.analyser, provider: deps.provider }, 200),
    );
}
