import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';

import type { AppDeps, AppEnv } from './app-deps.ts';

/** One line per request: the route's pattern, never the address with its ids, never a header or a body. */
export const logRequests = (deps: AppDeps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const startedAt = deps.clock.now();
    await next();
    const facts = {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
    };
    deps.logger.info({ ...facts, ms: deps.clock.now() - startedAt }, 'request');
  });
