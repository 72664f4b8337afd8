import * as z from 'zod';

import { suggestion } from '../../shared/suggestion.ts';

export type JsonSchema = { [keyword: string]: unknown };

/**
 * The subset of JSON Schema that strict structured outputs take everywhere: limits are said in words instead, and
 * checked by our own parser.
 */
const kept = new Set(['type', 'properties', 'items', 'enum', 'const', 'anyOf', 'description']);

const inWords: Record<string, (limit: unknown) => string> = {
  maxLength: (limit) => `At most ${String(limit)} characters.`,
  maxItems: (limit) => `At most ${String(limit)} entries.`,
  minimum: (limit) => `At least ${String(limit)}.`,
  maximum: (limit) => `At most ${String(limit)}.`,
};

/** A zod schema as the `json_schema` of a strict response format. */
export function strictSchema(schema: z.ZodType): JsonSchema {
  return strict(z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' }) as JsonSchema);
}

function strict(node: JsonSchema): JsonSchema {
  const result = Object.fromEntries(Object.entries(node).filter(([keyword]) => kept.has(keyword)));
  if (Array.isArray(node['anyOf'])) result['anyOf'] = node['anyOf'].map((option) => strict(option as JsonSchema));
  if (isSchema(node['items'])) result['items'] = strict(node['items']);
  if (isSchema(node['properties'])) {
    const properties = Object.entries(node['properties']).map(([name, inner]) => [name, strict(inner as JsonSchema)]);
    result['properties'] = Object.fromEntries(properties);
    result['required'] = properties.map(([name]) => name);
    result['additionalProperties'] = false;
  }
  const limits = Object.entries(node).flatMap(([keyword, limit]) => inWords[keyword]?.(limit) ?? []);
  if (limits.length > 0) result['description'] = [node['description'], ...limits].filter(Boolean).join(' ');
  return result;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const deepest = 10;
const strictKeywords = new Set([...kept, 'required', 'additionalProperties']);

/** What strict mode would refuse in a schema; empty = nothing. */
export function strictViolations(node: JsonSchema, path = '$', depth = 1): string[] {
  const found = Object.keys(node)
    .filter((keyword) => !strictKeywords.has(keyword))
    .map((keyword) => `${path}: keyword ${keyword}`);
  if (depth > deepest) found.push(`${path}: nested too deeply`);
  if (depth === 1 && node['type'] !== 'object') found.push(`${path}: the root is not an object`);
  const properties = isSchema(node['properties']) ? node['properties'] : {};
  if (node['type'] === 'object') {
    if (node['additionalProperties'] !== false) found.push(`${path}: additionalProperties is not false`);
    const required = new Set((node['required'] as string[] | undefined) ?? []);
    for (const name of Object.keys(properties)) if (!required.has(name)) found.push(`${path}.${name}: not required`);
  }
  const inner: [string, unknown][] = Object.entries(properties).map(([name, schema]) => [`${path}.${name}`, schema]);
  if (node['items'] !== undefined) inner.push([`${path}[]`, node['items']]);
  for (const [index, option] of ((node['anyOf'] as unknown[] | undefined) ?? []).entries())
    inner.push([`${path}|${index}`, option]);
  return [...found, ...inner.flatMap(([at, schema]) => strictViolations(schema as JsonSchema, at, depth + 1))];
}

export const suggestionFormat = {
  type: 'json_schema',
  json_schema: { name: 'suggestion', strict: true, schema: strictSchema(suggestion) },
} as const;
