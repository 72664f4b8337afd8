import { createHash } from 'node:crypto';

import { Hono } from 'hono';

import { takeId, type Photo } from '../state.ts';
import { failure, mayNotWrite } from './refuse.ts';
import { csrfToken, pause, signedIn, type Env, type Site } from './site.ts';

const maximum = 9 * 1024 * 1024;
const kinds = ['image/jpeg', 'image/gif', 'image/png', 'image/webp'];

export const photoUrl = (photo: Photo, size: 'f800' | 'full'): string => {
  const stamp = Math.floor(photo.at / 1000);
  const head = size === 'full' ? 'tc' : 't';
  return `https://images1.vinted.net/${head}/01_${photo.id}/f800/${stamp}.webp?s=${photo.sha256.slice(0, 40)}`;
};

export const photoAnswer = (photo: Photo, orientation = 0): Record<string, unknown> => ({
  id: photo.id,
  temp_uuid: photo.temp_uuid,
  url: photoUrl(photo, 'f800'),
  full_size_url: photoUrl(photo, 'full'),
  orientation,
  high_resolution: {
    id: String(photo.id),
    timestamp: Math.floor(photo.at / 1000),
    orientation: null,
  },
});

async function readPhoto(site: Site, form: FormData): Promise<Photo | 'refused'> {
  const file = form.get('photo[file]');
  const uuid = form.get('photo[temp_uuid]');
  if (!(file instanceof File) || file.size === 0 || file.size > maximum || !kinds.includes(file.type)) return 'refused';
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    id: takeId(site.state),
    memberId: site.switches.signedInAs ?? 0,
    temp_uuid: typeof uuid === 'string' ? uuid : '',
    name: file.name,
    type: file.type,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    at: site.now(),
  };
}

/** Photo upload: the bytes are kept exactly as sent, so that tests can compare them. */
export function photoRoutes(site: Site): Hono<Env> {
  const app = new Hono<Env>();
  let photoCount = 0;
  app.post('/photos', async (ask) => {
    const refused = mayNotWrite(ask, site, csrfToken);
    if (refused) return refused;
    const photo = await readPhoto(site, await ask.req.formData());
    // Unequal times, so that uploads started together end in another order.
    await pause(site.switches.photoMs * (0.5 + (photoCount++ % 3) * 0.5));
    if (photo === 'refused' || !signedIn(site)) return failure(ask, 400, 99, 'validation_error');
    site.state.photos.push(photo);
    site.state.writes.push({
      at: site.now(),
      kind: 'photo',
      memberId: photo.memberId,
      id: photo.id,
      detail: photo.sha256,
    });
    return ask.json(photoAnswer(photo));
  });
  return app;
}

/** The photo host: the same bytes under both address shapes. */
export function findPhotoByPath(site: Site, path: string): Photo | undefined {
  const id = Number(/^\/tc?\/01_(\d+)\//.exec(path)?.[1] ?? 0);
  return site.state.photos.find((photo) => photo.id === id);
}
