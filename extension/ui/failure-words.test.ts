import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { analysisFailureCodes, photoFailureCodes, requestFailureCodes } from '../../shared/backend-failures.ts';
import { wallKind } from '../../shared/wall.ts';
import { failureWords, wallWords } from './failure-words.ts';

/** Every `code: '…'` beside a `message` in the product's source: whoever adds a failure is told here to add its words. */
function namedInSource(): string[] {
  const root = join(import.meta.dirname, '../..');
  const files = globSync('{extension,backend}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: ['**/*.test.*', '**/e2e/**', '**/sandbox/**'],
  });
  const named = files.flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /code: '([a-z][a-z-]+)',\s*(?:message|why)\b|refusal\('([a-z-]+)'|failed\('([a-z-]+)'/g,
    ),
  ]);
  return [...new Set(named.flatMap(([, ...codes]) => codes.filter((code) => code !== undefined)))];
}

describe('failureWords', () => {
  it('has its own words for every known code', () => {
    expect(failureWords('needs-real-click', 'The click had no effect.')).toContain('press the button');
  });

  it.each([...requestFailureCodes, ...photoFailureCodes, ...analysisFailureCodes])(
    'has its own words for %s',
    (code) => {
      expect(failureWords(code, 'plain message')).not.toContain('plain message');
    },
  );

  it('has words for every failure the code names', () => {
    expect(namedInSource()).toEqual(expect.arrayContaining(['no-answer', 'rejected-field', 'analysis-timeout']));
    expect(namedInSource().filter((code) => failureWords(code, 'plain message').includes('plain message'))).toEqual([]);
  });

  it('shows the plain message of a code it does not know', () => {
    expect(failureWords('brand-new-code', 'The moon was full.')).toBe(
      'Something went wrong. Nothing was lost. The moon was full.',
    );
  });

  it('says nothing empty when even the message is missing', () => {
    expect(failureWords('', '')).toBe('Something went wrong. Nothing was lost.');
  });

  it('explains a wall that arrives as a failure', () => {
    expect(failureWords('captcha', 'x')).toBe(wallWords('captcha'));
    expect(failureWords('wall-captcha', 'x')).toBe(wallWords('captcha'));
  });
});

describe('wallWords', () => {
  it.each(wallKind.options)('has its own words for %s', (kind) => {
    expect(wallWords(kind).length).toBeGreaterThan(20);
    if (kind !== 'site-error') expect(wallWords(kind)).not.toBe(wallWords('site-error'));
  });
});
