import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { checkTitle, cleanTitle } from './title.ts';

vi.setConfig({ testTimeout: 30_000 });

describe('checkTitle', () => {
  it.each([
    'Chemise Sézane verte',
    'T-shirt Nike, taille M (neuf) - 100% coton',
    "Levi's 501 W32/L34 & ceinture",
    'N°5 Chanel®',
    'Boots 38½',
    '日本の着物',
    'H&M + Zara…',
    'a'.repeat(100),
  ])('takes %j', (title) => {
    expect(checkTitle(title)).toEqual([]);
  });

  it.each([
    ['', ['empty']],
    [' \t\n', ['empty']],
    ['a'.repeat(101), ['too-long']],
    ['Dress 👗', ['symbols']],
    ['★ Dress', ['symbols']],
    ['Dress ❤️', ['symbols']],
    ['Flag 🇫🇷', ['symbols']],
    ['Family 👨‍👩‍👧', ['symbols']],
    ['Dress !!!', ['symbols']],
    ['*** NEW ***', ['symbols']],
    ['Dress ~~', ['symbols']],
    ['Dress\u200B', ['invisible']],
    ['Dress \u202Eesrever', ['invisible']],
    ['Dress\u0000', ['invisible']],
    [`${'a'.repeat(120)} 👗`, ['too-long', 'symbols']],
  ])('minds %j', (title, problems) => {
    expect(checkTitle(title)).toEqual(problems);
  });
});

describe('cleanTitle', () => {
  it.each([
    ['Dress 👗 Zara ✨', 'Dress Zara'],
    ['*** NEW *** dress!!!', '* NEW * dress!'],
    ['Dress\u200B \u202Ered', 'Dress red'],
    ['Flag 🇫🇷 ❤️', 'Flag'],
  ])('repairs %j', (title, clean) => {
    expect(cleanTitle(title)).toBe(clean);
  });

  it('cuts a long title at a word', () => {
    const title = `${'robe '.repeat(30)}`;
    expect(cleanTitle(title)).toHaveLength(99);
  });

  it('leaves nothing to mind but emptiness, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        expect(checkTitle(cleanTitle(title)).filter((problem) => problem !== 'empty')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
