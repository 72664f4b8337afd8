import { describe, expect, test } from 'vitest';

import { BackendError } from '../../api/backend-error.ts';
import { checkBackend, readAddress } from './check-backend.ts';

const answers = { version: '1', analyser: 'built-in' as const, provider: null };
const signal = new AbortController().signal;

test.each([
  ['example.org', 'https://example.org/'],
  [' https://bot.example.org/base/ ', 'https://bot.example.org/base/'],
  ['localhost:8787', 'http://localhost:8787/'],
  ['127.0.0.1:8787/x', 'http://127.0.0.1:8787/x'],
])('%s is read as %s', (text, expected) => expect(readAddress(text)?.href).toBe(expected));

test.each(['', '   ', 'ftp://example.org', 'javascript:alert(1)', 'https://user:pass@example.org', 'https://'])(
  '%j is no address',
  (text) => expect(readAddress(text)).toBeNull(),
);

describe('a backend is tried before it is saved', () => {
  const asked: string[] = [];
  const permit = async (pattern: string): Promise<boolean> => asked.push(pattern) > 0;
  const check = (text: string, capabilities = async () => answers, allowed = permit) =>
    checkBackend({ capabilities, permit: allowed }, text, signal);

  test('asks for its host alone and gives back the plain address', async () => {
    expect(await check('https://bot.example.org:8443/base/')).toEqual({
      is: 'fits',
      address: 'https://bot.example.org:8443/base',
      capabilities: answers,
    });
    expect(asked).toEqual(['https://bot.example.org/*']);
  });
  test('refuses clear text to another machine before asking for anything', async () => {
    asked.length = 0;
    expect(await check('http://example.org')).toEqual({ is: 'not-secure' });
    expect(asked).toEqual([]);
  });
  test('says when the host was not allowed', async () => {
    expect(await check('example.org', undefined, async () => false)).toEqual({ is: 'no-permission' });
  });
  test('says why it does not fit', async () => {
    const failure = { code: 'backend-broken', message: 'HTML' };
    const broken = async (): Promise<never> => {
      throw new BackendError(failure);
    };
    expect(await check('example.org', broken)).toEqual({ is: 'failed', failure });
  });
});
