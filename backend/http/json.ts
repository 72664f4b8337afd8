import type * as z from 'zod';

import { Refused } from './refused.ts';

/** Bytes of a request as checked data. Anything else is a refusal that names the field and repeats nothing sent. */
export function parseJson<T extends z.ZodType>(bytes: Uint8Array, schema: T, where: string): z.infer<T> {
  const parsed = schema.safeParse(readJson(bytes, where));
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error.issues, where);
}

function readJson(bytes: Uint8Array, where: string): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    if (isStorable(value)) return value;
  } catch {
    throw new Refused('bad-request', `The ${where} is not valid JSON in UTF-8.`, { field: where });
  }
  throw new Refused('invalid-input', `The ${where} contains characters that are not text.`, { field: where });
}

export function invalidInput(issues: readonly z.core.$ZodIssue[], where: string): Refused {
  const issue = issues[0];
  const field = [where, ...(issue?.path ?? [])].map(String).join('.').slice(0, 200);
  return new Refused('invalid-input', `The request is not as documented (${issue?.code ?? 'invalid'}).`, { field });
}

/** The database stores neither NUL nor half a surrogate pair; keys that touch prototypes are never meant well. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => key !== '__proto__' && isStorable(key) && isStorable(inner));
}
