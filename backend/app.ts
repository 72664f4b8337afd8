import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { sql } from 'drizzle-orm';

import { deviceRoutes } from './auth/device-routes.ts';
import { draftRoutes } from './bulk/draft-routes.ts';
import { eventRoutes } from './bulk/event-routes.ts';
import { jobRoutes } from './bulk/job-routes.ts';
import { answerError, answerRefusal } from './http/answers.ts';
import type { AppDeps } from './http/app-deps.ts';
import { docsRoutes } from './http/docs-routes.ts';
import { isAllowedOrigin, refuseForeignPages, requireDevice } from './http/guards.ts';
import { logRequests } from './http/log-requests.ts';
import { Refused } from './http/refused.ts';
import { newRoutes } from './http/route-parts.ts';

/** The whole server as a function of what it depends on: no environment, no port, no clock of its own. */
export function createApp(deps: AppDeps) {
  const app = newRoutes();
  app.onError(answerError(deps.logger));
  app.notFound((c) => answerRefusal(c, new Refused('not-found', 'There is no such route.')));
  useMiddleware(app, deps);

  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    await deps.db.execute(sql`select 1`);
    if (!deps.isServing()) throw new Refused('unavailable', 'The server is going away.', { retryAfter: 5_000 });
    return c.json({ ok: true });
  });

  app.use('/api/v1/bulk/*', requireDevice(deps));
  app.route('/api/v1', deviceRoutes(deps));
  app.route('/api/v1/bulk', jobRoutes(deps));
  app.route('/api/v1/bulk', eventRoutes(deps));
  app.route('/api/v1/bulk', draftRoutes(deps));
  app.route('/', docsRoutes(app, deps.config.version));
  return app;
}

function useMiddleware(app: ReturnType<typeof newRoutes>, deps: AppDeps): void {
  const lifetime = 'max-age=63072000; includeSubDomains';
  app.use(requestId());
  app.use(logRequests(deps));
  app.use(
    secureHeaders({
      strictTransportSecurity: lifetime,
      crossOriginResourcePolicy: 'cross-origin',
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    }),
  );
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.use(
    cors({
      origin: (origin) => (isAllowedOrigin(deps, origin) ? origin : null),
      allowMethods: ['GET', 'POST', 'PATCH'],
      allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Last-Event-ID'],
      exposeHeaders: ['Retry-After', 'X-Request-Id'],
      maxAge: 600,
    }),
  );
  app.use('/api/*', refuseForeignPages(deps));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, allowed) => {
        c.header('Allow', allowed.join(', '));
        return answerRefusal(c, new Refused('method-not-allowed', 'This route does not know that method.'));
      },
    }),
  );
}
