import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { checkTemplate, expandTemplate, templateVariables } from './template.ts';

vi.setConfig({ testTimeout: 30_000 });

const values = { title: 'Red dress', brand: 'Zara', size: 'M', colours: 'Red, Black' };
const text = (template: string, limit = 2_000) => {
  const expanded = expandTemplate(template, values, limit);
  return expanded.ok ? expanded.text : expanded.problems;
};

describe('expandTemplate', () => {
  it.each([
    ['{{title}} by {{brand}}', 'Red dress by Zara'],
    ['{{ title }}', 'Red dress'],
    ['{{colors}} = {{colours}}', 'Red, Black = Red, Black'],
    ['Brand: {{brand}}\nMaterial: {{materials}}\nSize: {{size}}', 'Brand: Zara\nSize: M'],
    ['{{brand}} {{materials}}', 'Zara'],
    ['{{composition}}', ''],
    ['One\n\n{{materials}}\n\nTwo', 'One\n\nTwo'],
    ['No variables { here } }', 'No variables { here } }'],
    ['', ''],
  ])('%j', (template, expected) => {
    expect(text(template)).toBe(expected);
  });

  it.each([
    ['{{__proto__}}', '__proto__'],
    ['{{constructor}}', 'constructor'],
    ['{{toString}}', 'toString'],
    ['{{hasOwnProperty}}', 'hasOwnProperty'],
    ['{{brand.constructor}}', 'brand.constructor'],
    ['{{Brand}}', 'Brand'],
    ['{{}}', ''],
    ['{{prix}}', 'prix'],
  ])('refuses %j', (template, name) => {
    expect(text(template)).toEqual([{ is: 'unknown', name }]);
  });

  it.each(['{{brand', 'brand}}', '{{brand}}}}', '{{ {{brand}} }}'])('says %j does not close', (template) => {
    expect(text(template)).toContainEqual({ is: 'unclosed' });
  });

  it('puts a value in once: what looks like a variable inside a value stays text', () => {
    const expanded = expandTemplate('{{title}} {{brand}}', { title: '{{brand}}$&$1', brand: 'Zara' }, 100);
    expect(expanded).toEqual({ ok: true, text: '{{brand}}$&$1 Zara' });
  });

  it('refuses what would become too long, however it gets there', () => {
    const bomb = expandTemplate('{{title}}\n'.repeat(400), { title: 'x'.repeat(25_000) }, 2_000);
    expect(bomb).toMatchObject({ ok: false, problems: [{ is: 'too-long', limit: 2_000 }] });
    expect(expandTemplate('x'.repeat(2_000), {}, 2_000)).toMatchObject({ ok: true });
    expect(expandTemplate('x'.repeat(2_001), {}, 2_000)).toMatchObject({ ok: false });
    expect(checkTemplate('x'.repeat(5_001))).toEqual([{ is: 'too-long', length: 5_001, limit: 5_000 }]);
  });

  it('ignores inherited values', () => {
    const inherited = Object.create({ brand: 'polluted' }) as { brand?: string };
    expect(expandTemplate('a {{brand}} b', inherited, 100)).toEqual({ ok: true, text: '' });
  });

  it('never throws and never exceeds its limit', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{{', '}}', '\n', ...templateVariables.map((name) => `{{${name}}}`)),
    );
    const always = fc.check(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.string({ maxLength: 60 }), (pieces, title) => {
        const expanded = expandTemplate(pieces.join(''), { title }, 200);
        return !expanded.ok || expanded.text.length <= 200;
      }),
    );
    expect(always.counterexample).toBeNull();
  });
});
