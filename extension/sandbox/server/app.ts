import { Hono, type MiddlewareHandler } from 'hono';

import { marketOf } from '../hosts.ts';
import type { Bundle } from './bundle.ts';
import { controlRoutes, type Controls } from './control.ts';
import { extraRoutes } from './extras.ts';
import { formDataRoutes } from './form-data.ts';
import { formFieldRoutes } from './form-fields.ts';
import { itemRoutes } from './items.ts';
import { memberRoutes } from './members.ts';
import { pageRoutes } from './pages.ts';
import { findPhotoByPath, photoRoutes } from './photos.ts';
import { playFaults } from './play-faults.ts';
import { failure } from './refuse.ts';
import { wardrobeRoutes } from './wardrobe.ts';
import type { Env, Site } from './site.ts';

/** In this order: the first one also keeps the logged-out away from the form's data. */
const apis = [formDataRoutes, formFieldRoutes, photoRoutes, itemRoutes, memberRoutes, wardrobeRoutes, extraRoutes];

const isControl = (path: string): boolean => path.startsWith('/__sandbox');

const withLog =
  (site: Site): MiddlewareHandler<Env> =>
  async (ask, next) => {
    ask.set('market', marketOf(ask.req.header('host')));
    ask.set('fault', null);
    if (isControl(ask.req.path)) return next();
    const at = site.now();
    await next();
    const { pathname, search } = new URL(ask.req.url);
    const { method } = ask.req;
    const host = ask.req.header('host') ?? '';
    site.log.push({
      at,
      host,
      method,
      path: pathname + search,
      status: ask.res.status,
      fault: ask.var.fault,
    });
  };

function assets(site: Site, bundle: Bundle): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/assets/site.js', (ask) => ask.body(bundle.script, 200, { 'content-type': 'text/javascript' }));
  app.get('/assets/site.css', (ask) => ask.body(bundle.style, 200, { 'content-type': 'text/css' }));
  app.on('GET', ['/t/*', '/tc/*'], (ask) => {
    const photo = findPhotoByPath(site, ask.req.path);
    if (!photo) return ask.notFound();
    return ask.body(new Uint8Array(photo.bytes), 200, {
      'content-type': photo.type,
      'cache-control': 'no-store',
    });
  });
  return app;
}

/** The whole pretend site as one function from request to answer. */
export function createApp(site: Site, controls: Controls, bundle: Bundle): Hono<Env> {
  const app = new Hono<Env>();
  app.use('*', withLog(site), playFaults(site));
  app.route('/__sandbox', controlRoutes(site, controls));
  app.route('/', assets(site, bundle));
  for (const routes of apis) app.route('/api/v2', routes(site));
  app.all('/api/*', (ask) => failure(ask, 404, 104, 'not_found'));
  app.route('/', pageRoutes(site));
  return app;
}
