import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';

/** What we use of chat completions, in our own words and strict: a parameter we did not mean to send is a fault. */
const text = { type: 'string', minLength: 1 };
const only = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const textPart = only({ type: { const: 'text' }, text });
const imagePart = only({
  type: { const: 'image_url' },
  image_url: only({
    url: { type: 'string', pattern: '^data:image/jpeg;base64,' },
    detail: { enum: ['low', 'high', 'auto'] },
  }),
});
const extract = only({
  model: text,
  messages: {
    type: 'array',
    minItems: 2,
    items: {
      anyOf: [
        only({ role: { const: 'system' }, content: text }),
        only({ role: { const: 'assistant' }, content: text }),
        only({
          role: { const: 'user' },
          content: { anyOf: [text, { type: 'array', items: { anyOf: [textPart, imagePart] } }] },
        }),
      ],
    },
  },
  response_format: only({
    type: { const: 'json_schema' },
    json_schema: only({
      name: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
      strict: { const: true },
      schema: { type: 'object' },
    }),
  }),
  max_completion_tokens: { type: 'integer', minimum: 1 },
  store: { const: false },
});

const published = ['../../../shared/contracts/openai.json', '../../../../shared/contracts/openai.json']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));

const requestChecks = [
  new Ajv2020({ strict: false }).compile(extract),
  ...publishedCheck('CreateChatCompletionRequest'),
];
const responseChecks = publishedCheck('CreateChatCompletionResponse');

/** The provider's own description, where it lies beside the project. */
function publishedCheck(name: string): ValidateFunction[] {
  if (published === undefined) return [];
  const { components } = JSON.parse(readFileSync(published, 'utf8'), withoutBareNullable) as { components: unknown };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  return [ajv.compile({ $id: name, components, $ref: `#/components/schemas/${name}` })];
}

/** `nullable` beside no `type` means nothing in JSON Schema, and the checker stumbles over it. */
function withoutBareNullable(_key: string, node: unknown): unknown {
  if (typeof node === 'object' && node !== null && 'nullable' in node && !('type' in node)) delete node.nullable;
  return node;
}

const faults = (checks: ValidateFunction[], value: unknown): string[] =>
  checks.flatMap((check) =>
    check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`),
  );

export const contractFaults = (request: unknown): string[] => faults(requestChecks, request);
/** Keeps the pretend provider honest. */
export const responseFaults = (response: unknown): string[] => faults(responseChecks, response);
