import { Hono } from 'hono';

import { changeByHand, draftsOf, listingsOf, sellToBuyer, type StoredItem } from '../state.ts';
import type { Switches } from '../switches.ts';
import { controlPage } from './control-page.ts';
import { seedWardrobe } from './seed-wardrobe.ts';
import type { Env, Site } from './site.ts';

export interface Controls {
  set(change: Partial<Switches>): void;
  reset(): void;
}

/** The state as JSON: photos by digest, their bytes at `/__sandbox/photo/{id}`. */
export function stateAnswer(site: Site): Record<string, unknown> {
  const { state } = site;
  const withPhotos = (item: StoredItem) => ({
    ...item,
    photos: item.body.assigned_photos.flatMap(({ id }) => {
      const photo = state.photos.find((one) => one.id === id);
      return photo
        ? [
            {
              id,
              sha256: photo.sha256,
              name: photo.name,
              type: photo.type,
              bytes: photo.bytes.length,
            },
          ]
        : [];
    }),
  });
  return {
    members: state.members,
    listings: listingsOf(state).map(withPhotos),
    drafts: draftsOf(state).map(withPhotos),
    deleted: state.items.filter((item) => item.deletedAt !== null).map(withPhotos),
    photos: state.photos.map(({ bytes, ...photo }) => ({ ...photo, bytes: bytes.length })),
    writes: state.writes,
    paid: state.paid,
  };
}

/** For tests outside this process and for a person: state, switches, log, reset. */
export function controlRoutes(site: Site, controls: Controls): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', (ask) => ask.html(controlPage(site)));
  app.get('/state', (ask) => ask.json(stateAnswer(site)));
  app.get('/switches', (ask) => ask.json(site.switches));
  app.post('/switches', async (ask) => {
    controls.set(await ask.req.json<Partial<Switches>>());
    return ask.json(site.switches);
  });
  // What others do, or the member elsewhere: not in the write log.
  app.post('/seed', async (ask) => {
    const { count } = await ask.req.json<{ count: number }>();
    return ask.json({ ids: seedWardrobe(site.state, count, site.now()).map(({ id }) => id) });
  });
  app.post('/sold', async (ask) => {
    sellToBuyer(site.state, (await ask.req.json<{ id: number }>()).id);
    return ask.json({ ok: true });
  });
  app.post('/by-hand', async (ask) => {
    const { id, change } = await ask.req.json<{ id: number; change: Parameters<typeof changeByHand>[2] }>();
    changeByHand(site.state, id, change);
    return ask.json({ ok: true });
  });
  app.get('/log', (ask) => ask.json(site.log));
  app.on(['GET', 'POST'], '/reset', (ask) => {
    controls.reset();
    return ask.json({ ok: true });
  });
  // Where the page reports a click on a paid push; nothing may ever arrive here.
  app.post('/paid', async (ask) => {
    const { what, id } = await ask.req.json<{ what: string; id: number }>();
    site.state.paid.push({ at: site.now(), memberId: site.switches.signedInAs ?? 0, what, id });
    return ask.json({ ok: true });
  });
  app.get('/photo/:id', (ask) => {
    const photo = site.state.photos.find((one) => one.id === Number(ask.req.param('id')));
    if (!photo) return ask.notFound();
    return ask.body(new Uint8Array(photo.bytes), 200, { 'content-type': photo.type });
  });
  return app;
}
