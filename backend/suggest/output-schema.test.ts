import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { strictSchema, strictViolations, suggestionFormat } from './output-schema.ts';

describe('the output format', () => {
  it('of a suggestion keeps every rule of strict mode', () => {
    expect(strictViolations(suggestionFormat.json_schema.schema)).toEqual([]);
  });

  it('says limits in words, where a strict schema may not', () => {
    const schema = strictSchema(z.strictObject({ title: z.string().max(100).describe('A title') }));
    expect(schema).toEqual({
      type: 'object',
      properties: { title: { type: 'string', description: 'A title At most 100 characters.' } },
      required: ['title'],
      additionalProperties: false,
    });
  });

  it('requires optional fields too: a model says null instead of nothing', () => {
    expect(strictSchema(z.strictObject({ size: z.string().optional() }))['required']).toEqual(['size']);
  });
});

describe('strictViolations', () => {
  const good = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false };
  it.each([
    ['an optional field', { ...good, required: [] }, '$.a: not required'],
    ['an open object', { ...good, additionalProperties: true }, '$: additionalProperties is not false'],
    ['a keyword', { ...good, properties: { a: { type: 'string', pattern: 'x' } } }, '$.a: keyword pattern'],
    ['a root that is no object', { type: 'array', items: { type: 'string' } }, '$: the root is not an object'],
    [
      'a fault inside a list',
      { ...good, properties: { a: { type: 'array', items: { type: 'object' } } } },
      '$.a[]: additionalProperties is not false',
    ],
    [
      'a fault inside a choice',
      { ...good, properties: { a: { anyOf: [{ type: 'string', format: 'uri' }] } } },
      '$.a|0: keyword format',
    ],
  ])('finds %s', (_name, schema, violation) => {
    expect(strictViolations(schema)).toContain(violation);
  });
});
