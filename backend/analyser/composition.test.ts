import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compositionText, findComposition, materialsOf } from './composition.ts';
import { fibres } from './fibres.ts';

const read = (...lines: string[]): string | null => {
  const found = findComposition(lines);
  return found ? compositionText(found) : null;
};

/** Drawn up after real care labels: eight languages, spaces lost, percent signs misread, linings, headlines. */
const labels: [lines: string[], expected: string][] = [
  [['60% COTTON 40% POLYESTER'], '60% cotton, 40% polyester'],
  [['60%COTTON40%POLYESTER'], '60% cotton, 40% polyester'],
  [['1OO% C0TTON'], '100% cotton'],
  [['60% COTTON/COTON/BAUMWOLLE', '40% POLYESTER/POLIÉSTER'], '60% cotton, 40% polyester'],
  [['95% coton 5% élasthanne'], '95% cotton, 5% elastane'],
  [['95 % Baumwolle', '5 % Elasthan'], '95% cotton, 5% elastane'],
  [['70% algodón 30% poliéster'], '70% cotton, 30% polyester'],
  [['80% LANA 20% POLIAMMIDE'], '80% wool, 20% polyamide'],
  [['80%WOL20%POLYAMIDE'], '80% wool, 20% polyamide'],
  [['60% bawełna, 40% poliester'], '60% cotton, 40% polyester'],
  [['100% algodão'], '100% cotton'],
  [['COTTON 95%', 'ELASTANE 5%'], '95% cotton, 5% elastane'],
  [['30% LAINE, 30% ACRYLIQUE', '40% POLYAMIDE'], '30% wool, 30% acrylic, 40% polyamide'],
  [['DOUBLURE: 100% POLYESTER', 'TISSU PRINCIPAL: 70% LAINE 30% POLYESTER'], '70% wool, 30% polyester'],
  [['SHELL 55% LINEN 45% VISCOSE', 'LINING 100% COTTON'], '55% linen, 45% viscose'],
  [['9596 COTON 59 ELASTHANNE'], '95% cotton, 5% elastane'],
  [['100% CACHEMIRE', 'LAVAGE A LA MAIN 30'], '100% cashmere'],
  [['62,5% cotton', '37,5% polyester'], '62.5% cotton, 37.5% polyester'],
  [['Made in Bangladesh', '97% coton 3% elasthane', 'WASH 40°'], '97% cotton, 3% elastane'],
  [['100% POLYESTEP'], '100% polyester'],
];

describe('findComposition', () => {
  it.each(labels)('%j', (lines, expected) => {
    expect(read(...lines)).toBe(expected);
  });

  it.each([
    [['53% COTTON 17% POLYESTER']],
    [['COTTON']],
    [['50% OFF', 'SALE 100%']],
    [['WASH AT 30 DO NOT BLEACH']],
    [['60% COTTON 40% COTTON']],
    [[]],
    [['']],
  ])('leaves %j open rather than state half of it', (lines) => {
    expect(read(...lines)).toBeNull();
  });

  it('never states parts that do not sum to 100, whatever the label says', () => {
    const word = fc.constantFrom(
      'cotton',
      'baumwolle',
      'laine',
      'polyester',
      'lining',
      'wash',
      'made in',
      '%',
      '96',
      '\n',
    );
    const label = fc.array(
      fc.oneof(
        word,
        fc.integer({ min: 0, max: 200 }).map((value) => `${value}%`),
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(label, (words) => {
        const found = findComposition(words.join(' ').split('\n'));
        const sum = found?.parts.reduce((total, { percent }) => total + percent, 0) ?? 100;
        expect(sum).toBeCloseTo(100, 0);
      }),
    );
  });

  it('reads back every fibre it knows, in every word for it', () => {
    const wrong = fibres.flatMap(({ name, words }) => words.filter((word) => read(`100% ${word}`) !== `100% ${name}`));
    expect(wrong).toEqual([]);
  });

  it('is surer of what the label says twice', () => {
    const once = findComposition(['60% cotton 40% polyester'])?.confidence ?? 0;
    const twice = findComposition(['60% cotton 40% polyester', '60% coton 40% polyester'])?.confidence ?? 0;
    expect(twice).toBeGreaterThan(once);
  });
});

describe('materialsOf', () => {
  it('names at most three of Vinted’s materials, the largest part first', () => {
    const found = findComposition(['10% wool 20% silk 30% cotton 36% polyester 4% elastane']);
    expect(found && materialsOf(found)).toEqual(['Polyester', 'Cotton', 'Silk']);
  });

  it('leaves out fibres Vinted has no name for', () => {
    const found = findComposition(['70% modal 30% cotton']);
    expect(found && materialsOf(found)).toEqual(['Cotton']);
  });
});
