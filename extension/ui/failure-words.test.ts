import { describe, expect, it } from 'vitest';

import { wallKind } from '../../shared/wall.ts';
import { failureWords, wallWords } from './failure-words.ts';

describe('failureWords', () => {
  it('has its own words for every known code', () => {
    expect(failureWords('needs-real-click', 'The click had no effect.')).toContain('press the button');
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
