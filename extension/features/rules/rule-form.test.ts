import { describe, expect, test } from 'vitest';

import { rule as ruleSchema } from '../../../shared/rule.ts';
import { emptyForm, formOf, problemsIn, ruleOf, type RuleForm } from './rule-form.ts';
import { bump, drop } from './rules-in-tests.ts';

const about = { id: 'r', account: bump.account, enabled: false, createdAt: 1, updatedAt: 1 };
const relist = (some: Partial<RuleForm> = {}): RuleForm => ({ ...emptyForm('relist', 'Bump'), ...some });
const lower = (some: Partial<RuleForm> = {}): RuleForm => ({ ...emptyForm('price-drop', 'Lower'), ...some });

test.each([relist(), lower(), lower({ stepBy: 'amount', stepAmount: '1,50' })])('a new form makes a rule', (form) => {
  expect(ruleSchema.safeParse(ruleOf(form, 'EUR', about)).success).toBe(true);
});

test.each([bump, drop, { ...drop, step: { by: 'amount', amount: { amount: 150, currency: 'EUR' } } } as const])(
  'a rule read into the form and out again is the same',
  (rule) => {
    const which = { ...rule.which, minPrice: 500, maxPrice: 9_950, maxViews: 3, catalogIds: [4], tags: ['a'] };
    const one = { ...rule, which };
    expect(ruleOf(formOf(one, 'fr'), 'EUR', one)).toEqual(one);
  },
);

describe('what is wrong is told at its field', () => {
  test.each([
    ['restDays', '', { is: 'empty' }],
    ['restDays', '6', { is: 'outside', least: 7, most: 365 }],
    ['restDays', '7.5', { is: 'not-whole' }],
    ['relistsPerDay', '11', { is: 'outside', least: 1, most: 10 }],
    ['maxViews', 'many', { is: 'not-whole' }],
    ['minPrice', '12,5,0x', { is: 'not-a-price' }],
    ['name', '  ', { is: 'empty' }],
  ] as const)('%s “%s”', (field, text, problem) => {
    const form = relist({ [field]: text });
    expect(problemsIn(form, 'EUR')).toEqual({ [field]: problem });
    expect(ruleOf(form, 'EUR', about)).toBeNull();
  });

  test('the two ends of the price are in order', () => {
    expect(problemsIn(relist({ minPrice: '10', maxPrice: '9.99' }), 'EUR')).toEqual({
      maxPrice: { is: 'lower-than-least' },
    });
  });

  test('what this kind of rule does not ask for may be anything', () => {
    expect(problemsIn(relist({ everyDays: 'x', stepAmount: 'x' }), 'EUR')).toEqual({});
    expect(problemsIn(lower({ restDays: 'x', stepAmount: 'x' }), 'EUR')).toEqual({});
  });
});
