import { expect, test } from 'vitest';

import { keyName } from './shortcuts.ts';

const key = (name: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  keyName({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test('a shortcut has one name whatever the keyboard', () => {
  expect(key('Z', { ctrlKey: true, shiftKey: true })).toBe('mod+shift+z');
  expect(key('z', { metaKey: true })).toBe('mod+z');
  expect(key('?', { shiftKey: true })).toBe('?');
  expect(key('Enter', { shiftKey: true })).toBe('shift+enter');
  expect(key('ArrowUp', { altKey: true })).toBe('alt+arrowup');
});
