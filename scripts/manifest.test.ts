import { expect, it } from 'vitest';

import config from '../wxt.config.ts';

/** The manifest as it is written for a browser. */
async function manifestFor(browser: 'chrome' | 'firefox') {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new TypeError('The manifest is made by a function.');
  return manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' });
}

it('a browser too old does not install it', async () => {
  const manifest = await manifestFor('chrome');
  expect(manifest.minimum_chrome_version).toBe('148');
  expect(manifest.browser_specific_settings?.gecko?.strict_min_version).toBe('140.0');
});

it('messages keep photos whole where that must be asked for', async () => {
  expect(await manifestFor('chrome')).toMatchObject({ message_serialization: 'structured_clone' });
  expect(await manifestFor('firefox')).not.toHaveProperty('message_serialization');
});

it('English stands in for what a language lacks', async () => {
  expect(await manifestFor('chrome')).toMatchObject({ default_locale: 'en' });
});

it('our script may not put code into a page or read other sites', async () => {
  const { permissions = [], host_permissions: hosts = [] } = await manifestFor('chrome');
  expect(permissions).not.toContain('scripting');
  expect(hosts.filter((host) => !/^https:\/\/www\.vinted\.[a-z.]{2,6}\/\*$/.test(`${host}`))).toEqual([
    'https://*.vinted.net/*',
    'http://127.0.0.1/*',
  ]);
});

it.each(['chrome', 'firefox'] as const)('no page of ours runs a script from elsewhere: %s', async (browser) => {
  const { content_security_policy: policy } = await manifestFor(browser);
  const pages =
    typeof policy === 'string' ? policy : (policy as { extension_pages?: string } | undefined)?.extension_pages;
  const rules = Object.fromEntries((pages ?? '').split(';').map((rule) => rule.trim().split(/ (.*)/s)));
  expect(rules).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
  });
});
