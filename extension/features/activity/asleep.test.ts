import { expect, it } from 'vitest';

import { asleepSince } from './asleep.ts';

const minute = 60_000;
const now = 100 * minute;

it('tells since when nothing was heard although work is due', () => {
  expect(asleepSince(now - 30 * minute, now - 20 * minute, now)).toBe(now - 30 * minute);
  expect(asleepSince({ at: now - 30 * minute }, now - 20 * minute, now)).toBe(now - 30 * minute);
});

it.each([
  ['the background was heard', now - minute, now - 20 * minute],
  ['nothing is due', now - 30 * minute, null],
  ['the work is due only now', now - 30 * minute, now - minute],
  ['the work is due later', now - 30 * minute, now + minute],
  ['nothing was ever noted', undefined, now - 20 * minute],
  ['the note is not a time', 'yesterday', now - 20 * minute],
])('says nothing when %s', (_, heartbeat, dueAt) => {
  expect(asleepSince(heartbeat, dueAt, now)).toBeNull();
});
