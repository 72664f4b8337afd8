import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

// Not `new URL(…, import.meta.url)`: in a test with a DOM that is rewritten to an address of the page.
const words: unknown = parse(readFileSync(join(import.meta.dirname, '../locales/en.yml'), 'utf8'));

/** Stands in for `#i18n` in unit tests: English words by dotted key; an unknown key throws. */
export const i18n = {
  t(key: string, ...rest: unknown[]): string {
    const substitutions = rest.find((value) => Array.isArray(value)) as string[] | undefined;
    const count = rest.find((value) => typeof value === 'number') as number | undefined;
    let found: unknown = words;
    for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
    if (typeof found === 'object' && found !== null && count !== undefined) {
      const forms = found as Record<string, string>;
      found = forms[String(count)] ?? forms['n'];
    }
    if (typeof found !== 'string') throw new Error(`No words for "${key}"`);
    return found.replaceAll(/\$(\d)/g, (_, digit: string) => substitutions?.[Number(digit) - 1] ?? String(count ?? ''));
  },
};
