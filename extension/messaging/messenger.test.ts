import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { BackgroundHandlers } from './messenger.ts';

type Listener = (raw: unknown, sender: unknown, respond: (reply: unknown) => void) => true | undefined;

/** A browser with one extension, ours; `answer` is what the other side replies. */
const world = vi.hoisted(() => {
  const state = { listeners: [] as Listener[], answer: (_message: unknown): unknown => undefined };
  Object.assign(globalThis, {
    chrome: {
      runtime: {
        id: 'us',
        onMessage: {
          addListener: (listener: Listener) => state.listeners.push(listener),
          removeListener: (listener: Listener) => state.listeners.splice(state.listeners.indexOf(listener), 1),
        },
        sendMessage: async (message: unknown) => state.answer(message),
      },
    },
  });
  return state;
});

const { ask, serveBackground } = await import('./messenger.ts');

const calls: [string, unknown][] = [];
let kind: 'page' | 'extension' | undefined = 'extension';

const handlers = new Proxy({} as BackgroundHandlers, {
  get: (_, name) => async (input: unknown) => {
    calls.push([String(name), input]);
    if (name === 'dashboard.open') throw new Error('Secret at /home/her');
    return name === 'catalog.refresh' ? { nodes: 3 } : undefined;
  },
});

/** What a sender gets: `undefined` = nobody answered, as if there were no such message. */
function send(raw: unknown, sender: unknown = { id: 'us' }): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const taken = world.listeners.map((listener) => listener(raw, sender, resolve)).some((answer) => answer === true);
  return taken ? promise : Promise.resolve(undefined);
}

beforeEach(() => {
  calls.length = 0;
  kind = 'extension';
  world.listeners.length = 0;
  serveBackground(handlers, () => kind);
});

const refresh = { vintedbot: 'catalog.refresh', input: { market: 'www.vinted.fr' } };

describe('a message to the background', () => {
  it('that is right is answered', async () => {
    expect(await send(refresh)).toEqual({ ok: true, value: { nodes: 3 } });
  });

  it.each([
    ['of an unknown name', { vintedbot: 'wardrobe.delete-all' }],
    ['without a name', { input: {} }],
    ['named __proto__', { vintedbot: '__proto__' }],
    ['named constructor', { vintedbot: 'constructor' }],
    ['named toString', { vintedbot: 'toString' }],
    ['that is null', null],
    ['that is text', 'catalog.refresh'],
    ['that is a list', [refresh]],
    ['of another extension’s making', { type: 'catalog.refresh' }],
  ])('%s is dropped', async (_, raw) => {
    expect(await send(raw)).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('from another extension is dropped', async () => {
    expect(await send(refresh, { id: 'them' })).toBeUndefined();
    expect(await send(refresh, {})).toBeUndefined();
  });

  it('from a place that is not ours is dropped', async () => {
    kind = undefined;
    expect(await send(refresh)).toBeUndefined();
  });

  it.each(['engine.resume', 'account.resume', 'jobs.publish', 'jobs.answer', 'catalog.refresh', 'brands.search'])(
    'that only our own pages may send is dropped from a page: %s',
    async (name) => {
      kind = 'page';
      expect(await send({ vintedbot: name, input: refresh.input })).toBeUndefined();
      expect(calls).toEqual([]);
    },
  );

  it('with keys nobody asked for is refused, and nothing is merged', async () => {
    const proto = JSON.parse('{"market":"www.vinted.fr","__proto__":{"polluted":true}}') as object;
    for (const input of [{ ...refresh.input, isAdmin: true }, proto]) {
      expect(await send({ ...refresh, input })).toMatchObject({ ok: false, failure: { code: 'bad-message' } });
    }
    expect(calls).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    ['a Map', new Map([['market', 'www.vinted.fr']])],
    ['a date', new Date()],
    ['bytes', new Uint8Array(8)],
    ['a big number', 10n],
    ['nothing', undefined],
    ['another host', { market: 'www.vinted.fr.evil.test' }],
    ['a list', ['www.vinted.fr']],
  ])('with %s instead of its input is refused', async (_, input) => {
    expect(await send({ ...refresh, input })).toMatchObject({ ok: false, failure: { code: 'bad-message' } });
    expect(calls).toEqual([]);
  });

  it('with a cycle inside is refused', async () => {
    const input: Record<string, unknown> = { market: 'www.vinted.fr' };
    input['self'] = input;
    expect(await send({ ...refresh, input })).toMatchObject({ ok: false });
  });

  it.each([['#/item/<script>alert(1)</script>'], ['https://evil.test'], ['drafts/../../x'], ['a'.repeat(81)]])(
    'that would open %s in our own page is refused',
    async (route) => {
      expect(await send({ vintedbot: 'dashboard.open', input: { route } })).toMatchObject({
        ok: false,
        failure: { code: 'bad-message' },
      });
    },
  );

  it('whose handler breaks is answered with words, without a stack', async () => {
    const reply = await send({ vintedbot: 'dashboard.open', input: { route: 'drafts' } });
    expect(reply).toEqual({ ok: false, failure: { code: 'unexpected', message: 'Error: Secret at /home/her' } });
  });

  it('in a flood of 10,000 leaves every other answered', async () => {
    const flood = Array.from({ length: 10_000 }, () => send({ vintedbot: 'wardrobe.delete-all' }));
    expect(await send(refresh)).toEqual({ ok: true, value: { nodes: 3 } });
    expect(await Promise.all(flood)).toEqual(flood.map(() => undefined));
  });
});

describe('an answer', () => {
  it.each([
    ['none', undefined],
    ['text', 'ok'],
    ['a foreign shape', { ok: 'yes' }],
    ['a failure without a code', { ok: false, failure: {} }],
  ])('that is %s counts as no answer', async (_, answer) => {
    world.answer = () => answer;
    await expect(ask('engine.wake', undefined)).rejects.toMatchObject({ failure: { code: 'no-answer' } });
  });

  it('of the wrong shape never reaches the caller', async () => {
    world.answer = () => ({ ok: true, value: { nodes: 'many' } });
    await expect(ask('catalog.refresh', refresh.input)).rejects.toThrow('nodes');
  });

  it('with an object that looks like a node of an interface where text belongs never reaches the caller', async () => {
    const title = { type: 'script', props: { children: 'alert(1)' }, key: null, constructor: undefined };
    const draft = { id: 'd', title, price: null, thumbnail: null, photos: 1, open: 0 };
    world.answer = () => ({ ok: true, value: [draft] });
    await expect(ask('panel.drafts', undefined)).rejects.toThrow('title');
  });

  it('that fails keeps its code', async () => {
    world.answer = () => ({ ok: false, failure: { code: 'signed-out', message: 'Sign in first.' } });
    await expect(ask('engine.wake', undefined)).rejects.toMatchObject({ failure: { code: 'signed-out' } });
  });

  it('that cannot be had, because the message is too large or the worker died, is an unknown outcome', async () => {
    world.answer = () => {
      throw new Error('Message exceeded maximum allowed size of 64MiB.');
    };
    await expect(ask('engine.wake', undefined)).rejects.toMatchObject({ failure: { code: 'no-answer' } });
  });
});
