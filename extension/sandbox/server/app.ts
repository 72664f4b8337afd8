import { Hono, type MiddlewareHandler } from 'hono';

import { marketOf } from '../hosts.ts';
import type { Fault } from '../switches.ts';
import type { Bundle } from './bundle.ts';
import { controlRoutes, type Controls } from './control.ts';
import { extraRoutes } from './extras.ts';
import { endpointOf, takeFault } from './faults.ts';
import { formDataRoutes } from './form-data.ts';
import { formFieldRoutes } from './form-fields.ts';
import { itemRoutes } from './items.ts';
import { memberRoutes } from './members.ts';
import { pageRoutes } from './pages.ts';
import { findPhotoByPath, photoRoutes } from './photos.ts';
import { failure, refusal } from './refuse.ts';
import { wardrobeRoutes } from './wardrobe.ts';
import { pause, type Ask, type Env, type Site } from './site.ts';

/** In this order: the first one also keeps the logged-out away from the form's data. */
const apis = [formDataRoutes, formFieldRoutes, photoRoutes, itemRoutes, memberRoutes, wardrobeRoutes, extraRoutes];

const isControl = (path: string): boolean => path.startsWith('/__sandbox');

/** Ends the connection itself: Chromium would resend a POST that was cut on a connection kept alive. */
const cut = (ask: Ask): void => void ask.env.incoming.socket.destroy();

async function play(ask: Ask, site: Site, fault: Fault, next: () => Promise<void>): Promise<Response | void> {
  ask.set('fault', fault.is);
  const answer = refusal(ask, fault, site, endpointOf(ask.req.method, ask.req.path) === 'page');
  if (answer) return answer;
  if (fault.is === 'cut-before') return cut(ask);
  if (fault.is === 'slow') await pause(fault.ms ?? 3000);
  await next();
  if (fault.is === 'cut-after') cut(ask);
}

const withFaults =
  (site: Site): MiddlewareHandler<Env> =>
  async (ask, next) => {
    const endpoint = endpointOf(ask.req.method, ask.req.path);
    if (endpoint === null) return next();
    await pause(endpoint === 'page' ? 0 : site.switches.answerMs);
    const fault = takeFault(site.switches, endpoint);
    return fault ? play(ask, site, fault, next) : next();
  };

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
  app.use('*', withLog(site), withFaults(site));
  app.route('/__sandbox', controlRoutes(site, controls));
  app.route('/', assets(site, bundle));
  for (const routes of apis) app.route('/api/v2', routes(site));
  app.all('/api/*', (ask) => failure(ask, 404, 104, 'not_found'));
  app.route('/', pageRoutes(site));
  return app;
}
