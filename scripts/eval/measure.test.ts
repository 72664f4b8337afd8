import { describe, expect, it } from 'vitest';

import type { GarmentKind } from '../../shared/garments.ts';

import { acceptedCodes } from './colour-words.ts';
import { calibration, kindFigures, type Guess } from './measure.ts';
import { confusionTable, figureLine, missed } from './report.ts';

const guess = (label: string, kinds: GarmentKind[], confidence: number): Guess => ({ label, kinds, confidence });
const value = (guesses: Guess[], name: string): number | null =>
  kindFigures(guesses).find((figure) => figure.name === name)?.value ?? null;

describe('kindFigures', () => {
  const guesses = [
    guess('dress', ['dress', 'skirt', 'hat'], 0.9),
    guess('hat', ['shoes', 'hat', 'dress'], 0.7),
    guess('pants', ['shorts', 'skirt', 'dress'], 0.4),
    guess('blazer', ['outwear', 'shirt', 'dress'], 0.99),
  ];

  it('counts the ten kinds only', () => {
    expect(value(guesses, 'kind: first guess right')).toBeCloseTo(1 / 3);
    expect(value(guesses, 'kind: among the first three')).toBeCloseTo(2 / 3);
    expect(value(guesses, 'kind: right at confidence ≥ 0.6')).toBe(0.5);
    expect(value(guesses, 'kind: covered at confidence ≥ 0.8')).toBeCloseTo(1 / 3);
  });

  it('has no figure and misses nothing where there is no data', () => {
    expect(value([], 'kind: first guess right')).toBeNull();
    expect(missed(kindFigures([]))).toEqual([]);
  });

  it('names what was missed', () => {
    expect(missed(kindFigures(guesses)).map(({ demand }) => demand)).toEqual([0.78, 0.94, 0.9]);
    expect(figureLine({ name: 'x', value: 0.5, demand: 0.78, of: 4 })).toContain('MISSED');
  });

  it('shows other labels in the table, without counting them right or wrong', () => {
    const table = confusionTable(guesses);
    expect(table.at(-1)).toMatch(/^blazer .* – {6}–$/);
    expect(table[1]).toContain('1/1');
  });
});

describe('calibration', () => {
  it('is perfect when 3 of 4 guesses at 0.75 are right', () => {
    const guesses = [0, 1, 2, 3].map((index) => guess('hat', [index === 0 ? 'dress' : 'hat'], 0.75));
    expect(calibration(guesses).error).toBeCloseTo(0);
    expect(calibration(guesses).bins).toEqual([{ from: 0.7, count: 4, confidence: 0.75, right: 0.75 }]);
  });

  it('says how far off a boaster is', () => {
    expect(calibration([guess('hat', ['dress'], 1)]).error).toBe(1);
  });
});

describe('acceptedCodes', () => {
  it('knows labellers’ words and Vinted’s own', () => {
    expect([...acceptedCodes(['light blue', 'multi', 'pink'])]).toEqual(['LIGHT-BLUE', 'VARIOUS', 'PINK', 'ROSE']);
    expect(acceptedCodes(['plaid']).size).toBe(0);
  });
});
