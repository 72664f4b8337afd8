import { createMiddleware } from 'hono/factory';

import { findDevice } from '../auth/device-tokens.ts';
import type { AppDeps, AppEnv } from './app-deps.ts';
import { createRateLimit } from './rate-limit.ts';
import { Refused } from './refused.ts';

const anyExtension = /^(chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Our extension's pages and this server's own; requests without `Origin` do not come from a page. */
export function isAllowedOrigin({ config }: AppDeps, origin: string): boolean {
  if (config.ownOrigins.includes(origin)) return true;
  return config.extensionOrigins === null ? anyExtension.test(origin) : config.extensionOrigins.includes(origin);
}

/** Pages of other sites get nothing, not even an unreadable effect. */
export const refuseForeignPages = (deps: AppDeps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const origin = c.req.header('origin');
    if (origin === undefined || isAllowedOrigin(deps, origin)) return next();
    throw new Refused('unauthorized', 'Pages of other sites may not call this server.');
  });

/** `Authorization: Bearer <device token>`; the device is the owner of everything made with it. */
export function requireDevice(deps: AppDeps) {
  const limit = createRateLimit(deps.clock, deps.config.requestsPerMinute, 60_000);
  return createMiddleware<AppEnv>(async (c, next) => {
    const token = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const deviceId = token && (await findDevice(deps.db, deps.clock, token));
    if (!deviceId) throw new Refused('unauthorized', 'A valid device token is needed.');
    limit.take(deviceId);
    c.set('ownerId', deviceId);
    await next();
  });
}

/** JSON is named as such: nothing else is guessed at. */
export function requireMediaType(header: string | undefined, wanted: string): void {
  if (header?.split(';')[0]?.trim().toLowerCase() === wanted) return;
  throw new Refused('unsupported-media-type', `Send ${wanted}.`);
}
