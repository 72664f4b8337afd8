import { describe, expect, it } from 'vitest';

import { parseAttributes } from './parse-attributes.ts';

const list = (code: string, more: object = {}) => ({
  code,
  title: `Title of ${code}`,
  configuration: { required: true, selection_type: 'single', options: [{ id: 7, title: '128\u00A0Go' }], ...more },
});

describe("a category's own lists", () => {
  it('leave out what has a field of its own, and what has nothing to choose', () => {
    const body = { attributes: [list('brand'), list('condition'), list('sim_lock'), list('empty', { options: [] })] };
    expect(parseAttributes(body)).toEqual([
      { code: 'sim_lock', title: 'Title of sim_lock', required: true, options: [{ id: 7, label: '128\u00A0Go' }] },
    ]);
  });

  it('are flat, also where the site groups the options', () => {
    const options = [
      { id: 1, title: 'Sony', options: [{ id: 2, title: 'PlayStation 5' }] },
      { id: 3, title: 'PC' },
    ];
    expect(parseAttributes({ attributes: [list('video_game_platform', { options, required: null })] })).toEqual([
      expect.objectContaining({
        required: false,
        options: [
          { id: 2, label: 'PlayStation 5' },
          { id: 3, label: 'PC' },
        ],
      }),
    ]);
  });

  it('are not told by an empty answer; told and none by one without any', () => {
    expect(parseAttributes({ attributes: [] })).toBeNull();
    expect(parseAttributes({ attributes: [list('brand')] })).toEqual([]);
  });

  it.each([['"]; x'], ['a b'], [''], ['x'.repeat(80)], [7]])('never take %j for a code', (code) => {
    expect(parseAttributes({ attributes: [list(code as string)] })).toEqual([]);
  });

  it.each([['<html>'], [null], [{}]])('refuse %j', (body) => {
    expect(() => parseAttributes(body)).toThrow();
  });
});
