import { describe, expect, it } from 'vitest';

import { findBrand } from './brands.ts';
import { findAudience } from './label-audience.ts';
import { findSize } from './label-size.ts';
import { wordingOf, type KnownFacts } from './wording.ts';

describe('findSize', () => {
  it.each([
    [['M'], 'M'],
    [['SIZE: XL'], 'XL'],
    [['Taille 38'], '38'],
    [['Gr. 40'], '40'],
    [['EUR 42'], '42'],
    [['EU 38 UK 10 US 6'], '38'],
    [['W32 L34'], 'W32 L34'],
    [['S/M'], 'S/M'],
    [['6-9 months'], '6-9 months'],
    [['8 ans'], '8 years'],
    [['FR 40 UK 12 IT 44'], 'FR 40'],
    [['ZARA', 'XS', '100% COTTON'], 'XS'],
  ])('%j says %s', (lines, size) => {
    expect(findSize(lines)?.size).toBe(size);
  });

  it.each([[['60% COTTON']], [['WASH AT 30°']], [['MADE IN ITALY']], [['S', 'M']], [['100% COTTON', '40% OFF']], [[]]])(
    '%j says none',
    (lines) => {
      expect(findSize(lines)).toBeNull();
    },
  );
});

describe('findBrand', () => {
  const lines = (...texts: string[]) => texts.map((text) => ({ text, confidence: 0.98 }));

  it('knows a whole line, in any case, with spaces lost', () => {
    expect(findBrand(lines('MADE IN PORTUGAL', 'ZARA'), true)?.name).toBe('Zara');
    expect(findBrand(lines('TOMMYHILFIGER'), true)?.name).toBe('Tommy Hilfiger');
    expect(findBrand(lines("LEVI'S"), true)?.name).toBe("Levi's");
  });

  it('forgives one letter of a longer name, with less confidence', () => {
    const exact = findBrand(lines('Stradivarius'), true);
    const near = findBrand(lines('Stradivarlus'), true);
    expect(near?.name).toBe('Stradivarius');
    expect(near?.confidence).toBeLessThan(exact?.confidence ?? 0);
  });

  it('trusts print on a garment less than a label', () => {
    expect(findBrand(lines('adidas'), false)?.confidence).toBeLessThan(
      findBrand(lines('adidas'), true)?.confidence ?? 0,
    );
  });

  it.each(['MADE IN ITALY', '100% COTTON', 'zar', 'I love Zara and you', '38', 'M', 'CMDRYOYANCE'])(
    'does not see one in %j',
    (text) => {
      expect(findBrand(lines(text), true)).toBeNull();
    },
  );
});

describe('findAudience', () => {
  it('takes the label’s word and nothing else', () => {
    expect(findAudience(['WOMEN'])?.value).toBe('women');
    expect(findAudience(['Herren Gr. L'])?.value).toBe('men');
    expect(findAudience(['100% cotton'])).toBeNull();
    expect(findAudience(['MEN / WOMEN'])).toBeNull();
  });
});

describe('wordingOf', () => {
  const facts: KnownFacts = {
    kind: 'dress',
    colors: ['BLUE', 'WHITE'],
    brand: 'Zara',
    size: 'M',
    composition: [{ percent: 100, fibre: 'cotton' }],
  };

  it.each([
    ['en-GB', 'Zara blue dress, M', 'Composition: 100% cotton'],
    ['fr', 'Robe Zara – bleu, M', 'Composition : 100% coton'],
    ['de', 'Zara Kleid in Blau, M', 'Material: 100% Baumwolle'],
    ['pl', 'Sukienka Zara – niebieski, M', 'Skład: 100% bawełna'],
    ['xx', 'Zara blue dress, M', 'Composition: 100% cotton'],
  ])('in %s', (language, title, line) => {
    const wording = wordingOf(facts, language);
    expect(wording.title).toBe(title);
    expect(wording.description).toContain(line);
  });

  it('says only what is known', () => {
    const unknown: KnownFacts = { kind: null, colors: [], brand: null, size: null, composition: [] };
    expect(wordingOf(unknown, 'en')).toEqual({ title: null, description: null });
    expect(wordingOf({ ...unknown, kind: 'shoes' }, 'en')).toEqual({ title: 'Shoes', description: null });
    expect(wordingOf({ ...unknown, colors: ['RED'] }, 'fr')).toEqual({ title: null, description: 'Couleur : rouge' });
  });
});
