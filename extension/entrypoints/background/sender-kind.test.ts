import { describe, expect, it } from 'vitest';

import { senderKind } from './sender-kind.ts';

const own = 'chrome-extension://us/';
const tab = { id: 1, index: 0, active: true } as never;
const topOf = (url: string) => ({ url, frameId: 0, tab });

describe('a sender', () => {
  it('is one of ours in a page of our own', () => {
    expect(senderKind({ url: `${own}dashboard.html#/drafts` }, own)).toBe('extension');
    expect(senderKind(topOf(`${own}popup.html`), own)).toBe('extension');
  });

  it.each([
    ['https://www.vinted.fr/items/new'],
    ['https://www.vinted.co.uk/'],
    ['https://www.vinted.fr:443/items/1/edit'],
  ])('is a page in the top frame of %s', (url) => {
    expect(senderKind(topOf(url), own)).toBe('page');
  });

  it.each([
    ['a sub-frame of the site', { ...topOf('https://www.vinted.fr/items/new'), frameId: 3 }],
    ['a frame without a number', { url: 'https://www.vinted.fr/items/new', tab }],
    ['no tab at all', { url: 'https://www.vinted.fr/items/new', frameId: 0 }],
    ['about:blank', topOf('about:blank')],
    ['about:srcdoc', topOf('about:srcdoc')],
    ['no address', { frameId: 0, tab }],
    ['an address that is none', topOf('www.vinted.fr')],
    ['another host', topOf('https://example.com/www.vinted.fr')],
    ['a host that begins like the site', topOf('https://www.vinted.fr.evil.test/items/new')],
    ['a host that ends like the site', topOf('https://evil-www.vinted.fr/items/new')],
    ['another host of the site’s domain', topOf('https://images.vinted.fr/')],
    ['the site’s name as a user', topOf('https://www.vinted.fr@evil.test/')],
    ['another port of the site', topOf('https://www.vinted.fr:8443/')],
    ['http:', topOf('http://www.vinted.fr/items/new')],
    ['a picture of the site’s', topOf('blob:https://www.vinted.fr/1')],
    ['data:', topOf('data:text/html,https://www.vinted.fr/')],
    ['an address with ours inside', topOf(`https://evil.test/?${own}dashboard.html`)],
    ['another extension whose name begins like ours', topOf('chrome-extension://us2/dashboard.html')],
    ['another extension', topOf('chrome-extension://them/dashboard.html')],
  ])('is nobody from %s', (_, sender) => {
    expect(senderKind(sender, own)).toBeUndefined();
  });
});
