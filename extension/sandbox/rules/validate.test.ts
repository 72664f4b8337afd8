import { describe, expect, it } from 'vitest';

import { emptyBody, type ItemBody } from '../item-body.ts';
import { draftRefusalsOf, isIsbn, refusalsOf } from './validate.ts';

const rules = { language: 'fr', luxuryNeedsThreePhotos: true } as const;
const photos = (count: number): ItemBody['assigned_photos'] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, orientation: 0 }));

const shirt: ItemBody = {
  ...emptyBody('EUR'),
  title: 'Chemise verte',
  description: 'Portée deux fois',
  catalog_id: 221,
  brand_id: 53,
  size_id: 3,
  status_id: 3,
  color_ids: [9],
  price: 12.5,
  package_size_id: 1,
  assigned_photos: photos(1),
};
const fieldsRefused = (change: Partial<ItemBody>): string[] =>
  refusalsOf({ ...shirt, ...change }, rules).map(({ field }) => field);

describe('publishing', () => {
  it('takes a complete listing', () => {
    expect(refusalsOf(shirt, rules)).toEqual([]);
  });

  it.each<[string, Partial<ItemBody>, string]>([
    ['no photo', { assigned_photos: [] }, 'photos'],
    ['more than 20 photos', { assigned_photos: photos(21) }, 'photos'],
    ['a luxury brand with two photos', { brand_id: 567, assigned_photos: photos(2) }, 'photos'],
    ['an empty title', { title: '  ' }, 'title'],
    ['a title of 101 characters', { title: 'a'.repeat(101) }, 'title'],
    ['one emoji in the title', { title: 'Chemise verte 💚' }, 'title'],
    ['one star in the title', { title: 'Chemise ★ verte' }, 'title'],
    ['an empty description', { description: '' }, 'description'],
    ['2001 characters of description', { description: 'a'.repeat(2001) }, 'description'],
    ['no brand chosen', { brand_id: null }, 'brand'],
    ['no size', { size_id: null }, 'size'],
    ['no colour', { color_ids: [] }, 'color'],
    ['no condition', { status_id: null }, 'condition'],
    ['a condition the category lacks', { status_id: 7 }, 'condition'],
    ['no price', { price: null }, 'price'],
    ['a price below 1', { price: 0.99 }, 'price'],
    ['a price that is no number', { price: Number.NaN }, 'price'],
    ['no package', { package_size_id: null }, 'package_size'],
    ["another category's package", { package_size_id: 8 }, 'package_size'],
  ])('refuses %s', (_name, change, field) => {
    expect(fieldsRefused(change)).toContain(field);
  });

  it('names the price, too, when only the category is missing', () => {
    expect(fieldsRefused({ catalog_id: null })).toEqual(['catalog', 'price']);
  });

  it('refuses a branch as category', () => {
    expect(fieldsRefused({ catalog_id: 12 })).toContain('catalog');
  });

  it('takes "no brand", a brand of one\'s own, and a size among the attributes', () => {
    expect(fieldsRefused({ brand_id: 1, brand: '' })).toEqual([]);
    expect(fieldsRefused({ brand_id: null, brand: 'Couture Maison' })).toEqual([]);
    expect(fieldsRefused({ size_id: null, item_attributes: [{ code: 'size', ids: [3] }] })).toEqual([]);
  });

  it('caps the price in dollars only', () => {
    expect(fieldsRefused({ price: 9001 })).toEqual([]);
    expect(fieldsRefused({ price: 9001, currency: 'USD' })).toEqual(['price']);
  });

  it('asks a phone for model, storage and SIM lock', () => {
    const phone = { catalog_id: 3661, brand_id: 54661, size_id: null };
    expect(fieldsRefused(phone)).toEqual(['internal_memory_capacity', 'sim_lock', 'model']);
  });

  it('asks a bag for no size and a book for neither brand nor colour', () => {
    expect(fieldsRefused({ catalog_id: 156, size_id: null })).toEqual([]);
    expect(fieldsRefused({ catalog_id: 2319, size_id: null, brand_id: null, color_ids: [] })).toEqual([]);
  });

  it('speaks the language of the market', () => {
    const german = refusalsOf({ ...shirt, color_ids: [] }, { ...rules, language: 'de' });
    expect(german).toEqual([{ field: 'color', value: 'Farbe muss ausgefüllt sein' }]);
  });
});

describe('drafts', () => {
  it('may lack everything', () => {
    expect(draftRefusalsOf(emptyBody('EUR'), 'fr')).toEqual([]);
  });

  it('still refuse what can never be listed', () => {
    const body = { ...shirt, title: '💚'.repeat(60), description: 'a'.repeat(2001) };
    expect(draftRefusalsOf(body, 'fr').map(({ field }) => field)).toEqual(['title', 'title', 'description']);
  });
});

describe('isIsbn', () => {
  it.each(['978-1-4494-8712-6', '9782070612758', '0-306-40615-2'])('takes %s', (text) => {
    expect(isIsbn(text)).toBe(true);
  });
  it.each(['978-1-4494-8712-5', '123', '', '0306406153'])('refuses %s', (text) => {
    expect(isIsbn(text)).toBe(false);
  });
});
