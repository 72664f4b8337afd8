import { describe, expect, it } from 'vitest';

import { built, editUrl, examples, findItemId, findMemberId, itemUrl, pageKind, sellUrl } from './urls.ts';

describe.each(examples)('$what', ({ fits, yes, no }) => {
  it.each(yes)('is %s', (url) => expect(fits(url)).toBe(true));
  it.each(no)('is not %s', (url) => expect(fits(url)).toBe(false));
});

it.each(built)('builds $is', ({ made, is }) => expect(made).toBe(is));

it('lets nothing but ids and known hosts become part of an address', () => {
  expect(() => editUrl('www.vinted.fr', '1/../../x')).toThrow(TypeError);
  expect(() => itemUrl('www.vinted.evil.example', '1')).toThrow(TypeError);
  expect(() => sellUrl('vinted.fr')).toThrow(TypeError);
});

it('reads ids from addresses', () => {
  expect(findItemId('https://www.vinted.fr/items/12-robe')).toBe('12');
  expect(findItemId('https://www.vinted.fr/items/12/edit')).toBe('12');
  expect(findItemId('https://www.vinted.fr/items/new')).toBeUndefined();
  expect(findMemberId('https://www.vinted.fr/member/7-ana')).toBe('7');
  expect(findMemberId('https://www.vinted.fr/member/general/followers/7')).toBeUndefined();
});

it('names a page it does not know “other”', () => {
  expect(pageKind('https://www.vinted.fr/catalog')).toBe('other');
  expect(pageKind('https://example.org/items/new')).toBe('other');
});
