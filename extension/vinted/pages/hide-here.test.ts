// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';

import { show } from '../testing/page-in-tests.ts';
import { hideHere } from './hide-here.ts';

const asked: { path: string; method: string; headers: Record<string, string>; body: string }[] = [];
const answering =
  (answer: () => Response): typeof fetch =>
  async (path, init) => {
    asked.push({
      path: path as string,
      method: init?.method ?? '',
      headers: init?.headers as Record<string, string>,
      body: init?.body as string,
    });
    return answer();
  };
const hide = (answer: () => Response) =>
  hideHere({ document, fetch: answering(answer), now: () => 0, signal: new AbortController().signal }, '7', true);

beforeEach(() => {
  asked.length = 0;
  show(document, '<script type="text/plain">{"csrf_token":"75f6c9fa-dc8e-4e52-a000"}</script>');
  document.cookie = 'anon_id=anon-1';
});

it('sends what the site’s own button sends, once', async () => {
  expect(await hide(() => Response.json({ code: 0 }))).toEqual({ is: 'done', why: '' });
  expect(asked).toMatchObject([
    {
      path: '/api/v2/items/7/is_hidden',
      method: 'PUT',
      headers: { 'x-csrf-token': '75f6c9fa-dc8e-4e52-a000', 'x-anon-id': 'anon-1' },
      body: '{"is_hidden":true}',
    },
  ]);
});

it('sends nothing where the page carries no token', async () => {
  show(document, '<h1>404</h1>');
  expect(await hide(() => Response.json({}))).toMatchObject({ is: 'refused' });
  expect(asked).toEqual([]);
});

it.each([
  [401, { code: 100 }, 'refused', 'signed-out'],
  [403, { code: 106, message_code: 'access_denied' }, 'refused', 'forbidden'],
  [403, { url: 'https://geo.captcha-delivery.com/captcha/' }, 'refused', 'captcha'],
  [403, { code: 115 }, 'refused', 'verification'],
  [403, { code: 106, message_code: 'listing_restricted' }, 'refused', 'restricted'],
  [400, { code: 146 }, 'refused', 'two-factor'],
  [429, { code: 106 }, 'refused', 'too-many-requests'],
  [500, {}, 'unclear', 'site-error'],
])('tells the wall of %s %o', async (status, body, is, kind) => {
  expect(await hide(() => Response.json(body, { status }))).toMatchObject({ is, wall: { kind } });
});

it('is a plain no where a listing cannot be hidden, and unclear without an answer', async () => {
  expect(await hide(() => Response.json({ code: 99, errors: [] }, { status: 400 }))).toEqual({
    is: 'refused',
    why: 'answer 400',
  });
  expect(
    await hide(() => {
      throw new TypeError('Failed to fetch');
    }),
  ).toMatchObject({ is: 'unclear' });
});
