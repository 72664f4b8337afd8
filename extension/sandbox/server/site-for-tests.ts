import { newState } from '../state.ts';
import { defaultSwitches, type Switches } from '../switches.ts';
import { createApp } from './app.ts';
import { csrfToken, type Site } from './site.ts';

export const anonId = 'anon-1';
const writeHeaders = {
  'x-csrf-token': csrfToken,
  'x-anon-id': anonId,
  cookie: `anon_id=${anonId}`,
  'x-upload-form': 'true',
};

export type Reply = { status: number; headers: Headers; text: string; json: <T = Record<string, unknown>>() => T };

/** The whole site without a network, with a clock that stands still until moved. */
export function siteForTests(change: Partial<Switches> = {}) {
  const clock = { now: 1_790_000_000_000 };
  const quick: Partial<Switches> = { photoMs: 0, fieldMs: 0 };
  const site: Site = {
    state: newState(1),
    switches: { ...defaultSwitches, ...quick, ...change },
    log: [],
    now: () => clock.now,
  };
  const cuts: string[] = [];
  const app = createApp(
    site,
    { set: (more) => void Object.assign(site.switches, more), reset: () => undefined },
    { script: '', style: '' },
  );
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const payload = body instanceof FormData ? body : body === undefined ? null : JSON.stringify(body);
    const socket = { destroy: () => void cuts.push(`${method} ${path}`) };
    const request = { method, headers: { host: 'www.vinted.fr', ...writeHeaders, ...headers }, body: payload };
    const response = await app.request(`https://www.vinted.fr${path}`, request, { incoming: { socket } });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: <T>() => JSON.parse(text) as T,
    };
  };
  const upload = async (bytes: Uint8Array<ArrayBuffer>, type = 'image/jpeg'): Promise<Reply> => {
    const form = new FormData();
    form.set('photo[type]', 'item');
    form.set('photo[temp_uuid]', 'uuid-1');
    form.set('photo[file]', new File([bytes], 'a.jpg', { type }));
    return ask('POST', '/api/v2/photos', form);
  };
  return { site, clock, cuts, ask, upload };
}
