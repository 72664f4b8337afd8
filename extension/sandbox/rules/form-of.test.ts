import { describe, expect, it } from 'vitest';

import { catalogNodes, isLeaf } from '../data/catalog.ts';
import { sizeGroups } from '../data/choices.ts';
import { attributesOf } from './attributes.ts';
import { formOf, isSizeRequired } from './form-of.ts';
import { modelsOf } from './models.ts';

const codes = (catalogId: number): string[] => attributesOf(catalogId).map(({ code }) => code);

describe('the form of a category', () => {
  it('gives clothes brand, size, colour and material', () => {
    expect(formOf(221)).toMatchObject({ brand: true, sizeGroupIds: [4], color: true, material: true, isbn: false });
    expect(isSizeRequired(221)).toBe(true);
  });

  it('gives a medium package to shoes, kilograms to home goods and four of them to prams', () => {
    expect(formOf(2632).suggestedPackageId).toBe(2);
    expect(formOf(1943).packageIds).toEqual([8, 9, 10]);
    expect(formOf(1612).packageIds).toEqual([11, 12, 13, 14]);
  });

  it('trusts the form and not the branch: sports glasses have no size', () => {
    expect(formOf(1441).sizeGroupIds).toEqual([]);
    expect(isSizeRequired(1441)).toBe(false);
  });

  it('asks duvet covers and smart watches for a size', () => {
    expect(isSizeRequired(1943)).toBe(true);
    expect(isSizeRequired(3035)).toBe(true);
  });

  it('offers perfume only as new', () => {
    const perfume = catalogNodes.find((node) => node.titles.en === 'Perfume')!;
    expect(formOf(perfume.id)).toMatchObject({ conditionIds: [6], color: false, sizeGroupIds: [] });
  });

  it('has the single lists of electronics', () => {
    expect(codes(3661)).toEqual(['internal_memory_capacity', 'sim_lock']);
    expect(codes(3580)).toEqual(['internal_memory_capacity', 'ram', 'charger_included']);
    expect(codes(3025)).toEqual(['video_game_platform']);
    expect(codes(221)).toEqual([]);
  });

  it('shows six tabs of women’s sizes in the newer form', () => {
    expect(formOf(221, true).sizeGroupIds).toHaveLength(6);
    expect(formOf(1806, true).sizeGroupIds).toEqual([14]);
  });

  it('knows models only with a brand', () => {
    expect(modelsOf(3661, 0)).toEqual([]);
    expect(modelsOf(3661, 109_048).length).toBeGreaterThan(50);
    expect(modelsOf(221, 109_048)).toEqual([]);
  });

  it('can be filled for every leaf', () => {
    const known = new Set(sizeGroups.map((group) => group.id));
    for (const { id } of catalogNodes.filter((node) => isLeaf(node.id))) {
      const form = formOf(id);
      expect(form.packageIds).toContain(form.suggestedPackageId);
      expect(form.conditionIds.length).toBeGreaterThan(0);
      expect(form.sizeGroupIds.every((group) => known.has(group))).toBe(true);
    }
  });
});
